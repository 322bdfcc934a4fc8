"""An office sets how its circulars are numbered, from the next one on."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.numbering import locked
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import CircularNumber
from sinetra.core.number_pattern import spell


def set_circular_pattern(*, year: int, pattern: str, actor: Actor) -> CircularNumber:
    """Numbers already given stay. Errors: ``Forbidden``; ``BadInput`` for a pattern that cannot be filled."""
    require(actor, "circular.set_number_pattern", CircularNumber(organisation_id=actor.office))
    spell(pattern, 1, date(year, 1, 1))
    with unit_of_work(actor) as work:
        row = locked(work, CircularNumber, actor.office, year)
        work.change(row, pattern=pattern)
        work.record("circular.set_number_pattern", row, data={"pattern": pattern})
    return row
