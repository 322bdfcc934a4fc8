"""More statements are needed: the study gets the additional days that the law allows, counted from the same start."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.clocks import extend, extension, study_clock
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import EXTEND_STUDY, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import Conflict, gettext_noop


def extend_study(*, matter: Matter, reason: str, actor: Actor, at: datetime | None = None) -> Matter:
    """Pemilihan 3 + 2 calendar days (UU 8/2015 art. 134(6)), Pemilu 7 + 7 working days (UU 7/2017 art. 454(8)).

    Errors: ``Forbidden`` (commissioners only); ``Conflict`` by state, when no clock of a study runs, by a lost race,
    or by a conflict of interest.
    """
    require(actor, "matter.extend_study", matter)
    steps = walk(matter, EXTEND_STUDY, goal=State.CLARIFICATION)
    require_roles(actor, "matter.extend_study", steps)
    require_no_conflict(actor, matter)
    clock, due = study_clock(matter), extension(matter)
    if clock is None or due is None:
        raise Conflict(gettext_noop("Tidak ada tenggat kajian yang dapat diperpanjang."), code="no_study_clock")
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.CLARIFICATION)
        work.record("matter.extend_study", matter, data={"steps": [step.name for step in steps]}, reason=reason)
        extend(work, clock, due)
        add_step(work, StepCode.STUDY_EXTENDED, matter=matter, at=at, on=on, due=due.due.isoformat())
    return matter
