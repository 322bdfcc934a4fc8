"""The question bank and the tests of an activity, as an actor may see them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.prevention.models import BankQuestion
from sinetra.core.errors import NotFound, gettext_noop


def questions(actor: Actor, state: BankQuestion.State | None = None) -> QuerySet[BankQuestion]:
    """Errors: ``Forbidden``."""
    require(actor, "question_bank.read")
    rows = visible(actor, BankQuestion).select_related("written_by")
    return rows if state is None else rows.filter(state=state)


def question(actor: Actor, pk: UUID) -> BankQuestion:
    """Errors: ``Forbidden``; ``NotFound``, also for one of another office."""
    rows = questions(actor).select_related("checked_by", "previous")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Soal ini tidak ada."))
    return found
