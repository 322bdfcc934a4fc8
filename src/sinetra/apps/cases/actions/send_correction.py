"""A body that had been told of a matter is written to: nothing was proven."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import require_waiting
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import CorrectionState
from sinetra.core.errors import BadInput, gettext_noop


def send_correction(
    *, correction: Correction, number: str, sent_on: date, actor: Actor, at: datetime | None = None
) -> Correction:
    """By letter. ``number``: of the letter, made here or elsewhere.

    Errors: ``Forbidden``; ``BadInput`` without a number, or for a day that cannot be; ``Conflict`` when it was sent or
    given up before, by a lost race, or by a conflict of interest.
    """
    require(actor, "correction.send", correction)
    require_waiting(correction, CorrectionState.OPEN)
    matter = correction.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    if not number.strip():
        raise BadInput(gettext_noop("Pilih suratnya, atau tulis nomornya."), field="number")
    require_day(correction.since, sent_on, on, "sent_on")
    with unit_of_work(actor) as work:
        state = CorrectionState.SENT
        work.change(correction, state=state, number=number.strip(), sent_on=sent_on, by_id=actor.user_id)
        work.record("correction.send", correction, data={"number": correction.number, "on": sent_on})
        add_step(work, StepCode.CORRECTION_SENT, matter=matter, at=at, on=on, counterpart=correction.body_name)
    return correction


def require_day(first: date, day: date, today: date, field: str) -> None:
    """Errors: ``BadInput``."""
    if not first <= day <= today:
        raise BadInput(
            gettext_noop("Tanggal ini harus di antara %(accepted)s."), field=field, accepted=(f"{first} – {today}",)
        )
