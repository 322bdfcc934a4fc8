"""How many civil servants an office, an area or a unit has, how many prevention reached, how many hold exposed posts.

All from coverage, which is counted beforehand (``apps.prevention.coverage``). A session attended counts; a test taken
a pledge signed does not: not having done so is no fact in any index.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Sum

from sinetra.apps.prevention.models import CoverageCell, CoverageHidden, CoverageState
from sinetra.core.law.words import Position
from sinetra.core.prevention.next_visit import EXPOSED

#: Posts that come first in prevention, and high leadership.
POSTS = (*EXPOSED, Position.JPT_UTAMA, Position.JPT_MADYA, Position.JPT_PRATAMA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Civil servants (ASN) with everything below. ``attended``: of them, this year; None where it is withheld.
    ``exposed``: of them, in ``POSTS``."""

    number: int
    attended: int | None
    exposed: int
    as_of: date

    @property
    def coverage(self) -> float | None:
        """0 to 1, in whole hundredths, so that a share of few people cannot be worked out of it."""
        if self.attended is None or self.number == 0:
            return None
        return round(min(1.0, self.attended / self.number), 2)


def staff_of(office: UUID, day: date) -> Mapping[UUID, Staff]:
    """By node of coverage: the office itself, its areas, its units. Empty: never counted, or no list so early."""
    state = CoverageState.objects.filter(pk=office).first()
    known = [listed for listed in state.headcounts if listed <= day.isoformat()] if state else []
    if not known:
        return {}
    listed = known[-1]
    cells = CoverageCell.objects.filter(organisation_id=office, alone=False, is_asn=True).exclude(status="")
    there = dict(cells.filter(period=listed).order_by().values_list("node").annotate(Sum("eligible")))
    exposed = cells.filter(period=listed, position__in=POSTS).order_by()
    posts = dict(exposed.values_list("node").annotate(Sum("eligible")))
    came = dict(cells.filter(period=f"{day.year}").order_by().values_list("node").annotate(Sum("attended")))
    hidden = CoverageHidden.objects.filter(organisation_id=office, period=listed, is_asn=True, alone=False)
    withheld = set(hidden.values_list("node", flat=True))
    return {
        node: Staff(
            number=number,
            attended=None if node in withheld else came.get(node, 0),
            exposed=posts.get(node, 0),
            as_of=date.fromisoformat(listed),
        )
        for node, number in there.items()
    }
