"""A checkpoint leaves the machine also when the first attempt did not get through, and nothing is covered up by it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from sinetra.apps.audit import checkpoints
from sinetra.apps.audit.checkpoint_file import load
from sinetra.apps.audit.checkpoints import folder, kept_checkpoints, make_checkpoint, recent_under_another_name
from sinetra.apps.audit.models import AuditEntry, Checkpoint
from sinetra.apps.audit.uncovered import uncovered_since
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.cli.main import main

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_checkpoints(tmp_path: Path, settings: Any) -> None:
    settings.SINETRA_CHECKPOINTS = str(tmp_path / "checkpoints")


def look(organisation: Organisation, at: Any = None) -> None:
    with unit_of_work(SYSTEM, at=at) as work:
        work.record("organisation.look", organisation)


def names() -> list[str]:
    return sorted(path.name for path in folder().iterdir())


def test_a_file_that_a_full_disk_kept_away_is_written_by_the_next_run(
    bawaslu: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(checkpoints, "write_atomically", full)
        with pytest.raises(OSError, match="No space"):
            make_checkpoint()
    assert Checkpoint.objects.count() == 1
    assert names() == []
    assert make_checkpoint() is None, "nothing has moved, and yet:"
    assert names() == ["checkpoint-00000001.json"]
    look(bawaslu)
    (folder() / "checkpoint-00000001.json").unlink()
    make_checkpoint()
    assert names() == ["checkpoint-00000001.json", "checkpoint-00000002.json"]


def test_a_number_that_is_taken_is_published_beside_and_reported(
    bawaslu: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    other = make_checkpoint()
    assert other is not None
    Checkpoint.objects.all().delete()
    look(bawaslu)
    before = (folder() / "checkpoint-00000001.json").read_bytes()
    mine = make_checkpoint()
    assert mine is not None
    assert names() == [f"checkpoint-00000001-{mine.hash[:16]}.json", "checkpoint-00000001.json"]
    assert (folder() / "checkpoint-00000001.json").read_bytes() == before
    assert load(folder() / names()[0]) == mine
    kept, unreadable = kept_checkpoints()
    assert [(problem.kind, problem.seq) for problem in verify(kept).problems] == [("checkpoint_twice", 1)]
    assert unreadable == []
    assert main(["verify-audit"]) == 3
    assert recent_under_another_name() == [folder() / "checkpoint-00000001.json"]
    capsys.readouterr()
    assert main(["check"]) == 3
    assert "checkpoint-00000001.json" in capsys.readouterr().out
    make_checkpoint()
    assert len(names()) == 2, "a later run writes it no third time"


def test_a_damaged_file_is_named_and_hides_nothing_of_the_others(
    bawaslu: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    make_checkpoint()
    assert main(["verify-audit"]) == 0
    (folder() / "checkpoint-00000009.json").write_bytes(b"{")
    capsys.readouterr()
    assert main(["verify-audit", "--json"]) == 3
    printed = capsys.readouterr().out
    assert '"checkpoint_file"' in printed
    assert '"checkpoint-00000009.json"' in printed
    assert '"checkpoints": 2' in printed


def test_only_entries_that_wait_two_hours_for_a_checkpoint_are_uncovered(bawaslu: Organisation) -> None:
    now = timezone.now()
    make_checkpoint()
    look(bawaslu, at=now)
    assert uncovered_since(now + timedelta(hours=2)) is None
    assert uncovered_since(now + timedelta(hours=2, seconds=1)) == now
    make_checkpoint()
    assert uncovered_since(now + timedelta(days=2)) is None, "a quiet night needs no checkpoint"

    Checkpoint.objects.update(at=now - timedelta(hours=9))
    look(bawaslu, at=now - timedelta(minutes=5))
    assert uncovered_since(now) is None, "after a quiet night the first entry has an hour or two of its own"


def test_check_and_verify_audit_warn_of_it_and_do_not_fail(
    bawaslu: Organisation, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    later = timezone.now() + timedelta(hours=3)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert main(["verify-audit"]) == 0
    assert "belum tercakup" in capsys.readouterr().err
    main(["check"])
    assert "belum tercakup" in capsys.readouterr().out
    assert AuditEntry.objects.exists()
    make_checkpoint()
    assert main(["verify-audit"]) == 0
    assert "belum tercakup" not in capsys.readouterr().err
    main(["check"])
    assert "belum tercakup" not in capsys.readouterr().out
