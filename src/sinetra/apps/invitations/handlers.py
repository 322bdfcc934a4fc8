"""What goes by itself: packages to their receivers, ended and forgotten consults away; and sealed columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.tasks import handler
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.invitations.actions.deliver import deliver
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.vocabulary import TRACE_ERASED, State, Way
from sinetra.apps.reports.sealing import context_of


def _context(field: str) -> Callable[[Invitation | Consultation], bytes]:
    return lambda row: context_of(row.pk, field)


for _field in ("told", "name", "decision", "done"):
    sealed_column(Invitation, f"{_field}_sealed", context=_context(_field))
for _field in ("package", "reply", "advice", "letter"):
    sealed_column(Consultation, f"{_field}_sealed", context=_context(_field))


# Whoever runs the machine reads of a package, as of a matter: not that somebody was invited (principle 8).
@handler("invitations.deliver", told_as="packages.deliver")
def deliver_package(payload: Mapping[str, Any]) -> None:
    """``{"consultation": id, "part": "package" | "reply"}``. Twice does no harm: receiving is idempotent."""
    deliver(UUID(payload["consultation"]), payload["part"])


@retention("invitations.ended")
def forget_ended(now: datetime, *, dry_run: bool) -> int:
    limit = cut_off("invitations.ended", now)
    return _forget(Invitation.objects.filter(state=State.NOTED, ended_at__lt=limit), dry_run=dry_run)


@retention("invitations.silent")
def forget_silent(now: datetime, *, dry_run: bool) -> int:
    limit = cut_off("invitations.silent", now)
    rows = Invitation.objects.filter(state__in=(State.OPEN, State.DECIDED), quiet_from__lt=limit)
    return _forget(rows, dry_run=dry_run)


@retention("invitations.advised")
def forget_advised(now: datetime, *, dry_run: bool) -> int:
    limit = cut_off("invitations.advised", now)
    return _forget_received(Consultation.objects.filter(advised_at__lt=limit), dry_run=dry_run)


@retention("invitations.unanswered")
def forget_unanswered(now: datetime, *, dry_run: bool) -> int:
    limit = cut_off("invitations.unanswered", now)
    return _forget_received(Consultation.objects.filter(advised_at=None, created_at__lt=limit), dry_run=dry_run)


def _forget(old: QuerySet[Invitation], *, dry_run: bool) -> int:
    """With both rows of who was asked; what stays in the trace is that there was a question."""
    if dry_run:
        return old.count()
    rows = list(old)
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            for part in (*row.consultations.all(), row):
                work.remove(part)
                work.record(TRACE_ERASED, part)
    return len(rows)


def _forget_received(old: QuerySet[Consultation], *, dry_run: bool) -> int:
    """Bawaslu's own copies."""
    old = old.filter(way=Way.RECEIVED)
    if dry_run:
        return old.count()
    rows = list(old)
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            work.remove(row)
            work.record(TRACE_ERASED, row)
    return len(rows)
