"""The matter ends. A reporter reads how; who is cleared leaves every list."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.moves import closing
from sinetra.apps.cases.rights import require_roles
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.track_moves import end_all
from sinetra.apps.cases.vocabulary import HandOverState, MatterKind, Outcome, State
from sinetra.core.errors import Conflict, gettext_noop


def close(*, matter: Matter, outcome: Outcome, actor: Actor, reason: str = "", at: datetime | None = None) -> Matter:
    """Errors: ``Forbidden``; ``Conflict`` by state (a forwarded matter waits for its acknowledgement first), by a lost
    race, or by a conflict of interest."""
    require(actor, "matter.close", matter)
    names = _steps(matter, outcome, actor)
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    with unit_of_work(actor) as work:
        work.change(matter, state=State.CLOSED, outcome=outcome, closed_at=at)
        work.record("matter.close", matter, data={"outcome": outcome.value, "steps": names}, reason=reason)
        clocks.stop(work, matter, at=at, on=on)
        end_all(work, matter, outcome, at=at, on=on)
        add_step(work, StepCode.CLOSED, matter=matter, at=at, on=on, outcome=outcome.value)
    return matter


def _steps(matter: Matter, outcome: Outcome, actor: Actor) -> list[str]:
    """What was handed over here is closed once it was acknowledged; a Bawaslu matter by the steps of casework."""
    if matter.kind == MatterKind.HANDED_OVER:
        if matter.state != HandOverState.ACKNOWLEDGED:
            message = gettext_noop("Nyatakan diterima atau kembalikan dahulu serah terimanya.")
            raise Conflict(message, code="not_answered")
        return ["close"]
    steps = closing(matter, outcome)
    require_roles(actor, "matter.close", steps)
    return [step.name for step in steps]
