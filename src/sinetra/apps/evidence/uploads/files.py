"""Where unfinished files lie: in a folder of their own in the data folder, sealed, not among the blobs of a backup."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from io import FileIO
from pathlib import Path
from uuid import UUID

from django.conf import settings

from sinetra.apps.evidence.models import Upload
from sinetra.core.evidence.sealed_file import MARK, SEGMENT, SealedReader, open_segment, sealed_length
from sinetra.ports.files import sync_folder, write_atomically
from sinetra.ports.keyring import Purpose, open_sealed

_MODE = 0o600


def folder() -> Path:
    found = Path(settings.SINETRA_DATA) / "uploads"
    if not found.exists():
        found.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(found.parent)
    return found


def path_of(pk: UUID) -> Path:
    return folder() / pk.hex


def make(pk: UUID) -> FileIO:
    """A new file with its mark. Errors: ``OSError`` (disk full); then no file is left."""
    file = FileIO(os.open(path_of(pk), os.O_RDWR | os.O_CREAT | os.O_EXCL, _MODE), "r+")
    try:
        file.write(MARK)
    except BaseException:
        file.close()
        forget(pk)
        raise
    return file


def go_on(pk: UUID) -> FileIO:
    """Unbuffered: what a full disk does not take is told at once, and not again when the file is closed."""
    return FileIO(path_of(pk), "r+")


@contextmanager
def locked(file: FileIO) -> Iterator[None]:
    """One writer at a time, only for as long as it writes what it has: a hanging request holds nobody up."""
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def key_of(upload: Upload) -> bytes:
    return open_sealed(Purpose.DATA, bytes(upload.file_key_sealed), context_of(upload.pk, "file_key"))


def context_of(pk: UUID, field: str) -> bytes:
    return f"upload:{pk}:{field}".encode()


def reader(upload: Upload) -> SealedReader:
    """Of a whole upload; of an unfinished one its full segments."""
    file = path_of(upload.pk).open("rb")
    finished = upload.offset == upload.size
    size = upload.offset if finished else upload.offset - len(rest(upload))
    return SealedReader(file, key_of(upload), size=size, finished=finished)


def rest(upload: Upload) -> bytes:
    """What has come behind the last full segment of an unfinished upload."""
    try:
        sealed = _rest_path(upload.pk, upload.offset).read_bytes()
    except FileNotFoundError:
        return b""
    return open_segment(key_of(upload), (upload.offset - 1) // SEGMENT, sealed, last=False)


def write_rest(pk: UUID, offset: int, sealed: bytes) -> None:
    write_atomically(_rest_path(pk, offset), sealed, mode=_MODE)


def forget_rest(pk: UUID, offset: int) -> None:
    _rest_path(pk, offset).unlink(missing_ok=True)


def _rest_path(pk: UUID, offset: int) -> Path:
    return folder() / f"{pk.hex}.{offset}"


def close_off(file: FileIO, size: int) -> str:
    """Cuts what an overtaken request has left behind the end; gives back the SHA-256 of the sealed file."""
    file.truncate(sealed_length(size))
    os.fsync(file.fileno())
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def forget(pk: UUID) -> None:
    for path in [path_of(pk), *folder().glob(f"{pk.hex}.*")]:
        path.unlink(missing_ok=True)


def forget_orphans(now: datetime) -> int:
    """Files of no row, a day after anybody wrote to them: their request was killed, or a report has taken them."""
    oldest = (now - timedelta(days=1)).timestamp()
    old = [path for path in folder().iterdir() if path.stat().st_mtime < oldest]
    known = {pk.hex for pk in Upload.objects.values_list("pk", flat=True).iterator()} if old else set()
    orphans = [path for path in old if path.name.partition(".")[0] not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
