"""Reads of recommendations: the ageing list, one of them with its rungs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.follow_up import rung_after
from sinetra.apps.cases.models import LadderLetter, LadderStep, Recommendation
from sinetra.apps.cases.vocabulary import Answer
from sinetra.core.casework.ladder import Rung
from sinetra.core.errors import NotFound, gettext_noop

#: One letter names at most so many.
MOST_IN_A_LETTER = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationFilter:
    """``addressee`` as it is written. ``overdue_on``: only those whose answer is late on that day."""

    decided: bool = False
    addressee: str = ""
    overdue_on: date | None = None


def recommendations(actor: Actor, filters: RecommendationFilter) -> QuerySet[Recommendation]:
    """Open ones, or decided ones; to be paged by ``dated_on``. Errors: ``Forbidden``."""
    require(actor, "recommendation.read")
    rows = visible(actor, Recommendation).filter(decided_on__isnull=not filters.decided)
    if filters.addressee:
        rows = rows.filter(addressee=filters.addressee)
    if filters.overdue_on is not None:
        rows = rows.filter(due_on__lt=filters.overdue_on)
    return rows


def recommendation(actor: Actor, key: UUID) -> Recommendation:
    """Errors: ``Forbidden``, ``NotFound`` (also for one of another office)."""
    require(actor, "recommendation.read")
    row = visible(actor, Recommendation).select_related("organisation").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Rekomendasi ini tidak ada, atau bukan milik kantor Anda."))
    return row


def shown_note(row: Recommendation) -> str:
    """Free text about somebody of whom nothing was proven is shown no more."""
    return "" if row.answer == Answer.NOT_PROVEN else row.note


def rungs(row: Recommendation) -> tuple[LadderStep, ...]:
    """In the order in which they were taken."""
    return tuple(row.rungs.order_by("created_at", "id"))


def next_rung_of(row: Recommendation) -> Rung | None:
    """None when it is decided or the last rung was taken."""
    return None if row.decided_on is not None else rung_after({step.rung for step in rungs(row)})


def ladder_letter(actor: Actor, key: UUID) -> LadderLetter:
    """Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "recommendation.read")
    row = visible(actor, LadderLetter).filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Surat ini tidak ada."))
    return row


def to_remind(actor: Actor, addressee: str, today: date) -> tuple[Recommendation, ...]:
    """Late ones of an addressee that no reminder was sent for, the oldest first, as many as one letter names."""
    late = recommendations(actor, RecommendationFilter(addressee=addressee, overdue_on=today))
    rows = late.exclude(rungs__rung="reminder").select_related("organisation").order_by("dated_on", "id")
    return tuple(rows[:MOST_IN_A_LETTER])
