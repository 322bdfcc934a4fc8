"""The repair that a report waits for, and the grounds on which it is not registered."""

from __future__ import annotations

from datetime import date

from sinetra.apps.cases.models import Matter, RepairRequest
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


def grounds(matter: Matter, found: Checklist, on: date) -> tuple[Ground, ...]:
    """Grounds that hold on that day. A report that has its substance and fails in its form alone is kept as initial
    information: for it only a lack of competence is left."""
    possible = []
    if not (found.has_substance and found.fails_formally) and not found.is_complete:
        late = any(item.known is Known.IN_TIME for item in found.gaps)
        possible += [Ground.LATE] if late else []
        if matter.state == State.REPAIR:
            asked = open_request(matter)
            # Outside the stages no rule sets a day; on the day of asking nobody can be late.
            possible += [Ground.NOT_REPAIRED] if on > (asked.due_on or asked.asked_on) else []
            possible += [Ground.NOT_ENOUGH]
    if matter.state in (State.INITIAL_STUDY, State.REPAIR):
        possible.append(Ground.OUT_OF_COMPETENCE)
    return tuple(possible)
