"""What goes by itself: answered questions and ended mediations after thirty days, opinions whose law has changed; and
sealed columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from sinetra.apps.advice.actions.withdraw_opinion import withdraw_outdated
from sinetra.apps.advice.models import Mediation, Question
from sinetra.apps.advice.vocabulary import ENDED, OPEN, TRACE_ERASED, QuestionState
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.tasks import periodic
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.sealing import context_of
from sinetra.ports.clock import today


def _context(field: str) -> Callable[[Question | Mediation], bytes]:
    return lambda row: context_of(row.pk, field)


for _field in ("text", "facts", "answer"):
    sealed_column(Question, f"{_field}_sealed", context=_context(_field))
for _field in ("request", "offer", "talk"):
    sealed_column(Mediation, f"{_field}_sealed", context=_context(_field))


@retention("advice.questions")
def forget_answered(now: datetime, *, dry_run: bool) -> int:
    return _forget(
        Question.objects.filter(state=QuestionState.ANSWERED, answered_at__lt=cut_off("advice.questions", now)),
        dry_run=dry_run,
    )


@retention("advice.unanswered")
def forget_unanswered(now: datetime, *, dry_run: bool) -> int:
    return _forget(
        Question.objects.filter(state=QuestionState.NEW, created_at__lt=cut_off("advice.unanswered", now)),
        dry_run=dry_run,
    )


@retention("advice.mediations")
def forget_ended(now: datetime, *, dry_run: bool) -> int:
    return _forget(
        Mediation.objects.filter(state__in=ENDED, ended_at__lt=cut_off("advice.mediations", now)), dry_run=dry_run
    )


@retention("advice.mediations_silent")
def forget_silent(now: datetime, *, dry_run: bool) -> int:
    return _forget(
        Mediation.objects.filter(state__in=OPEN, moved_at__lt=cut_off("advice.mediations_silent", now)), dry_run=dry_run
    )


def _forget(old: QuerySet[Any], *, dry_run: bool) -> int:
    """The whole rows go; what stays in the trace is that there was one."""
    if dry_run:
        return old.count()
    rows = list(old)
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            work.remove(row)
            work.record(TRACE_ERASED, row)
    return len(rows)


@periodic("advice.withdraw", every=timedelta(days=1))
def withdraw(payload: Mapping[str, Any]) -> None:
    """The library shows no opinion as valid whose law has changed; pages compute the same on read."""
    del payload
    withdraw_outdated(today())
