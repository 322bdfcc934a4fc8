"""Reads of advice: the worklist of the team, one question opened, what the code shows, the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.advice.models import Opinion, Question
from sinetra.apps.advice.vocabulary import KEPT, OpinionState, QuestionState
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.reports.codes import hashes_of_typed
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import NotFound, gettext_noop

MOST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the team answered: its words, and the norms as they stood on ``law_date``."""

    text: str
    law_date: date
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question with its texts opened. ``answer`` is None before there is one, and with it ``erased_on``."""

    row: Question
    text: str
    facts: Mapping[str, Any]
    answer: Advice | None

    @property
    def erased_on(self) -> date | None:
        """The first day on which nothing of it is left."""
        return self.row.answered_on + KEPT + timedelta(days=1) if self.row.answered_on else None


def questions(actor: Actor, *, state: QuestionState = QuestionState.NEW) -> QuerySet[Question]:
    """To be paged by ``asked_on``. Errors: ``Forbidden``."""
    require(actor, "question.read")
    return visible(actor, Question).filter(state=state)


def facts_of(row: Question) -> Mapping[str, Any]:
    found: Mapping[str, Any] = open_value(row.facts_sealed, row.pk, "facts")
    return found


def question_view(actor: Actor, pk: UUID) -> QuestionView:
    """Errors: ``Forbidden``; ``NotFound``, also for a question to another office."""
    require(actor, "question.read")
    row = visible(actor, Question).select_related("answered_by").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Pertanyaan ini tidak ada, atau sudah dihapus."))
    return _view(row)


def question_by_code(typed: str) -> QuestionView:
    """What whoever holds the code may read. Errors: ``BadInput`` when it cannot be a code, ``NotFound``."""
    row = Question.objects.select_related("organisation").filter(code_hash__in=hashes_of_typed(typed)).first()
    if row is None:
        raise NotFound(
            gettext_noop("Kode ini tidak terdaftar di sini, atau sudah lewat 30 hari sejak dijawab."),
            code="code_unknown",
        )
    return _view(row)


def _view(row: Question) -> QuestionView:
    return QuestionView(
        row=row, text=open_value(row.text_sealed, row.pk, "text"), facts=facts_of(row), answer=_answer(row)
    )


def _answer(row: Question) -> Advice | None:
    if not row.answer_sealed:
        return None
    found = open_value(row.answer_sealed, row.pk, "answer")
    day = date.fromisoformat(found["law_date"])
    return Advice(text=found["text"], law_date=day, norms=tuple(found["norms"]))


def library(text: str = "") -> QuerySet[Opinion]:
    """Published opinions that hold every word of ``text``: in title, texts, norms or articles. Page by the newest."""
    rows = visible(PUBLIC, Opinion).filter(state=OpinionState.PUBLISHED)
    for word in text.replace("\x00", "").casefold().split()[:MOST_WORDS]:
        rows = rows.filter(search_text__contains=word)
    return rows


def opinions_on(norm: str) -> list[Opinion]:
    """The newest published opinions that name the norm, at most ten."""
    # A text can hold the id inside a longer one, so a few more are looked at.
    rows = visible(PUBLIC, Opinion).filter(state=OpinionState.PUBLISHED, search_text__contains=norm.casefold())
    return [row for row in rows.order_by("-law_date", "-pk")[:50] if norm in row.norms][:10]


def opinions(actor: Actor) -> QuerySet[Opinion]:
    """All of the actor's office, drafts too. Errors: ``Forbidden``."""
    require(actor, "opinion.write")
    return visible(actor, Opinion).filter(organisation_id=actor.office)


def opinion(actor: Actor, pk: UUID) -> Opinion:
    """Errors: ``NotFound``, also for a draft that the actor may not see."""
    rows = visible(actor, Opinion).select_related("organisation", "written_by", "checked_by", "withdrawn_by")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Pendapat ini tidak ada."))
    return found
