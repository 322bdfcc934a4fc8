"""The team records the advice of a Bawaslu that has no Sinetra, with the number and date of its letter."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.partners import addressed_here
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.actions.advise import LENGTHS, given, require_waiting
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.told import Advice
from sinetra.apps.invitations.vocabulary import TRACE_ANSWERED, Source, Stance, Way
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.packages import Party

NUMBER = (1, 120)


def record_letter(
    *,
    consultation: Consultation,
    stance: Stance,
    text: str,
    letter: str,
    letter_on: date,
    actor: Actor,
    at: datetime | None = None,
) -> Consultation:
    """It is always shown as recorded, not as given here; what law the letter rests on, its text says.

    Errors: ``Forbidden``; ``Conflict`` when Bawaslu answers by itself here, or has answered; ``BadInput`` naming
    ``text``, ``letter`` or ``letter_on``.
    """
    require(actor, "invitation.record_letter", consultation)
    party = Party(kind=consultation.counterpart_kind, name=consultation.counterpart_name)
    if consultation.way != Way.SENT or addressed_here(party):
        raise Conflict(gettext_noop("Bawaslu menjawab sendiri di sini; tidak ada yang perlu dicatat."), code="answers")
    require_waiting(consultation)
    at, on = moment(at, consultation.organisation.region_id)
    if not consultation.asked_on <= letter_on <= on:
        raise BadInput(
            gettext_noop("Tanggal surat harus antara hari ditanyakan dan hari ini: %(accepted)s."),
            field="letter_on",
            accepted=(f"{consultation.asked_on} – {on}",),
        )
    advice = Advice(
        stance=stance,
        text=plain_text(text, "text", LENGTHS, gettext_noop("Tuliskan nasihatnya, %(accepted)s huruf.")),
        law_date=letter_on,
        norms=(),
        letter=plain_text(letter, "letter", NUMBER, gettext_noop("Tuliskan nomor suratnya.")),
        letter_on=letter_on,
    )
    values = given(consultation, advice, Source.LETTER, on, at)
    with unit_of_work(actor) as work:
        work.change(consultation, **values, advised_by_id=actor.user_id)
        work.record(TRACE_ANSWERED, consultation)
    return consultation
