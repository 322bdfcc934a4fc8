"""By when an adviser answers: the time that the office has set, and never later than the day before the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sinetra.apps.base.catalogue import clock
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.vocabulary import RULE
from sinetra.apps.registry.counting import Counting, counting_at
from sinetra.apps.registry.models import Organisation
from sinetra.core.clock.deadlines import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """``days``: working days that the office allows; ``due_on``: the last day in time.

    ``work_week`` and ``zone``: how the office counts; an empty zone is that of the region.
    """

    days: int
    due_on: date
    work_week: int
    zone: str

    def columns(self) -> dict[str, Any]:
        """As a row of the consult and its package keep it, so that it can be explained when the office counts anew."""
        return {"days": self.days, "due_on": self.due_on, "work_week": self.work_week, "zone": self.zone}


def promised(office: Organisation, asked_on: date, event_on: date) -> Promise:
    """Errors: ``BadInput`` for a year without a calendar."""
    counting = counting_at(office)
    found = clock().deadline(RULE, asked_on, region=office.region_id, **counting.choices(RULE))
    days = counting.lengths.get(RULE) or clock().rules.on(RULE, asked_on).length
    due_on = min(found.due, _before(asked_on, event_on))
    return Promise(days=days, due_on=due_on, work_week=counting.work_week, zone=counting.zone)


def counted(row: Consultation) -> Deadline:
    """How the working days of the promise are counted, in the way of whoever promised."""
    own = row.days if row.days != clock().rules.on(RULE, row.asked_on).length else None
    counting = Counting(zone=row.zone, work_week=row.work_week)
    choices = counting.choices(RULE) | {"length": own}
    return clock().deadline(RULE, row.asked_on, region=row.organisation.region_id, **choices)


def is_before_event(row: Consultation) -> bool:
    """The day of the promise is the last one before the event."""
    return row.due_on == _before(row.asked_on, row.event_on)


def _before(asked_on: date, event_on: date) -> date:
    return max(event_on - timedelta(days=1), asked_on)
