"""Whether somebody may sign already: leaders first, then their people; in the tree of units from the top down.

The leader of a unit signs after a leader of the unit above it, everybody else after a leader of their own unit. A unit
without a known leader (core.prevention.leaders) holds up nobody, nor does a unit that the registry does not know.
"""

from __future__ import annotations

from uuid import UUID

from sinetra.apps.prevention.models import PledgeSignature, PledgeText
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.law.words import Position
from sinetra.core.prevention.leaders import LEADING_POSTS, leaders

_LEADING = [post.position for post in LEADING_POSTS]


def leaders_of(unit_id: UUID) -> frozenset[UUID]:
    """The people in service who lead the unit by their posts; empty when none is known."""
    rows = Person.objects.filter(unit_id=unit_id, is_active=True, position__in=_LEADING).values_list("pk", "position")
    return leaders((pk, Position(position)) for pk, position in rows)


def must_wait(text: PledgeText, unit: Unit | None, person_id: UUID | None) -> bool:
    """A leader has to sign ``text`` before this person of ``unit`` does."""
    if unit is None:
        return False
    known = leaders_of(unit.pk)
    first = unit.parent_id if person_id in known else unit.pk
    return first is not None and _waits_for(text, first, known if first == unit.pk else leaders_of(first))


def _waits_for(text: PledgeText, unit_id: UUID, known: frozenset[UUID]) -> bool:
    """A leader who signed and left has opened the unit all the same."""
    if not known:
        return False
    return not PledgeSignature.objects.filter(text=text, unit_id=unit_id, is_leader=True).exists()
