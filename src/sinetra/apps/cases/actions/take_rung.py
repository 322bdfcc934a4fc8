"""One rung of the ladder of follow-up, for one or several recommendations to the same addressee in one letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.follow_up import is_overdue
from sinetra.apps.cases.models import LadderLetter, LadderStep, Recommendation
from sinetra.apps.cases.moves import casework
from sinetra.core.casework.ladder import require_rung
from sinetra.core.documents.reminder import ReminderLetter
from sinetra.core.errors import BadInput, Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class RungLetter:
    """``issuer``: who wrote it, where it was not the office itself (BKN, the Minister). ``content``: the letter itself
    where it is made here."""

    rung: str
    letter: str
    dated_on: date
    recipient: str
    issuer: str = ""
    content: ReminderLetter | None = None


def take_rung(
    *,
    recommendations: Sequence[Recommendation],
    letter: RungLetter,
    today: date,
    actor: Actor,
    at: datetime | None = None,
) -> tuple[LadderStep, ...]:
    """All of them or none. Errors: ``Forbidden``; ``BadInput`` without letter or recipient, or for a day that cannot
    be; ``Conflict`` when one is decided, not due, or on another rung."""
    if not recommendations:
        raise BadInput(gettext_noop("Pilih sekurangnya satu rekomendasi."), field="recommendations")
    for row in recommendations:
        require(actor, "recommendation.take_rung", row)
    _check(recommendations, letter, today)
    steps = [_step(row, letter, today) for row in recommendations]
    with unit_of_work(actor, at=at) as work:
        document = _document(work, steps[0], letter)
        for row, step in zip(recommendations, steps, strict=True):
            work.change(row)  # two at once: one wins
            step.document = document
            work.create(step)
            work.record("recommendation.take_rung", row, data={"rung": step.rung, "letter": step.letter})
            work.record("ladder.step", step)
    return tuple(steps)


def _document(work: Work, step: LadderStep, letter: RungLetter) -> LadderLetter | None:
    if letter.content is None:
        return None
    if LadderLetter.objects.filter(
        organisation_id=step.organisation_id, number=step.letter, dated_on=step.dated_on
    ).exists():
        raise BadInput(gettext_noop("Nomor surat ini sudah dipakai pada tanggal itu."), field="letter")
    document = work.create(
        LadderLetter(
            organisation_id=step.organisation_id,
            number=step.letter,
            dated_on=step.dated_on,
            recipient=step.recipient,
            content=letter.content.to_data(),
        )
    )
    work.record("ladder.letter", document, data={"number": step.letter})
    return document


def _check(rows: Sequence[Recommendation], letter: RungLetter, today: date) -> None:
    if not letter.letter.strip():
        raise BadInput(gettext_noop("Tuliskan nomor suratnya."), field="letter")
    if not letter.recipient.strip():
        raise BadInput(gettext_noop("Tuliskan kepada siapa suratnya."), field="recipient")
    first = max(row.dated_on for row in rows)
    if not first <= letter.dated_on <= today:
        raise BadInput(
            gettext_noop("Tanggal ini harus antara tanggal surat dan hari ini: %(accepted)s."),
            field="dated_on",
            accepted=(f"{first} – {today}",),
        )


def _step(row: Recommendation, letter: RungLetter, today: date) -> LadderStep:
    if row.decided_on is not None:
        raise Conflict(gettext_noop("Rekomendasi ini sudah diputus; jawabannya tidak berubah lagi."), code="decided")
    taken = set(LadderStep.objects.filter(recommendation=row).values_list("rung", flat=True))
    rung = require_rung(casework().ladder, letter.rung, taken, overdue=is_overdue(row, today))
    return LadderStep(
        organisation_id=row.organisation_id,
        recommendation=row,
        rung=rung.name,
        letter=letter.letter.strip(),
        dated_on=letter.dated_on,
        recipient=letter.recipient.strip(),
        issuer=letter.issuer.strip(),
    )
