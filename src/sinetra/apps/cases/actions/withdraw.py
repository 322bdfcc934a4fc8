"""The reporter takes the report back. Before registration it ends as a report; afterwards handling goes on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.joined import require_alone
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.cases.moves import WITHDRAW, can_walk, left_for_another_office, walk
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import MatterKind, State
from sinetra.core.errors import BadInput, Conflict, gettext_noop

_REGISTERED = (
    State.REGISTERED,
    State.CLARIFICATION,
    State.STUDY,
    State.PLENARY,
    State.FORWARDED,
    State.RETURNED,
    State.ACKNOWLEDGED,
)


def withdraw(*, matter: Matter, reason: str, actor: Actor, at: datetime | None = None) -> Matter:
    """``reason``: how the reporter said so. What shows a violation may be kept as initial information afterwards
    (Juknis Bawaslu 169/PP.00.00/K1/05/2023).

    Errors: ``Forbidden``; ``BadInput`` without a reason; ``Conflict`` by state, for a second time, while the matter
    holds reports of others that it would end, by a lost race, or by a conflict of interest.
    """
    require(actor, "matter.withdraw", matter)
    if not reason.strip():
        raise BadInput(gettext_noop("Tuliskan kapan dan bagaimana pelapor mencabutnya."), field="reason")
    noted = can_be_noted(matter)
    if not noted:
        walk(matter, WITHDRAW, goal=State.WITHDRAWN)
    require_no_conflict(actor, matter)
    if not noted:
        require_alone(matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        if noted:
            work.change(matter)
            # Whoever was faster has noted it already.
            if was_noted(matter):
                raise Conflict(gettext_noop("Pencabutan ini sudah dicatat."), code="noted")
        else:
            work.change(matter, state=State.WITHDRAWN)
            clocks.stop(work, matter, at=at, on=on)
        work.record("matter.withdraw", matter, data={"goes_on": noted}, reason=reason.strip())
        code = StepCode.WITHDRAWN
        if noted:
            code = StepCode.WITHDRAWAL_PASSED_ON if is_elsewhere(matter) else StepCode.WITHDRAWAL_NOTED
        add_step(work, code, matter=matter, at=at, on=on)
    return matter


def can_be_withdrawn(matter: Matter) -> bool:
    """Before registration, or as a note afterwards, once."""
    if can_be_noted(matter):
        return not was_noted(matter)
    return can_walk(matter, WITHDRAW, State.WITHDRAWN) is not None


def can_be_noted(matter: Matter) -> bool:
    """A registered report that is still handled, or one that another office of Bawaslu handles."""
    registered = matter.state in _REGISTERED and matter.registered_on is not None
    return matter.kind == MatterKind.REPORT and (registered or is_elsewhere(matter))


def is_elsewhere(matter: Matter) -> bool:
    """On its way to another office of Bawaslu, or there, before any registration: that office says what follows."""
    if matter.state in (State.TRANSFERRED, State.TAKEN_OVER):
        return True
    return matter.state == State.ACKNOWLEDGED and matter.registered_on is None and left_for_another_office(matter)


def was_noted(matter: Matter) -> bool:
    noted = (StepCode.WITHDRAWAL_NOTED, StepCode.WITHDRAWAL_PASSED_ON)
    return Step.objects.filter(matter=matter, code__in=noted).exists()
