"""The study goes before the plenary. What it decided is the next verb: forward or close."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import HOLD_PLENARY, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.successors import plenary
from sinetra.apps.cases.tracks import plenary_again
from sinetra.apps.cases.vocabulary import State


def hold_plenary(*, matter: Matter, actor: Actor, reason: str = "", at: datetime | None = None) -> Matter:
    """Ends the clocks of study and initial study: the decision is taken (UU 8/2015 art. 134(5)).

    Members with an interest step aside; the entry names their accounts.
    ``reason`` is kept as detail of the audit entry. Errors: ``Forbidden`` (commissioners only); ``Conflict`` by
    state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.hold_plenary", matter)
    steps = walk(matter, HOLD_PLENARY, goal=State.PLENARY)
    require_roles(actor, "matter.hold_plenary", steps)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    _sitting, aside = plenary(matter, on)
    told = {"steps": [step.name for step in steps], "aside": [str(user.pk) for user in aside]}
    with unit_of_work(actor) as work:
        work.change(matter, state=State.PLENARY)
        work.record("matter.hold_plenary", matter, data=told, reason=reason)
        clocks.stop(work, matter, at=at, on=on)
        plenary_again(work, matter, on=on, at=at)
        add_step(work, StepCode.PLENARY, matter=matter, at=at, on=on)
    return matter
