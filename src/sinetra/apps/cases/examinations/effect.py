"""From which day a delivered decision can have force."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.catalogue import clock
from sinetra.apps.cases.examinations.catalogue import penalties, penalty_of
from sinetra.apps.cases.models import Examination
from sinetra.apps.registry.counting import counting_of
from sinetra.core.casework.penalties import Penalty
from sinetra.core.clock.deadlines import Deadline
from sinetra.core.errors import BadInput


def effective_from(row: Examination) -> date | None:
    """The earliest day of all readings: the regulation does not say which kind of day it counts. None where no rule is
    known, or an objection or appeal was decided, which then says from when (PP 94/2021 art. 38(2))."""
    penalty = penalty_of(row)
    if penalty is None or row.delivered_on is None or row.remedy_decided_on is not None:
        return None
    found = effect_of(row, penalty, row.delivered_on)
    return None if found is None else min([found.due, *found.readings.values()])


def effect_of(row: Examination, penalty: Penalty, delivered_on: date) -> Deadline | None:
    """From which day such a penalty would have force. None where no rule is known."""
    rule = penalties().levels[penalty.sanction_class].effect
    if rule is None:
        return None
    matter, choices = row.matter, counting_of(row.organisation_id).choices(rule)
    try:
        return clock().deadline(
            rule, delivered_on, region=matter.region_id, election=matter.election or None, **choices
        )
    except BadInput:
        return None  # no calendar for that year: nothing is known that would forbid it
