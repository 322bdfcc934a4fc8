"""The initial study of a report begins, or the tracing of initial information."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import START_STUDY, can_walk, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State


def start_study(*, matter: Matter, actor: Actor, at: datetime | None = None) -> Matter:
    """Also anew, for what was forwarded straight from its initial study and came back.

    Errors: ``Forbidden``; ``Conflict`` by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.start_study", matter)
    tracing = can_walk(matter, START_STUDY, State.TRACING)
    steps = tracing or walk(matter, START_STUDY, goal=State.INITIAL_STUDY)
    require_no_conflict(actor, matter)
    again = matter.state == State.RETURNED
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=steps[-1].to_state, handler_id=matter.handler_id or actor.user_id)
        work.record("matter.start_study", matter, data={"steps": [step.name for step in steps]})
        if again:
            clocks.take_up_again(work, matter, on)
        code = StepCode.TRACING_STARTED if tracing else StepCode.STUDY_STARTED
        add_step(work, code, matter=matter, at=at, on=on)
    return matter
