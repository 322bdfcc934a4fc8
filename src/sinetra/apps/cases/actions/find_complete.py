"""The initial study has found the file complete: every requirement is met, and the answers stay as they are."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.completeness import complete, require_complete
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import FIND_COMPLETE, walk
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, moment
from sinetra.apps.cases.vocabulary import State


def find_complete(*, matter: Matter, actor: Actor, at: datetime | None = None) -> Matter:
    """Ends the clock of the initial study and starts that of the registration.

    Errors: ``Forbidden``; ``Conflict`` naming how many requirements are not met yet, by state, by a lost race, or by
    a conflict of interest.
    """
    require(actor, "matter.find_complete", matter)
    steps = walk(matter, FIND_COMPLETE, goal=State.COMPLETE)
    require_roles(actor, "matter.find_complete", steps)
    found = items(matter)
    require_complete(found)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        complete(work, matter, found, "matter.find_complete", StepCode.FOUND_COMPLETE, at, on)
        clocks.stop(work, matter, at=at, on=on, ending=(".initial_study",))
    return matter
