"""The decision of an acting head was reported to the Minister of Home Affairs."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.acting_head import owes_report
from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.examinations.taking import Told, require_day, require_text, step_row
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.core.errors import Conflict, gettext_noop


def report_act(
    *, examination: Examination, letter: str, on: date, actor: Actor, at: datetime | None = None
) -> Examination:
    """``letter``: number of the report; ``on``: its day.

    Errors: ``Forbidden``; ``BadInput`` without a number or for a day that cannot be; ``Conflict`` when nothing is owed,
    by a lost race or by interest.
    """
    require(actor, "examination.report_act", examination)
    matter = examination.matter
    if matter.state != HandOverState.ACKNOWLEDGED or not owes_report(examination):
        raise Conflict(gettext_noop("Tidak ada laporan kepada Mendagri yang ditunggu."), code="illegal_transition")
    require_no_conflict(actor, matter)
    at, today = moment(at, matter.region_id)
    require_day(examination, on, today, since=examination.decided_on)
    letter = require_text(letter, "letter", gettext_noop("Tuliskan nomor laporannya."))
    made = step_row(examination, "report_act", Told(on=on, letter=letter), actor, at)
    with unit_of_work(actor) as work:
        work.change(examination)  # two at once: one wins
        work.record("examination.report_act", examination, data={"on": on})
        work.create(made)
        work.record("examination.step", made)
        clocks.stop(work, matter, at=at, on=on, ending=(penalties().acting_head.rule,), examination=examination)
        add_step(work, StepCode.EXAMINATION, matter=matter, at=at, on=on, step="report_act")
    return examination
