"""Somebody of the office marks as read what the reporter wrote."""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict_in_report
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.shown_messages import shown


def read_messages(*, report: Report, upto: UUID, actor: Actor) -> int:
    """``upto``: the newest message that was on the page; what came since stays new, and what stayed sealed is not
    read. How many were marked.

    Errors: ``Forbidden``; ``StepAside``; ``Conflict`` by a lost race.
    """
    require(actor, "message.read", report)
    require_no_conflict_in_report(actor, report)
    rows = list(shown(Message.objects.filter(report=report, by_office=False, read_at=None, pk__lte=upto)))
    if not rows:
        return 0
    with unit_of_work(actor) as work:
        for row in rows:
            work.change(row, read_at=work.at)
            work.record("message.read", row)
    return len(rows)
