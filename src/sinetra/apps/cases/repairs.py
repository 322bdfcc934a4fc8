"""The repair that a report waits for, and the grounds on which it is not registered."""

from __future__ import annotations

from datetime import date

from sinetra.apps.cases.models import Clock, Matter, RepairRequest
from sinetra.apps.cases.vocabulary import Ground, State
from sinetra.core.casework.checklist import Checklist
from sinetra.core.casework.requirements import Known
from sinetra.core.errors import NotFound, gettext_noop


def open_request(matter: Matter) -> RepairRequest:
    """The last one. Errors: ``NotFound``."""
    found = RepairRequest.objects.filter(matter=matter).order_by("-asked_at", "-id").first()
    if found is None:
        raise NotFound(gettext_noop("Perkara ini tidak menunggu perbaikan."))
    return found


def last_day(matter: Matter) -> date | None:
    """Until when the reporter may bring the repair: as its clock says now, also where a decree has moved it. None
    outside the stages, where no rule sets a day."""
    clock = Clock.objects.filter(matter=matter, rule__endswith=".repair").order_by("-started_on", "-id").first()
    return None if clock is None else clock.due_on


def needs_plenary(ground: Ground, found: Checklist) -> bool:
    """A report that lacks nothing ends for want of competence only by the plenary's word: nobody else throws a complete
    one away."""
    return ground is Ground.OUT_OF_COMPETENCE and not found.gaps


def grounds(matter: Matter, found: Checklist, on: date) -> tuple[Ground, ...]:
    """Grounds that hold on that day. A report that has its substance and fails in its form alone is kept as initial
    information: for it only a lack of competence is left. While nobody has looked at the substance, nothing follows;
    and a repair is judged when its time is over (procedure A.3, 6c)."""
    possible = []
    if found.lacks_substance:
        late = any(item.known is Known.IN_TIME for item in found.gaps)
        possible += [Ground.LATE] if late else []
        # On the day of asking nobody can be late.
        if matter.state == State.REPAIR and on > (last_day(matter) or open_request(matter).asked_on):
            possible += [Ground.NOT_REPAIRED, Ground.NOT_ENOUGH]
    if matter.state in (State.INITIAL_STUDY, State.REPAIR):
        possible.append(Ground.OUT_OF_COMPETENCE)
    return tuple(possible)
