"""Content-addressed files: what was stored under a SHA-256 is exactly that, or it is not there."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from errno import EXDEV
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Protocol

from sinetra.core.errors import BadInput, NotFound, VerificationFailed, gettext_noop
from sinetra.ports.files import sync_folder

CHUNK = 1 << 20
_NAME = re.compile(r"[0-9a-f]{64}")


class BlobStore(Protocol):
    """Names are SHA-256 as 64 hex digits. Storing the same content twice stores it once."""

    def put(self, content: bytes | Iterable[bytes]) -> str:
        """Durable when it returns. Gives back the name. Errors: ``OSError`` (disk full); then nothing is kept."""
        ...

    def adopt(self, path: Path, name: str) -> None:
        """A file of the same machine, already synced, whose SHA-256 is ``name``; ``path`` stays. Durable when it
        returns; no error when it is here already. Errors: ``NotFound``, ``OSError``."""
        ...

    def get(self, name: str) -> bytes:
        """Verified. Errors: ``NotFound``, ``VerificationFailed``."""
        ...

    def open(self, name: str) -> BufferedReader:
        """For streaming; not verified. Errors: ``NotFound``."""
        ...

    def exists(self, name: str) -> bool: ...

    def delete(self, name: str) -> None:
        """For retention; no error when it is gone already."""
        ...

    def names(self) -> Iterator[str]:
        """In ascending order."""
        ...

    def verify(self, name: str) -> bool:
        """Is the content still that of the name?"""
        ...

    def check(self) -> None:
        """Errors: ``OSError`` when nothing can be stored."""
        ...


class FolderBlobs:
    """``sha256/aa/bb/…`` in a folder; one temporary file, fsync, rename."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes | Iterable[bytes]) -> str:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = hashlib.sha256()
        handle, temporary = tempfile.mkstemp(dir=self.folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in [content] if isinstance(content, bytes) else content:
                    digest.update(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            name = digest.hexdigest()
            path = self._path(name)
            if not path.exists():
                self._make_folders(path.parent)
                Path(temporary).replace(path)
                sync_folder(path.parent)
        finally:
            Path(temporary).unlink(missing_ok=True)
        return name

    def adopt(self, path: Path, name: str) -> None:
        target = self._path(name)
        if target.exists():
            return
        self._make_folders(target.parent)
        try:
            target.hardlink_to(path)
        except FileNotFoundError as error:
            raise NotFound(gettext_noop("Berkas %(name)s tidak ada."), name=name) from error
        except FileExistsError:
            return
        except OSError as error:
            if error.errno != EXDEV:
                raise
            with path.open("rb") as file:  # the blobs lie on another disk
                self.put(iter(partial(file.read, CHUNK), b""))
            return
        sync_folder(target.parent)

    def get(self, name: str) -> bytes:
        with self.open(name) as file:
            content = file.read()
        if hashlib.sha256(content).hexdigest() != name:
            raise VerificationFailed(gettext_noop("Berkas %(name)s tidak lagi seperti saat disimpan."), name=name)
        return content

    def open(self, name: str) -> BufferedReader:
        try:
            return self._path(name).open("rb")
        except FileNotFoundError as error:
            raise NotFound(gettext_noop("Berkas %(name)s tidak ada."), name=name) from error

    def exists(self, name: str) -> bool:
        return self._path(name).exists()

    def delete(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        top = self.folder / "sha256"
        for first in sorted(top.iterdir()) if top.exists() else []:
            for second in sorted(first.iterdir()):
                yield from sorted(path.name for path in second.iterdir())

    def verify(self, name: str) -> bool:
        with self.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == name

    def check(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self.folder) as probe:
            probe.write(b"\0" * 4096)
            probe.flush()

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise BadInput(gettext_noop("%(field)s: nama berkas tidak sah"), field="sha256", accepted=["64 hex"])
        return self.folder / "sha256" / name[:2] / name[2:4] / name

    def _make_folders(self, folder: Path) -> None:
        if not folder.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for part in (folder.parent, folder.parent.parent, self.folder):
                sync_folder(part)


def blob_store(data: Path, url: str = "") -> BlobStore:
    """The store of ``SINETRA_BLOBS_URL``; without one the folder ``blobs`` in the data folder. Errors: ``BadInput``."""
    if not url:
        return FolderBlobs(data / "blobs")
    if url.startswith("file://"):
        return FolderBlobs(Path(url.removeprefix("file://")))
    raise BadInput(
        gettext_noop("%(field)s: nilai tidak dikenal; yang diterima: %(accepted)s"),
        field="SINETRA_BLOBS_URL",
        accepted=["file:///folder"],
    )
