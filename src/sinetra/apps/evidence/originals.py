"""Sealed files of evidence: originals, and copies made of them, opened segment by segment and never put on a disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from sinetra.apps.base.viewing import opened_file
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.sealing import Erased, context_of, open_value
from sinetra.core.errors import gettext_noop
from sinetra.core.evidence.sealed_file import SealedReader, new_file_key, original_size, seal_stream
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.keyring import Purpose, open_sealed, seal


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """``blob`` names the sealed file; ``size`` and ``sha256`` are those of what is in it."""

    blob: str
    key: bytes
    size: int
    sha256: str

    def __repr__(self) -> str:
        return f"SealedFile({self.blob})"


def store() -> BlobStore:
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)


def open_original(evidence: Evidence) -> SealedReader:
    """For reading in a ``with``; in a view this is in the access log.

    Errors: ``Erased``, ``NotFound``, ``KeysMissing``; ``VerificationFailed`` also while reading.
    """
    if not evidence.key_sealed:
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    key = open_sealed(Purpose.DATA, bytes(evidence.key_sealed), context_of(evidence.pk, "key"))
    return open_sealed_file(evidence.blob, key)


def seal_key(key: bytes, evidence_id: UUID) -> bytes:
    """The key of an original as its row keeps it."""
    return seal(Purpose.DATA, key, context_of(evidence_id, "key"))


def name_of(evidence: Evidence) -> str:
    """The name that the reporter's file had, without a path."""
    return str(open_value(evidence.name_sealed, evidence.pk, "name"))


def keep_sealed_file(chunks: Iterable[bytes]) -> SealedFile:
    """Seals a stream under a key of its own, durable when it returns. Before any unit of work.

    Errors: ``OSError`` (disk full); then nothing is kept.
    """
    key, digest, size = new_file_key(), hashlib.sha256(), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for chunk in chunks:
            digest.update(chunk)
            size += len(chunk)
            yield chunk

    blob = store().put(seal_stream(counted(), key))
    return SealedFile(blob=blob, key=key, size=size, sha256=digest.hexdigest())


def open_sealed_file(blob: str, key: bytes) -> SealedReader:
    """Errors: as ``open_original``."""
    opened_file()
    file = store().open(blob)
    length = file.seek(0, 2)
    try:
        return SealedReader(file, key, size=original_size(length))
    except BaseException:
        file.close()
        raise
