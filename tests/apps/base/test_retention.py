"""What goes after its time, and what stays."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session

from sinetra.apps.audit.erase import erase_details
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.cli import retention

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def old_things() -> None:
    for key, state, days in (
        ("old", "done", 31),
        ("dead", "dead", 31),
        ("new", "done", 29),
        ("waiting", "waiting", 31),
    ):
        outbox().add("test", {}, key=key, run_after=NOW)
        OutboxTask.objects.filter(key=key).update(state=state, finished_at=NOW - timedelta(days=days))
    for key, hours in (("over", -1), ("on", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=NOW + timedelta(hours=hours))


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    retention.configure(parser)
    return retention.run(parser.parse_args(["run", *arguments]))


def counts(printed: str) -> dict[str, int]:
    return {rule["name"]: rule["removed"] for rule in json.loads(printed)["rules"]}


def test_old_done_tasks_and_sessions_go_and_the_rest_stays(
    old_things: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--json") == 0
    assert {"outbox.done": 1, "sessions.expired": 1}.items() <= counts(capsys.readouterr().out).items()
    assert set(OutboxTask.objects.values_list("key", flat=True)) == {"dead", "new", "waiting"}
    assert list(Session.objects.values_list("session_key", flat=True)) == ["on"]


def test_a_dry_run_counts_and_removes_nothing(old_things: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--dry-run", "--json") == 0
    assert {"outbox.done": 1, "sessions.expired": 1}.items() <= counts(capsys.readouterr().out).items()
    assert OutboxTask.objects.count() == 4
    assert Session.objects.count() == 2


def test_an_erased_detail_leaves_the_chain_whole(bawaslu: Organisation) -> None:
    with unit_of_work(SYSTEM) as work:
        work.record("organisation.note", bawaslu, note="nama orang")
    assert erase_details(AuditEntry.objects.all()) == 1
    assert erase_details(AuditEntry.objects.all()) == 0
    assert not AuditEntry.objects.exclude(detail=None).exists()
    assert verify().ok
