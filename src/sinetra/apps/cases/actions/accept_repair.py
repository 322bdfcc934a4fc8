"""The reporter has completed what was missing, in time."""

from __future__ import annotations

from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.checklist import items
from sinetra.apps.cases.completeness import complete, require_complete
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter, RepairRequest
from sinetra.apps.cases.moves import ACCEPT_REPAIR, walk
from sinetra.apps.cases.repairs import last_day, open_request
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, moment
from sinetra.apps.cases.vocabulary import State
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def accept_repair(
    *, matter: Matter, received_on: date | None = None, actor: Actor, at: datetime | None = None
) -> Matter:
    """``received_on``: the day on which the repair came, today without it; it may be written down later.

    Errors: ``Forbidden``; ``BadInput`` naming ``received_on``; ``Conflict`` when it came after its time limit or
    something is still missing, by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.accept_repair", matter)
    steps = walk(matter, ACCEPT_REPAIR, goal=State.COMPLETE)
    require_roles(actor, "matter.accept_repair", steps)
    found = items(matter)
    require_complete(found)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    asked = open_request(matter)
    came_on = received_on or on
    _require_in_time(asked, last_day(matter), came_on, on)
    with unit_of_work(actor) as work:
        complete(work, matter, found, "matter.accept_repair", StepCode.REPAIR_ACCEPTED, at, on)
        work.change(asked, received_on=came_on)
        work.record("repair.accept", asked, data={"received_on": came_on})
        clocks.stop(work, matter, at=at, on=came_on, ending=(".repair",))
    return matter


def _require_in_time(asked: RepairRequest, last: date | None, came_on: date, today: date) -> None:
    if not asked.asked_on <= came_on <= today:
        raise BadInput(
            gettext_noop("Tanggal %(value)s di luar %(accepted)s."),
            field="received_on",
            accepted=(f"{asked.asked_on.isoformat()} – {today.isoformat()}",),
            value=came_on.isoformat(),
        )
    if last is not None and came_on > last:
        raise Conflict(
            gettext_noop("Perbaikan diterima sesudah batas waktunya (%(due)s); perkara tidak dapat dilengkapi lagi."),
            code="late_repair",
            due=last.isoformat(),
        )
