"""Where files of prevention lie: what people signed and what an activity left sealed, annexes of a circular open."""

from __future__ import annotations

from django.conf import settings

from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.keyring import Purpose, open_sealed, seal

#: What the seal of a sheet binds it to.
PLEDGE, ATTENDANCE, PROOF = b"pledge.scan", b"attendance.scan", b"circular.proof"


def store() -> BlobStore:
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)


def keep_sealed(content: bytes, context: bytes) -> str:
    """Before any unit of work. Gives back a name that no other file has."""
    return store().put(seal(Purpose.DATA, content, context))


def opened(name: str, context: bytes) -> bytes:
    """Errors: ``NotFound``, ``VerificationFailed``, ``KeysMissing``."""
    return open_sealed(Purpose.DATA, store().get(name), context)


def forget(name: str) -> None:
    store().delete(name)
