"""A backup restored elsewhere is whole and holds no key; a damaged one restores nothing."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tarfile
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from installation import SET_UP_ENTRIES, Installation, installation

WRITER = Path(__file__).parent / "writer.py"
BLOB = """
from django.conf import settings
from sinetra.ports.blobs import blob_store
for content in (b"bukti pertama", b"bukti kedua" * 300_000):
    print(blob_store(settings.SINETRA_DATA).put(content))
"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(tmp_path_factory.mktemp("origin")) as made:
        made.shell(BLOB)
        yield made


@pytest.fixture(scope="module")
def backup(origin: Installation) -> Path:
    path = origin.folder / "backup.tar"
    code, out, errors = origin.sinetra("backup", "--json", path)
    assert code == 0, errors
    assert json.loads(out)["blobs"] == 2
    return path


def test_a_backup_restored_elsewhere_is_whole(backup: Path, elsewhere: Installation) -> None:
    code, out, errors = elsewhere.sinetra("restore", "--json", backup)
    assert code == 0, errors
    restored = json.loads(out)
    assert (restored["ok"], restored["entries"], restored["checkpoints"]) == (True, SET_UP_ENTRIES, 1)
    assert elsewhere.verify()["ok"]
    blobs = [path for path in (elsewhere.data / "blobs" / "sha256").rglob("*") if path.is_file()]
    assert sorted(path.stat().st_size for path in blobs) == [13, 3_300_000]


def test_the_restored_installation_goes_on_writing(backup: Path, elsewhere: Installation) -> None:
    assert elsewhere.sinetra("restore", backup)[0] == 0
    elsewhere.shell("""
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Unit
unit = Unit.objects.first()
with unit_of_work(SYSTEM) as work:
    work.change(unit, name="baru")
    work.record("unit.rename", unit)
""")
    assert elsewhere.verify() | {"problems": []} == elsewhere.verify()
    assert elsewhere.verify()["entries"] == SET_UP_ENTRIES + 1


def test_a_backup_holds_no_session_that_somebody_could_sign_in_with(
    origin: Installation, elsewhere: Installation
) -> None:
    origin.shell("""
from django.contrib.sessions.backends.db import SessionStore
session = SessionStore(session_key="sesiyangmasihberlakusekarang1234")
session["staf"] = "x"
session.save(must_create=True)
""")
    assert origin.sql("SELECT count(*) FROM django_session") == [(1,)]
    path = origin.folder / "without-sessions.tar"
    assert origin.sinetra("backup", path)[0] == 0
    assert b"sesiyangmasihberlakusekarang1234" not in path.read_bytes()
    assert elsewhere.sinetra("restore", path)[0] == 0
    assert elsewhere.sql("SELECT count(*) FROM django_session") == [(0,)]


def test_a_backup_holds_no_key(origin: Installation, backup: Path) -> None:
    content = backup.read_bytes()
    with tarfile.open(backup) as tar:
        assert not [name for name in tar.getnames() if name.endswith((".key", ".pub")) or "keys/" in name]
    secrets = [b64decode(json.loads(path.read_text())["secret"]) for path in (origin.folder / "keys").glob("*.key")]
    assert len(secrets) == 6
    for secret in secrets:
        for form in (secret, b64encode(secret), secret.hex().encode()):
            assert form not in content
    # The twin: the same search finds a key that is there.
    assert b64encode(secrets[0]) in b"".join(path.read_bytes() for path in (origin.folder / "keys").glob("*.key"))


def test_the_sums_hold_without_sinetra(backup: Path, tmp_path: Path) -> None:
    with tarfile.open(backup) as tar:
        tar.extractall(tmp_path / "plain", filter="data")
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path / "plain", check=True)


def test_a_target_that_is_not_empty_is_left_alone(origin: Installation, backup: Path) -> None:
    code, _, errors = origin.sinetra("restore", backup)
    assert code == 2
    assert "kosong" in errors
    assert origin.verify()["ok"]


def test_a_backup_made_while_others_write_is_whole(place: Installation, elsewhere: Installation) -> None:
    writers = [place.start(WRITER, place.folder, name) for name in ("w1", "w2")]
    deadline = time.monotonic() + 90
    while not all((place.folder / f"{name}.log").exists() for name in ("w1", "w2")):
        assert time.monotonic() < deadline, "the writers do not begin"
        time.sleep(0.1)
    backup = place.folder / "backup.tar"
    code, _, errors = place.sinetra("backup", backup)
    assert code == 0, errors
    (place.folder / "stop").touch()
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
    code, out, errors = elsewhere.sinetra("restore", "--json", backup)
    assert code == 0, errors
    restored = json.loads(out)
    assert restored["problems"] == []
    assert SET_UP_ENTRIES < restored["entries"] <= place.verify()["entries"]


def rewritten(backup: Path, target: Path, name_part: str, change: bytes | None) -> Path:
    """The backup with one member changed, or left out."""
    with tarfile.open(backup) as source, tarfile.open(target, "w") as copy:
        for entry in source:
            file = source.extractfile(entry)
            assert file is not None
            content = file.read()
            if name_part in entry.name:
                if change is None:
                    continue
                content = content[:-1] + change
                entry.size = len(content)
            copy.addfile(entry, io.BytesIO(content))
    return target


@pytest.mark.parametrize(("part", "change"), [("blobs/", b"x"), ("blobs/", None), ("database/", b"x"), ("SUMS", b"x")])
def test_a_damaged_backup_restores_nothing(
    backup: Path, elsewhere: Installation, tmp_path: Path, part: str, change: bytes | None
) -> None:
    code, _, errors = elsewhere.sinetra("restore", rewritten(backup, tmp_path / "damaged.tar", part, change))
    assert code == 3, errors
    assert not (elsewhere.data / "sinetra.sqlite3").exists()
    assert not list(elsewhere.data.glob("blobs/sha256/*"))
    assert not list(elsewhere.data.glob(".restore-*"))


def test_a_member_that_wants_to_leave_the_folder_is_refused(
    backup: Path, elsewhere: Installation, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.tar"
    shutil.copy(backup, bad)
    with tarfile.open(bad, "a") as tar:
        tar.addfile(tarfile.TarInfo("database/../../escaped"), io.BytesIO())
    assert elsewhere.sinetra("restore", bad)[0] == 3
    assert not list(elsewhere.folder.rglob("escaped"))


@pytest.mark.parametrize("content", [b"", b"not a tar", b"\0" * 4096])
def test_a_file_that_is_no_backup_is_bad_input(elsewhere: Installation, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "no.tar"
    path.write_bytes(content)
    code, _, errors = elsewhere.sinetra("restore", path)
    assert code == 2
    assert "sinetra-backup-1" in errors


def test_an_existing_backup_is_not_overwritten(origin: Installation, backup: Path) -> None:
    before = backup.read_bytes()
    assert origin.sinetra("backup", backup)[0] == 2
    assert backup.read_bytes() == before
