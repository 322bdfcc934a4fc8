"""An office sets how its register is numbered, from the next one on."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.numbering import locked
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import RegisterNumber
from sinetra.apps.registry.models import Organisation
from sinetra.core.number_pattern import spell


def set_register_pattern(*, organisation: Organisation, year: int, pattern: str, actor: Actor) -> RegisterNumber:
    """Numbers already given stay. Errors: ``Forbidden``; ``BadInput`` for a pattern that cannot be filled."""
    require(actor, "matter.set_register_pattern", RegisterNumber(organisation=organisation))
    spell(pattern, 1, date(year, 1, 1))
    with unit_of_work(actor) as work:
        row = locked(work, RegisterNumber, organisation.pk, year)
        work.change(row, pattern=pattern)
        work.record("matter.set_register_pattern", row, data={"pattern": pattern})
    return row
