"""Backups copy the database, so no private key is in it: the locked one is a file of the key folder and stays."""

from __future__ import annotations

import json
import stat
import sys
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from report_cast import PASSPHRASE, REPORTER, Cast, filed, formal

from sinetra.apps.audit.verify import verify
from sinetra.apps.reports.actions import new_custodian_key, open_identity
from sinetra.apps.reports.custodian_files import FOLDER, keep_locked, locked_key
from sinetra.apps.reports.models import CustodianKey, Identity
from sinetra.apps.reports.vocabulary import OpeningGround
from sinetra.core.errors import Conflict, VerificationFailed
from sinetra.ports.keyring import keyring

sys.path.insert(0, str(Path(__file__).parents[2] / "faults"))

from installation import Installation, installation

REASON = "Klarifikasi pelapor atas permintaan pleno."
GROUND = OpeningGround.CLARIFICATION
WITH_VAULT = """
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.actions import new_custodian_key
office = Organisation.objects.get(kind="bawaslu")
new_custodian_key(organisation=office, passphrase="kayu manis di tepi kali", actor=SYSTEM)
new_custodian_key(organisation=office, passphrase="kayu manis di tepi kali", actor=SYSTEM)
"""
PLANT = """
from pathlib import Path
from django.conf import settings
from sinetra.ports.blobs import blob_store
for path in [*Path(settings.SINETRA_KEYS).glob("custodians/*.locked")][:1]:
    blob_store(settings.SINETRA_DATA).put([path.read_bytes()])
"""


def path_of(key: CustodianKey) -> Path:
    return keyring().folder / FOLDER / f"{key.key_id}.locked"


@pytest.mark.django_db
def test_the_row_knows_only_the_public_key_and_the_file_is_its_owners_alone(cast: Cast) -> None:
    key, made = new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian)
    assert {field.name for field in CustodianKey._meta.concrete_fields} == {
        *("id", "organisation", "version", "salt", "created_at"),
        *("key_id", "public_key", "retired_at", "post", "holder"),
    }
    assert path_of(key).read_bytes() == made.locked
    assert stat.S_IMODE(path_of(key).stat().st_mode) == 0o600
    assert stat.S_IMODE(path_of(key).parent.stat().st_mode) == 0o700
    assert verify().ok


@pytest.mark.django_db
def test_without_the_file_the_passphrase_opens_nothing_and_the_printed_text_still_does(cast: Cast) -> None:
    key, made = new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian)
    filed(formal())
    identity = Identity.objects.select_related("report", "key").get()
    path_of(key).unlink()
    with pytest.raises(VerificationFailed) as caught:
        open_identity(identity=identity, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=cast.custodian)
    assert caught.value.code == "locked_key_missing"
    reporter = open_identity(
        identity=identity, secret=made.recovery, ground=GROUND, reason=REASON, actor=cast.custodian
    )
    assert reporter.name == REPORTER["name"]


@pytest.mark.django_db
def test_a_damaged_file_and_the_printed_text_of_another_office_open_nothing(cast: Cast) -> None:
    key, _ = new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian)
    filed(formal())
    identity = Identity.objects.select_related("report", "key").get()
    _, other = new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian)
    with pytest.raises(VerificationFailed) as caught:
        open_identity(identity=identity, secret=other.recovery, ground=GROUND, reason=REASON, actor=cast.custodian)
    assert caught.value.code == "vault_locked"
    for damaged in (b"", path_of(key).read_bytes()[:20], bytes(88)):
        path_of(key).write_bytes(damaged)
        with pytest.raises(VerificationFailed):
            open_identity(identity=identity, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=cast.custodian)


@pytest.mark.django_db
def test_a_key_that_did_not_come_into_use_leaves_no_file(cast: Cast) -> None:
    before = set((keyring().folder / FOLDER).iterdir())
    with pytest.raises(Conflict):
        new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian, replaces="0" * 32)
    assert set((keyring().folder / FOLDER).iterdir()) == before
    in_use = CustodianKey.objects.get(organisation=cast.bawaslu, retired_at=None)
    new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=cast.custodian, replaces=in_use.key_id)
    assert len(set((keyring().folder / FOLDER).iterdir())) == len(before) + 1


def test_a_file_is_never_written_over() -> None:
    keep_locked("uji-sekali", b"satu")
    try:
        with pytest.raises(FileExistsError):
            keep_locked("uji-sekali", b"dua")
        assert locked_key("uji-sekali") == b"satu"
        assert locked_key("tidak-ada") is None
    finally:
        (keyring().folder / FOLDER / "uji-sekali.locked").unlink()


def keys_in(place: Installation, content: bytes) -> list[str]:
    """Which keys of the installation stand in these bytes, in any of the ways that a database writes bytes."""
    folder = place.folder / "keys"
    secrets = {path.name: b64decode(json.loads(path.read_text())["secret"]) for path in folder.glob("*.key")}
    secrets |= {path.name: path.read_bytes() for path in (folder / FOLDER).glob("*.locked")}
    assert len(secrets) == 6 + 2
    return [
        name
        for name, secret in secrets.items()
        if any(
            form in content
            for form in (secret, b64encode(secret), secret.hex().encode(), secret.hex().upper().encode())
        )
    ]


def test_a_backup_holds_neither_the_locked_key_nor_a_key_of_the_ring(tmp_path: Path) -> None:
    with installation(tmp_path / "place") as place:
        place.shell(WITH_VAULT)
        assert place.sinetra("backup", place.folder / "backup.tar")[0] == 0
        assert keys_in(place, (place.folder / "backup.tar").read_bytes()) == []
        assert place.verify()["ok"]
        # The twin: a locked key that somebody put among the blobs is found by the same search.
        place.shell(PLANT)
        assert place.sinetra("backup", place.folder / "planted.tar")[0] == 0
        (found,) = keys_in(place, (place.folder / "planted.tar").read_bytes())
        assert found.endswith(".locked")
