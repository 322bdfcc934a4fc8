"""Who decides and who signs on a day, as the register has it: the appointing authority is the head of region, so an
office that recorded only one of the two is not asked for the other."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sinetra.apps.registry.selectors import Holder, holder_of, ppk_of
from sinetra.apps.registry.vocabulary import HeldRoleName


def ppk_on(organisation_id: UUID, day: date) -> Holder | None:
    """None: the register names neither for that day."""
    return ppk_of(organisation_id, day) or holder_of(organisation_id, HeldRoleName.REGIONAL_HEAD, day)


def head_on(organisation_id: UUID, day: date) -> Holder | None:
    return holder_of(organisation_id, HeldRoleName.REGIONAL_HEAD, day) or ppk_of(organisation_id, day)
