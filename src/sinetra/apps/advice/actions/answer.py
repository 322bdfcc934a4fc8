"""The team answers a question. The answer goes to whoever holds the code, and is erased with the question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.advice.law import require_in_force
from sinetra.apps.advice.models import Question
from sinetra.apps.advice.vocabulary import QuestionState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock

LENGTHS = (10, 4000)


def answer(
    *,
    question: Question,
    text: str,
    law_date: date,
    norms: Sequence[str],
    actor: Actor,
    at: datetime | None = None,
) -> Question:
    """``norms``: ids of the catalogue, in force on ``law_date``. Errors: ``Forbidden``; ``Conflict`` when it was
    answered before; ``BadInput`` naming ``text`` or ``norms``."""
    require(actor, "question.answer", question)
    if question.state != QuestionState.NEW:
        raise Conflict(gettext_noop("Pertanyaan ini sudah dijawab."), code="answered")
    plain = plain_text(text, "text", LENGTHS, gettext_noop("Tuliskan pendapatnya, %(accepted)s huruf."))
    require_in_force(norms, law_date)
    at = at or clock.now()
    content = {"text": plain, "law_date": law_date, "norms": list(norms)}
    sealed = seal_value(content, question.pk, "answer")
    with unit_of_work(actor) as work:
        work.change(
            question,
            state=QuestionState.ANSWERED,
            answer_sealed=sealed,
            answered_at=at,
            answered_on=clock.today(),
            answered_by_id=actor.user_id,
        )
        work.record("question.answer", question)
    return question
