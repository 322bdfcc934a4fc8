"""Hand-overs between two offices by real processes: each step is killed at each of its writes, then done again.

python hander.py STEP    for the N-th write, from the first on: a new matter is brought to the step, a process of its
own takes the step and is killed at that write, another one takes it again. Says a JSON line a round: where it was
killed, what stood then, what stands after the repeat. The last round lives.
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import sys
from collections.abc import Callable
from typing import Any

import django

MOST = 60


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def in_child(work: Callable[[], Any]) -> tuple[bool, Any]:
    """Whether the process lived, and what it gave back."""
    from django.db import connections

    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.write(writing, json.dumps(work()).encode())
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as said:
        text = said.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL, status
        return False, None
    assert os.WEXITSTATUS(status) == 0, "the process failed by itself"
    return True, json.loads(text)


def study() -> str:
    """A matter whose requirements are checked."""
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import check_requirements, open_matter, start_study
    from sinetra.apps.cases.actions.check_requirements import Given
    from sinetra.apps.cases.checklist import items
    from sinetra.apps.reports.actions import file_report
    from sinetra.apps.reports.intake import read_report
    from sinetra.apps.reports.models import Report
    from sinetra.core.casework.checklist import Answer

    given = {
        "channel": "report",
        "what": "Sebuah kejadian contoh.",
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71",
        "acts": ["like"],
        "reported": [{"role": "lurah"}],
        "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh 1"},
        "idempotency_key": secrets.token_urlsafe(16),
    }
    report = Report.objects.select_related("organisation").get(pk=file_report(report=read_report(given)).report_id)
    matter = start_study(matter=open_matter(report=report, actor=SYSTEM), actor=SYSTEM)
    met = {item.requirement.id: Given(answer=Answer.MET) for item in items(matter)}
    check_requirements(matter=matter, answers=met, actor=SYSTEM)
    return str(matter.pk)


def send(matter: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import transfer
    from sinetra.apps.cases.models import Matter
    from sinetra.apps.registry.models import Organisation
    from sinetra.core.errors import Conflict

    row = Matter.objects.select_related("organisation", "report").get(pk=matter)
    to = Organisation.objects.get(name="Bawaslu Provinsi")
    try:
        transfer(matter=row, to=to, summary="Ringkasan.", actor=SYSTEM)
    except Conflict as error:
        assert error.code == "illegal_transition", "it was sent before"


def work(_matter: str) -> None:
    """What the worker does after its start: takes back what a dead one held, drains the outbox."""
    from datetime import timedelta

    from sinetra.apps.base.outbox import outbox
    from sinetra.jobs.worker import drain
    from sinetra.ports.clock import now
    from sinetra.ports.queue import LEASE

    outbox().reap(now() + LEASE + timedelta(seconds=1))
    _forget_the_wait()
    drain()


def _forget_the_wait() -> None:
    """A second attempt waits some seconds; the test does not."""
    from sinetra.apps.base.models import OutboxTask
    from sinetra.ports.clock import now

    OutboxTask.objects.filter(state="waiting").update(run_after=now())


def acknowledge(matter: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases import actions
    from sinetra.core.errors import Conflict

    try:
        actions.acknowledge(hand_over=_arrived(matter), actor=SYSTEM)
    except Conflict as error:
        assert error.code == "illegal_transition", "it was acknowledged before"


def record(matter: str) -> None:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.cases.actions import record_acknowledgement
    from sinetra.apps.cases.actions.record_acknowledgement import Proof
    from sinetra.apps.cases.sending import day_sent
    from sinetra.apps.cases.vocabulary import HandOverState, ProofKind
    from sinetra.core.errors import Conflict

    sent = _sent(matter)
    proof = Proof(answer=HandOverState.ACKNOWLEDGED, kind=ProofKind.SBT, number="1", dated_on=day_sent(sent))
    try:
        record_acknowledgement(hand_over=sent, proof=proof, actor=SYSTEM)
    except Conflict as error:
        assert error.code == "waits", "it was recorded before"


def confirm(matter: str) -> None:
    from sinetra.apps.accounts.models import User
    from sinetra.apps.base.actor import Actor, Role
    from sinetra.apps.cases.actions import confirm_acknowledgement
    from sinetra.apps.cases.models import RecordedAnswer
    from sinetra.core.errors import Conflict

    user = User.objects.get(username="kedua")
    roles = frozenset({Role.BAWASLU_STAFF})
    actor = Actor(kind="person", user_id=user.pk, organisation_id=user.organisation_id, roles=roles, name="Kedua")
    row = RecordedAnswer.objects.select_related("hand_over__matter").get(hand_over=_sent(matter))
    try:
        confirm_acknowledgement(record=row, accept=True, actor=actor)
    except Conflict as error:
        assert error.code == "decided", "it was confirmed before"


def _sent(matter: str) -> Any:
    from sinetra.apps.cases.models import HandOver

    return HandOver.objects.select_related("matter").get(matter=matter, direction="outgoing")


def _arrived(matter: str) -> Any:
    from sinetra.apps.cases.models import HandOver

    rows = HandOver.objects.select_related("matter", "organisation")
    return rows.get(package_id=_sent(matter).package_id, direction="incoming")


# Each step with those before it.
STEPS: dict[str, Callable[[str], None]] = {
    "send": send,
    "deliver": work,
    "acknowledge": acknowledge,
    "reply": work,
}
RECORDED: dict[str, Callable[[str], None]] = {"send": send, "deliver": work, "record": record, "confirm": confirm}


def standing(matter: str) -> dict[str, Any]:
    """What stands on both sides, in numbers and states."""
    from sinetra.apps.base.models import OutboxTask
    from sinetra.apps.cases.models import Clock, HandOver, Matter, RecordedAnswer, Step

    here = Matter.objects.get(pk=matter)
    sent = list(HandOver.objects.filter(matter=here, direction="outgoing"))
    packages = [row.package_id for row in sent]
    there = list(HandOver.objects.filter(package_id__in=packages, direction="incoming").select_related("matter"))
    promised = [str(row.pk) for row in (*sent, *there)]
    tasks = OutboxTask.objects.filter(name="packages.deliver")
    return {
        "state": here.state,
        "sent": [row.state for row in sent],
        "arrived": [row.state for row in there],
        "theirs": [row.matter.state for row in there],
        "same": all(row.package_digest == sent[0].package_digest for row in there),
        "replies": len({row.reply_digest for row in (*sent, *there) if row.reply_digest}),
        "promised": sum(task.payload["hand_over"] in promised for task in tasks),
        "waiting": sum(task.payload["hand_over"] in promised for task in tasks.exclude(state="done")),
        "lines": list(Step.objects.filter(matter=here).order_by("at", "place", "id").values_list("code", flat=True)),
        "clocks": Clock.objects.filter(matter=here, rule="hand_over.answer").count(),
        "running": Clock.objects.filter(matter=here, rule="hand_over.answer", done_at=None).count(),
        "records": list(RecordedAnswer.objects.filter(hand_over__in=sent).values_list("state", flat=True)),
    }


def dying(step: Callable[[str], None], matter: str, count: int) -> None:
    """Writes count, and in a worker: that it took the task, that the unit was committed, that the task is done."""
    from filer import die_at

    from sinetra.apps.base.outbox import OutboxQueue
    from sinetra.apps.base.tasks import find_handlers
    from sinetra.apps.base.work import Work

    find_handlers()
    handlers = sys.modules["sinetra.apps.cases.handlers"]
    die_at(count, (Work, "change"), (OutboxQueue, "claim"), (handlers, "deliver"), (OutboxQueue, "done"))
    step(matter)


def brought(ways: dict[str, Callable[[str], None]], name: str) -> tuple[str, dict[str, Any]]:
    matter = study()
    for earlier in list(ways)[: list(ways).index(name)]:
        ways[earlier](matter)
    return matter, standing(matter)


def again(step: Callable[[str], None], matter: str) -> tuple[dict[str, Any], dict[str, Any]]:
    killed = standing(matter)
    step(matter)
    return killed, standing(matter)


def rounds(name: str) -> None:
    ways = RECORDED if name in {"record", "confirm"} else STEPS
    # Once by this process itself: what it has read of code and catalogue, those that come after it need not read.
    for one in (STEPS, RECORDED):
        matter = study()
        for step in one.values():
            step(matter)
    for count in range(1, MOST):
        _, (matter, start) = in_child(lambda: brought(ways, name))
        lived, _ = in_child(lambda count=count, matter=matter: dying(ways[name], matter, count))  # type: ignore[misc]
        _, (killed, after) = in_child(lambda matter=matter: again(ways[name], matter))  # type: ignore[misc]
        say(json.dumps({"count": count, "lived": lived, "start": start, "killed": killed, "after": after}))
        if lived:
            return


if __name__ == "__main__":
    django.setup()
    rounds(sys.argv[1])
