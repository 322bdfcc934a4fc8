"""The matter is complete and goes into the register of reports."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import REGISTER, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.law_clock import Regime


def register(*, matter: Matter, actor: Actor, at: datetime | None = None) -> Matter:
    """Ends the clock of the initial study. In Pemilu the study is counted from here (UU 7/2017 art. 454(7)).

    Errors: ``Forbidden``; ``Conflict`` by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.register", matter)
    steps = walk(matter, REGISTER, goal=State.REGISTERED)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=steps[-1].to_state)
        work.record("matter.register", matter, data={"steps": [step.name for step in steps]})
        clocks.stop(work, matter, at=at, on=on, ending=(".initial_study", ".tracing"))
        if matter.regime == Regime.PEMILU:
            clocks.start_rule(work, matter, "pemilu.study", on)
        add_step(work, StepCode.REGISTERED, matter=matter, at=at, on=on)
    return matter
