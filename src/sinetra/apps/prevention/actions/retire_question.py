"""A question falls out of use: somebody says why, or its law has changed."""

from __future__ import annotations

from datetime import date

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.standing import fault
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today

LENGTHS = (1, 300)
State = BankQuestion.State


def retire_question(*, question: BankQuestion, reason: str, actor: Actor) -> BankQuestion:
    """Errors: ``Forbidden``; ``BadInput`` naming ``reason``; ``Conflict`` for one that is retired."""
    require(actor, "question_bank.retire", question)
    if question.state == State.RETIRED:
        raise Conflict(gettext_noop("Soal ini tidak dipakai lagi."), code="retired")
    return _retire(question, actor, today(), plain_text(reason, "reason", LENGTHS))


def retire_outdated(day: date) -> int:
    """Every published question whose law or answer is another one on ``day``; how many there were."""
    found = 0
    for row in BankQuestion.objects.filter(state=State.PUBLISHED).order_by("pk").iterator(chunk_size=200):
        if fault(row, day) is not None:
            _retire(row, SYSTEM, day, "")
            found += 1
    return found


def _retire(question: BankQuestion, actor: Actor, day: date, reason: str) -> BankQuestion:
    with unit_of_work(actor) as work:
        work.change(question, state=State.RETIRED, retired_on=day, reason=reason)
        work.record("question_bank.retire", question, data={"law_changed": not reason})
    return question
