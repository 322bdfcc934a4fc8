"""Rotation: what older keys sealed is sealed anew, on the record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base import reseal
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.cli.main import main
from sinetra.ports.keyring import Keyring, keyring

pytestmark = pytest.mark.django_db


def context(row: Any) -> bytes:
    return f"organisation:{row.pk}".encode()


@pytest.fixture
def ring(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Keyring:
    """A ring of its own, and one column that counts as sealed."""
    settings.SINETRA_KEYS = tmp_path / "keys"
    keyring().create()
    # The columns of the apps are registered once a process, on import: not into the stand-in.
    find_handlers()
    monkeypatch.setattr(reseal, "_columns", {})
    reseal.sealed_column(Organisation, "public_key", context=context)
    return keyring()


def sealed_by(ring: Keyring, organisation: Organisation) -> None:
    with unit_of_work(SYSTEM) as work:
        work.change(organisation, public_key=ring.seal("data", b"isi", context(organisation)))
        work.record("test.seal", organisation)


def test_after_a_rotation_the_worker_seals_everything_anew(
    ring: Keyring, bawaslu: Organisation, pemda: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed_by(ring, bawaslu)
    assert main(["keys", "rotate", "data"]) == 0
    assert main(["sweep"]) == 0
    bawaslu.refresh_from_db()
    now_sealed = bytes(bawaslu.public_key or b"")
    assert ring.is_current("data", now_sealed)
    assert ring.open_sealed("data", now_sealed, context(bawaslu)) == b"isi"
    assert AuditEntry.objects.filter(action="keys.reseal", object_id=bawaslu.pk).count() == 1
    assert not AuditEntry.objects.filter(action="keys.reseal", object_id=pemda.pk).exists()
    assert verify(ring=ring).problems == []
    capsys.readouterr()


def test_sealing_anew_a_second_time_finds_nothing_to_do(ring: Keyring, bawaslu: Organisation) -> None:
    sealed_by(ring, bawaslu)
    ring.rotate(ring.current("data").purpose)
    assert reseal.reseal_all() == 1
    assert reseal.reseal_all() == 0


def test_an_unknown_purpose_is_named(ring: Keyring, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "rotate", "everything"]) == 2
    assert "signing" in capsys.readouterr().err


def test_the_drill_of_the_escrow(
    ring: Keyring, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    copy = tmp_path / "copy"
    assert main(["keys", "escrow", str(copy)]) == 0
    papers = [line.rsplit(" ", 1)[1] for line in capsys.readouterr().out.splitlines()]
    assert len(papers) == 3
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(papers[:2])))
    assert main(["keys", "escrow", str(copy), "--drill"]) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(papers[0]))
    assert main(["keys", "escrow", str(copy), "--drill"]) == 3
