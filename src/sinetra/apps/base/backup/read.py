"""Restores a backup into an empty installation. Everything is checked before anything is put in its place."""

from __future__ import annotations

import hashlib
import re
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from sinetra.apps.audit.checkpoint_keys import confirm, note
from sinetra.apps.base.backup import postgres, sqlite
from sinetra.apps.base.backup.manifest import Manifest, not_a_backup, parse
from sinetra.apps.base.backup.own_files import BOUNDARIES, put_back
from sinetra.apps.base.backup.write import read_sums
from sinetra.core.errors import BadInput, Conflict, VerificationFailed, gettext_noop
from sinetra.ports.blobs import BlobStore, blob_store
from sinetra.ports.keyring import keyring

_NAME = re.compile(
    rf"database/[A-Za-z0-9_.]+|own/(calendars|timetables)/[a-z0-9_]+\.yaml|own/boundaries/{BOUNDARIES.pattern}"
    r"|blobs/sha256/[0-9a-f]{2}/[0-9a-f]{2}/([0-9a-f]{64})"
)


def restore_backup(path: Path, *, trust: Sequence[str] = ()) -> Manifest:
    """Ends with the tables of this release. Errors: ``BadInput`` (no backup, of another kind of database, of a newer
    release), ``Conflict`` (the target is not empty), ``VerificationFailed`` (a file is missing or changed).

    The signing keys that the backup names are written down as unconfirmed (``audit.checkpoint_keys``), but for the
    public keys in ``trust`` (hex), which a person has compared with the paper."""
    settings.SINETRA_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    _refuse_unless_empty(store)
    with tempfile.TemporaryDirectory(dir=settings.SINETRA_DATA, prefix=".restore-") as name, _opened(path) as tar:
        folder = Path(name)
        manifest, sums = _read_head(tar)
        _refuse_unless_fitting(manifest)
        _refuse_unless_named(manifest, trust)
        _unpack(tar, folder, sums)
        for blob in sorted((folder / "blobs").rglob("*")):
            if blob.is_file():
                store.put(iter(_chunks(blob)))
        if connection.vendor == "postgresql":
            postgres.load(folder, manifest.tables, manifest.migrations)
        else:
            sqlite.load(folder)
        put_back(folder, settings.SINETRA_DATA)
    note(keyring(), {key: bytes.fromhex(public) for key, public in manifest.signing_keys.items()})
    for public in trust:
        confirm(keyring(), public)
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    try:
        tar = tarfile.open(path, "r:")  # noqa: SIM115 - closed below
    except (OSError, tarfile.TarError) as error:
        raise not_a_backup() from error
    with tar:
        yield tar


def _read_head(tar: tarfile.TarFile) -> tuple[Manifest, dict[str, str]]:
    manifest = parse(_content(tar, tar.next(), "manifest.json"))
    sums = _content(tar, tar.next(), "SHA256SUMS")
    if hashlib.sha256(sums).hexdigest() != manifest.sums:
        raise _changed("SHA256SUMS")
    return manifest, dict(read_sums(sums))


def _content(tar: tarfile.TarFile, entry: tarfile.TarInfo | None, name: str) -> bytes:
    file = tar.extractfile(entry) if entry is not None and entry.name == name and entry.isreg() else None
    if file is None:
        raise not_a_backup()
    return file.read()


def _unpack(tar: tarfile.TarFile, folder: Path, sums: dict[str, str]) -> None:
    """Only plain files of known names, each with the hash that the sums give it, and all of them."""
    missing = dict(sums)
    (folder / "blobs").mkdir()
    try:
        while (entry := tar.next()) is not None:
            expected = missing.pop(entry.name, None)
            source = tar.extractfile(entry) if entry.isreg() and _NAME.fullmatch(entry.name) else None
            if expected is None or source is None:
                raise _changed(entry.name)
            target = folder / entry.name
            target.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            with target.open("wb") as file:
                while chunk := source.read(1 << 20):
                    digest.update(chunk)
                    file.write(chunk)
            if digest.hexdigest() != expected:
                raise _changed(entry.name)
    except tarfile.TarError as error:
        raise not_a_backup() from error
    if missing:
        raise _changed(min(missing))


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            yield chunk


def _refuse_unless_empty(store: BlobStore) -> None:
    empty = postgres.is_empty() if connection.vendor == "postgresql" else sqlite.is_empty()
    if not empty or next(store.names(), None) is not None:
        raise Conflict(gettext_noop("Tujuan pemulihan tidak kosong. Pakai map data dan basis data yang kosong."))


def _refuse_unless_fitting(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        raise BadInput(
            gettext_noop("%(field)s: cadangan ini dari %(kind)s; tujuan: %(accepted)s"),
            field="SINETRA_DATABASE_URL",
            kind=manifest.database,
            accepted=[connection.vendor],
        )
    loader = MigrationLoader(None, load=False)
    loader.load_disk()
    theirs = {(app, name) for app, names in manifest.migrations.items() for name in names}
    if theirs - set(loader.disk_migrations):
        raise BadInput(
            gettext_noop("%(field)s: cadangan ini dari rilis yang lebih baru (%(release)s); pasang rilis itu dahulu."),
            field="FILE",
            release=manifest.release,
        )


def _refuse_unless_named(manifest: Manifest, trust: Sequence[str]) -> None:
    keys = list(manifest.signing_keys.values())
    if any(public.strip().lower() not in keys for public in trust):
        message = gettext_noop("%(field)s: bukan kunci publik (64 angka heksadesimal) yang menunggu: %(accepted)s")
        raise BadInput(message, field="--trust", accepted=keys or ["-"])


def _changed(name: str) -> VerificationFailed:
    return VerificationFailed(gettext_noop("Berkas %(name)s dalam cadangan berubah atau hilang."), name=name)
