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
from installation import SET_UP_ENTRIES, Installation, installation, new_installation

WRITER = Path(__file__).parent / "writer.py"
BLOB = """
from django.conf import settings
from sinetra.ports.blobs import blob_store
for content in (b"bukti pertama", b"bukti kedua" * 300_000):
    print(blob_store(settings.SINETRA_DATA).put(content))
"""


DECREE = """day,kind,name_id,decree,published,confidence
2026-12-07,election,Hari contoh,Keppres contoh,2026-12-01,pers
"""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with installation(tmp_path_factory.mktemp("origin")) as made:
        made.shell(BLOB)
        decree = made.folder / "libur.csv"
        decree.write_text(DECREE, "utf-8")
        assert made.sinetra("import", "calendar", decree)[0] == 0
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


def test_holidays_that_were_imported_come_back_with_the_deadlines_counted_by_them(
    backup: Path, elsewhere: Installation
) -> None:
    asked = ("deadline", "sbt.bawaslu_study", "--from", "2026-12-03", "--json")
    assert json.loads(elsewhere.sinetra(*asked)[1])["due"] == "2026-12-08"
    assert elsewhere.sinetra("restore", backup)[0] == 0
    assert json.loads(elsewhere.sinetra(*asked)[1])["due"] == "2026-12-09"


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


def public_key(place: Installation) -> tuple[str, str]:
    """Id and public key as ``sinetra keys list`` shows them, and as the paper in the safe has them."""
    code, out, errors = place.sinetra("keys", "list")
    assert code == 0, errors
    [line] = [line for line in out.splitlines() if line.startswith("signing")]
    return line.split()[2], line.split()[-1]


def test_where_no_ring_is_the_checkpoints_are_said_to_be_unproven_until_the_paper_was_read(
    origin: Installation, backup: Path, elsewhere: Installation
) -> None:
    key_id, public = public_key(origin)
    code, out, errors = elsewhere.sinetra("restore", "--json", backup)
    assert (code, json.loads(out)["unverified_checkpoints"]) == (0, {key_id: 1})
    assert "BELUM TERBUKTI" in errors
    assert public in errors
    code, _, errors = elsewhere.sinetra("verify-audit", "--trust", key_id)
    assert code == 2, "whoever edits a backup chooses the number"
    code, out, errors = elsewhere.sinetra("verify-audit", "--json", "--trust", public)
    assert (code, json.loads(out)["unverified_checkpoints"]) == (0, {})
    assert "BELUM TERBUKTI" not in errors
    assert elsewhere.verify()["unverified_checkpoints"] == {}


def test_a_key_that_is_named_with_the_restore_counts_at_once(
    origin: Installation, backup: Path, elsewhere: Installation
) -> None:
    code, _, errors = elsewhere.sinetra("restore", "--trust", "00" * 32, backup)
    assert code == 2
    assert "--trust" in errors
    assert not (elsewhere.data / "sinetra.sqlite3").exists(), "a slip of the pen restores nothing"
    code, out, errors = elsewhere.sinetra("restore", "--json", "--trust", public_key(origin)[1], backup)
    assert code == 0, errors
    assert (json.loads(out)["checkpoints"], json.loads(out)["unverified_checkpoints"]) == (1, {})


def test_with_the_ring_brought_back_nothing_is_left_to_compare(
    origin: Installation, backup: Path, elsewhere: Installation
) -> None:
    shutil.copytree(origin.folder / "keys", elsewhere.folder / "keys")
    code, out, errors = elsewhere.sinetra("restore", "--json", backup)
    assert code == 0, errors
    assert json.loads(out)["unverified_checkpoints"] == {}
    assert "BELUM TERBUKTI" not in errors
    assert not list((elsewhere.folder / "keys").glob("*.pub"))


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Installation]:
    with new_installation(tmp_path / "stranger") as made:
        yield made


def test_a_backup_signed_anew_by_somebody_else_proves_nothing_and_gets_no_trust(
    origin: Installation, stranger: Installation, elsewhere: Installation
) -> None:
    """The whole of it is made with another ring: its sums, chains and signatures all fit together."""
    assert stranger.sinetra("backup", stranger.folder / "forged.tar")[0] == 0
    shutil.copytree(origin.folder / "keys", elsewhere.folder / "keys")
    key_id, public = public_key(stranger)
    code, out, errors = elsewhere.sinetra("restore", "--json", stranger.folder / "forged.tar")
    assert (code, json.loads(out)["unverified_checkpoints"]) == (0, {key_id: 1})
    assert public in errors
    signature = stranger.shell("from sinetra.ports.keyring import sign; print(sign(b'paket').hex())").strip()
    accepts = f"from sinetra.ports.keyring import verify; print(verify(b'paket', bytes.fromhex('{signature}')))"
    assert stranger.shell(accepts).strip() == "True"
    assert elsewhere.shell(accepts).strip() == "False"


def with_keys(backup: Path, target: Path, keys: dict[str, str]) -> Path:
    """The backup whose manifest names other keys."""
    with tarfile.open(backup) as source, tarfile.open(target, "w") as copy:
        for entry in source:
            file = source.extractfile(entry)
            assert file is not None
            content = file.read()
            if entry.name == "manifest.json":
                content = json.dumps(json.loads(content) | {"signing_keys": keys}).encode()
                entry.size = len(content)
            copy.addfile(entry, io.BytesIO(content))
    return target


def test_another_key_by_the_right_number_does_not_hold(
    origin: Installation, backup: Path, elsewhere: Installation, tmp_path: Path
) -> None:
    key_id, public = public_key(origin)
    edited = with_keys(backup, tmp_path / "edited.tar", {key_id: public[::-1]})
    code, out, _ = elsewhere.sinetra("restore", "--json", edited)
    assert code == 3
    assert [problem["kind"] for problem in json.loads(out)["problems"]] == ["checkpoint"]


@pytest.mark.parametrize("keys", [{"../../escaped": "00" * 32}, {"00" * 8: "xy" * 32}, {"00" * 8: 1}])
def test_a_manifest_with_what_is_no_key_is_no_backup(
    backup: Path, elsewhere: Installation, tmp_path: Path, keys: dict[str, str]
) -> None:
    assert elsewhere.sinetra("restore", with_keys(backup, tmp_path / "bad.tar", keys))[0] == 2
    assert not list(elsewhere.folder.rglob("*escaped*"))


def test_the_backup_of_a_restored_installation_names_the_earlier_key_too(
    origin: Installation, backup: Path, elsewhere: Installation, tmp_path: Path
) -> None:
    assert elsewhere.sinetra("restore", backup)[0] == 0
    assert elsewhere.sinetra("keys", "new")[0] == 0
    assert elsewhere.sinetra("backup", elsewhere.folder / "next.tar")[0] == 0
    with tarfile.open(elsewhere.folder / "next.tar") as tar:
        manifest = tar.extractfile("manifest.json")
        assert manifest is not None
        named = json.load(manifest)["signing_keys"]
    assert named == dict([public_key(origin), public_key(elsewhere)])
