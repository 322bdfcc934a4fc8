"""A complete report, or a finding, goes into the register of the office."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import REGISTER, walk
from sinetra.apps.cases.numbers import next_register_number
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.law_clock import Regime


def register(*, matter: Matter, actor: Actor, at: datetime | None = None) -> Matter:
    """Only what was found complete, or is a finding. It takes the next number of the register.

    In Pemilu the study is counted from here (UU 7/2017 art. 454(7)); in Pemilihan from receipt, and for a finding,
    which nobody has filed, from here as well. Errors: ``Forbidden``; ``Conflict`` by state, by a lost race, or by a
    conflict of interest.
    """
    require(actor, "matter.register", matter)
    steps = walk(matter, REGISTER, goal=State.REGISTERED)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        # The guard comes first: of two who register at once, one gets the Conflict and takes no number.
        work.change(matter, state=State.REGISTERED)
        number = next_register_number(work, matter.organisation_id, on)
        work.change(
            matter,
            register_number=number.text,
            register_year=number.year,
            register_sequence=number.sequence,
            registered_on=on,
        )
        told = {"steps": [step.name for step in steps], "number": number.text}
        work.record("matter.register", matter, data=told)
        clocks.stop(work, matter, at=at, on=on, ending=(".initial_study", ".tracing", ".finding", ".registration"))
        if matter.regime != Regime.NONE and clocks.study_clock(matter) is None:
            clocks.start_rule(work, matter, f"{matter.regime}.study", on)
        add_step(work, StepCode.REGISTERED, matter=matter, at=at, on=on, number=number.text)
    return matter
