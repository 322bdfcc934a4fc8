"""Makes a backup while the installation goes on working."""

from __future__ import annotations

import hashlib
import io
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from sinetra.apps.audit.checkpoint_keys import named
from sinetra.apps.base.backup import postgres, sqlite
from sinetra.apps.base.backup.manifest import Manifest, applied_migrations, catalogue_version, release
from sinetra.apps.base.backup.own_files import copy_own, own_names
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.files import sync_folder
from sinetra.ports.keyring import keyring


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    path: Path
    size: int
    blobs: int
    sha256: str


def write_backup(path: Path) -> Written:
    """The database first, the blobs after it: every blob that a row of the copy names was stored before the row.

    Errors: ``FileExistsError``, ``OSError``; then no file of that name is there.
    """
    if path.exists():
        raise FileExistsError(path)
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as name:
        folder = Path(name)
        copy_own(settings.SINETRA_DATA, folder)
        tables = (postgres if connection.vendor == "postgresql" else sqlite).dump(folder)
        migrations = applied_migrations()
        blobs = _write_sums(folder, store)
        manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            release=release(),
            catalogue=catalogue_version(),
            database=connection.vendor,
            migrations=migrations,
            tables=tables,
            signing_keys={key: public.hex() for key, public in named(keyring()).items()},
            sums=_sha256(folder / "SHA256SUMS"),
        )
        unfinished = folder / "backup.tar"
        with tarfile.open(unfinished, "w", format=tarfile.PAX_FORMAT) as tar:
            _add_bytes(tar, "manifest.json", manifest.as_bytes())
            _add(tar, folder / "SHA256SUMS", "SHA256SUMS")
            for file in sorted((folder / "database").iterdir()):
                _add(tar, file, f"database/{file.name}")
            for own in own_names(folder):
                _add(tar, folder / own, own)
            for blob in blobs:
                _add_blob(tar, store, blob)
        unfinished.chmod(0o600)
        digest, size = _sha256(unfinished), unfinished.stat().st_size
        unfinished.replace(path)
        sync_folder(path.parent)
    return Written(path=path, size=size, blobs=len(blobs), sha256=digest)


def blob_path(name: str) -> str:
    return f"blobs/sha256/{name[:2]}/{name[2:4]}/{name}"


def _write_sums(folder: Path, store: BlobStore) -> list[str]:
    """One line a file; the names of the blobs."""
    blobs = list(store.names())
    with (folder / "SHA256SUMS").open("w", encoding="ascii") as sums:
        for file in sorted((folder / "database").iterdir()):
            sums.write(f"{_sha256(file)}  database/{file.name}\n")
        sums.writelines(f"{_sha256(folder / own)}  {own}\n" for own in own_names(folder))
        sums.writelines(f"{name}  {blob_path(name)}\n" for name in blobs)
    return blobs


def _add(tar: tarfile.TarFile, file: Path, name: str) -> None:
    with file.open("rb") as content:
        tar.addfile(_entry(name, file.stat().st_size), content)


def _add_blob(tar: tarfile.TarFile, store: BlobStore, blob: str) -> None:
    with store.open(blob) as content:
        size = content.seek(0, io.SEEK_END)
        content.seek(0)
        tar.addfile(_entry(blob_path(blob), size), content)


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    tar.addfile(_entry(name, len(content)), io.BytesIO(content))


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_sums(content: bytes) -> Iterator[tuple[str, str]]:
    """Name and SHA-256."""
    for line in content.decode("ascii").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest
