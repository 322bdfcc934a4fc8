"""Copies as files: kept sealed, and opened again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from sinetra.apps.evidence.models import Evidence, EvidenceCopy
from sinetra.apps.evidence.originals import SealedFile, keep_sealed_file, open_sealed_file, store
from sinetra.apps.evidence.vocabulary import CopyKind
from sinetra.apps.reports.sealing import Erased, context_of
from sinetra.core.errors import gettext_noop
from sinetra.core.evidence.clean import Cleaned
from sinetra.core.evidence.mask import Box
from sinetra.core.evidence.sealed_file import SealedReader
from sinetra.core.ids import uuid7
from sinetra.ports.keyring import Purpose, open_sealed, seal


@contextmanager
def kept(content: bytes) -> Iterator[SealedFile]:
    """Around the unit of work that writes the row: when that fails, no file is left without one."""
    file = keep_sealed_file([content])
    try:
        yield file
    except BaseException:
        store().delete(file.blob)
        raise


def new_copy(
    evidence: Evidence,
    made: Cleaned,
    file: SealedFile,
    *,
    kind: CopyKind,
    at: datetime,
    by: UUID | None = None,
    boxes: tuple[Box, ...] = (),
) -> EvidenceCopy:
    """The row, not written yet."""
    key = uuid7()
    return EvidenceCopy(
        id=key,
        organisation_id=evidence.organisation_id,
        evidence=evidence,
        kind=kind,
        by_id=by,
        made_at=at,
        media_type=made.media_type,
        size=file.size,
        sha256=file.sha256,
        blob=file.blob,
        key_sealed=seal(Purpose.DATA, file.key, context_of(key, "key")),
        width=made.width,
        height=made.height,
        boxes=[[box.left, box.top, box.width, box.height] for box in boxes],
    )


def open_copy(copy: EvidenceCopy) -> SealedReader:
    """For reading in a ``with``; in a view this is in the access log.

    Errors: ``Erased``, ``NotFound``, ``KeysMissing``; ``VerificationFailed`` also while reading.
    """
    if not copy.key_sealed:
        raise Erased(gettext_noop("Isinya sudah dihapus karena masa simpannya lewat."))
    key = open_sealed(Purpose.DATA, bytes(copy.key_sealed), context_of(copy.pk, "key"))
    return open_sealed_file(copy.blob, key)
