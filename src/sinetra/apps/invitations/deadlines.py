"""By when an adviser answers: the time that the office has set, and never later than the day before the event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.apps.base.catalogue import clock
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.vocabulary import RULE
from sinetra.apps.registry.counting import counting_at
from sinetra.apps.registry.models import Organisation
from sinetra.core.clock.deadlines import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """``days``: working days that the office allows; ``due_on``: the last day in time."""

    days: int
    due_on: date


def promised(office: Organisation, asked_on: date, event_on: date) -> Promise:
    """Errors: ``BadInput`` for a year without a calendar."""
    counting = counting_at(office)
    found = clock().deadline(RULE, asked_on, region=office.region_id, **counting.choices(RULE))
    days = counting.lengths.get(RULE) or clock().rules.on(RULE, asked_on).length
    return Promise(days=days, due_on=min(found.due, _before(asked_on, event_on)))


def counted(row: Consultation) -> Deadline:
    """How the working days of the promise are counted. Where it is later than ``due_on``, the event came first."""
    own = row.days if row.days != clock().rules.on(RULE, row.asked_on).length else None
    choices = counting_at(row.organisation).choices(RULE) | {"length": own}
    return clock().deadline(RULE, row.asked_on, region=row.organisation.region_id, **choices)


def _before(asked_on: date, event_on: date) -> date:
    return max(event_on - timedelta(days=1), asked_on)
