"""Where files of prevention lie: what people signed and what an activity left sealed, annexes of a circular open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

from sinetra.apps.base.viewing import opened_file
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.keyring import Purpose, open_sealed, seal

#: What the seal of a sheet binds it to.
PLEDGE, ATTENDANCE, PROOF = b"pledge.scan", b"attendance.scan", b"circular.proof"


def store() -> BlobStore:
    return blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)


def keep_sealed(content: bytes, context: bytes) -> str:
    """Before any unit of work. Gives back a name that no other file has."""
    return store().put(seal(Purpose.DATA, content, context))


@contextmanager
def kept_sealed(content: bytes, context: bytes) -> Iterator[str]:
    """Around the unit of work that writes the row: when that fails, no file is left without one."""
    name = keep_sealed(content, context)
    try:
        yield name
    except BaseException:
        forget(name)
        raise


def opened(name: str, context: bytes) -> bytes:
    """In a view this is in the access log. Errors: ``NotFound``, ``VerificationFailed``, ``KeysMissing``."""
    opened_file()
    return open_sealed(Purpose.DATA, store().get(name), context)


def forget(name: str) -> None:
    store().delete(name)
