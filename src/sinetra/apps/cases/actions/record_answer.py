"""What the addressee of a recommendation has answered, by which letter and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.follow_up import due_of
from sinetra.apps.cases.models import Recommendation
from sinetra.apps.cases.vocabulary import DECIDED, Answer
from sinetra.apps.registry.counting import counting_of
from sinetra.core.errors import BadInput, Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """``received_on``: the day on which the addressee received the recommendation, once it is known."""

    answer: Answer
    on: date
    letter: str = ""
    received_on: date | None = None
    note: str = ""


def record_answer(
    *, recommendation: Recommendation, answered: Answered, today: date, actor: Actor, at: datetime | None = None
) -> Recommendation:
    """A decision ends the waiting. A known day of receipt counts the due date anew.

    Errors: ``Forbidden``; ``BadInput`` for a day that cannot be, and for a decision without its letter; ``Conflict``
    when it was decided before.
    """
    require(actor, "recommendation.answer", recommendation)
    if recommendation.decided_on is not None:
        raise Conflict(gettext_noop("Rekomendasi ini sudah diputus; jawabannya tidak berubah lagi."), code="decided")
    _check(recommendation, answered, today)
    received_on = answered.received_on or recommendation.received_on
    office = recommendation.organisation
    due = due_of(recommendation.dated_on, received_on, office=office, counting=counting_of(office.pk))
    decided = answered.answer in DECIDED
    with unit_of_work(actor, at=at) as work:
        work.change(
            recommendation,
            answer=answered.answer,
            answered_on=answered.on,
            answer_letter=answered.letter.strip(),
            note=answered.note.strip(),
            received_on=received_on,
            due_on=None if due is None else due.due,
            due_told=None if due is None else due.kept(),
            decided_on=answered.on if decided else None,
        )
        data = {"answer": answered.answer, "on": answered.on, "due": recommendation.due_on}
        work.record("recommendation.answer", recommendation, data=data)
    return recommendation


def _check(row: Recommendation, answered: Answered, today: date) -> None:
    for field, day in (("on", answered.on), ("received_on", answered.received_on)):
        if day is not None and not row.dated_on <= day <= today:
            raise BadInput(
                gettext_noop("Tanggal ini harus antara tanggal surat dan hari ini: %(accepted)s."),
                field=field,
                accepted=(f"{row.dated_on} – {today}",),
            )
    if answered.answer is Answer.NONE:
        raise BadInput(gettext_noop("Pilih apa yang dijawab."), field="answer")
    if answered.answer in DECIDED and not answered.letter.strip():
        raise BadInput(gettext_noop("Tuliskan nomor surat keputusannya."), field="letter")
