"""A report is not registered: it came too late, was not completed, or is not for this office."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.checklist import checklist_of
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.joined import require_alone
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import REFUSE_REGISTRATION, walk
from sinetra.apps.cases.repairs import grounds, needs_plenary
from sinetra.apps.cases.rights import decides, require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Ground, State
from sinetra.core.casework.checklist import Checklist
from sinetra.core.errors import BadInput, Conflict, Forbidden, gettext_noop


def refuse_registration(
    *, matter: Matter, ground: Ground, reason: str, actor: Actor, at: datetime | None = None
) -> Matter:
    """The reporter reads ``ground``; ``reason`` stays in the office.

    Errors: ``Forbidden``, also for staff who end a report that lacks nothing; ``BadInput`` without a reason;
    ``Conflict`` when the ground does not hold (or the report must be kept as initial information instead), when it is
    that of one reporter and the matter holds reports of others, by state, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.refuse_registration", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan alasannya."), field="reason")
    steps = walk(matter, REFUSE_REGISTRATION, goal=State.NOT_REGISTERED)
    require_roles(actor, "matter.refuse_registration", steps)
    at, on = moment(at, matter.region_id)
    found = checklist_of(matter)
    if ground not in grounds(matter, found, on):
        raise _not_so(found)
    if needs_plenary(ground, found) and not decides(actor):
        raise Forbidden(
            gettext_noop("Langkah ini diputuskan dalam rapat pleno."),
            code="plenary",
            action="matter.refuse_registration",
        )
    require_no_conflict(actor, matter)
    if ground is not Ground.OUT_OF_COMPETENCE:
        require_alone(matter)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.NOT_REGISTERED)
        work.record("matter.refuse_registration", matter, data={"ground": ground.value}, reason=reason.strip())
        clocks.stop(work, matter, at=at, on=on)
        add_step(work, StepCode.NOT_REGISTERED, matter=matter, at=at, on=on, ground=ground.value)
    return matter


def _not_so(found: Checklist) -> Conflict:
    if found.has_substance and found.fails_formally:
        message = gettext_noop("Syarat materiel terpenuhi: isinya tidak dibuang, tetapi menjadi informasi awal.")
        return Conflict(message, code="keep_instead")
    return Conflict(gettext_noop("Dasar ini tidak berlaku bagi perkara ini sekarang."), code="ground")
