"""The units of an office in order: who stands below whom, which posts they have, in which area they lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from django.db.models import Q

from sinetra.apps.base.catalogue import clock
from sinetra.apps.prevention.models import CoverageUnit
from sinetra.apps.registry.models import ElectionPair, Headcount, Organisation, Unit
from sinetra.core.prevention.next_visit import EXPOSED

# How long the code of an area is, by that of the office's own region: provinces, cities, kecamatan.
_AREA = {0: 2, 2: 5}
_KECAMATAN = 8


@dataclass(slots=True, kw_only=True)
class _Known:
    id: UUID
    parent: UUID | None
    name: str
    region: str
    exposed: bool = False
    incumbent: bool = False
    below: list[_Known] = field(default_factory=list)

    @property
    def order(self) -> tuple[bool, bool, str, str]:
        return not self.exposed, not self.incumbent, self.name, self.id.hex


def area_code(region: str, of_office: str) -> str:
    """The area of the office in which a region lies; empty for a region as large as an area or larger.

    >>> area_code("99.71.01.1003", "99.71"), area_code("99.71", "99.71"), area_code("63.72.01", "")
    ('99.71.01', '', '63')
    """
    length = _AREA.get(len(of_office), _KECAMATAN)
    return region[:length] if len(region) >= length else ""


def area_node(organisation: UUID, code: str) -> UUID:
    """The id under which cells of an area stand; the empty code is for units that lie in none."""
    return uuid5(organisation, f"area {code}")


def ordered_units(organisation: Organisation, today: date, as_of: date | None) -> list[CoverageUnit]:
    """Every unit once, each before those below it. Unsaved; numbers of people are not filled in."""
    exposed = _with_exposed_posts(organisation, as_of) if as_of else set()
    incumbent = regions_with_incumbent(today)
    rows = Unit.objects.filter(organisation=organisation).values_list("pk", "parent_id", "name", "region_id")
    known = {
        pk: _Known(
            id=pk,
            parent=parent,
            name=name,
            region=region or "",
            exposed=pk in exposed,
            incumbent=_runs_in(region or organisation.region_id or "", incumbent),
        )
        for pk, parent, name, region in rows.iterator(chunk_size=5000)
    }
    top: list[_Known] = []
    for item in known.values():
        above = known.get(item.parent) if item.parent else None
        (above.below if above else top).append(item)
    return _numbered(organisation, top)


def _with_exposed_posts(organisation: Organisation, as_of: date) -> set[UUID | None]:
    rows = Headcount.objects.filter(organisation=organisation, as_of=as_of, position__in=EXPOSED, number__gt=0)
    return set(rows.order_by().values_list("unit_id", flat=True).distinct())


def _numbered(organisation: Organisation, top: Sequence[_Known]) -> list[CoverageUnit]:
    """Without recursion: a tree may be as deep as somebody has drawn it."""
    found: list[CoverageUnit] = []
    owner, of_office = organisation.pk, organisation.region_id or ""
    stack: list[tuple[_Known, UUID, list[str], int]] = []
    stack += [(item, owner, [], 0) for item in sorted(top, key=lambda item: item.order, reverse=True)]
    open_units: list[CoverageUnit] = []
    while stack:
        item, parent, ancestors, depth = stack.pop()
        while open_units and open_units[-1].depth >= depth:
            open_units.pop().last = len(found)
        area = area_code(item.region, of_office)
        row = CoverageUnit(
            unit_id=item.id,
            organisation_id=owner,
            parent=parent,
            ancestors=ancestors,
            depth=depth,
            place=len(found) + 1,
            last=len(found) + 1,
            area=area,
            area_node=area_node(owner, area),
            exposed=item.exposed,
            incumbent=item.incumbent,
        )
        found.append(row)
        open_units.append(row)
        path = [*ancestors, str(item.id)]
        below = sorted(item.below, key=lambda one: one.order, reverse=True)
        stack += [(one, item.id, path, depth + 1) for one in below]
    for row in open_units:
        row.last = len(found)
    return found


def regions_with_incumbent(today: date) -> frozenset[str]:
    """Codes of regions in which an election of today runs with an incumbent; pairs of earlier ones stay stored."""
    pairs = ElectionPair.objects.filter(Q(head_is_incumbent=True) | Q(deputy_is_incumbent=True)).filter(
        Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=today), Q(runs_from__isnull=True) | Q(runs_from__lte=today)
    )
    timetables = clock().timetables
    return frozenset(
        region
        for election, region in pairs.values_list("election", "region_id").distinct()
        if any(stage.election == election for stage in timetables.stages(today, region))
    )


def _runs_in(region: str, incumbent: frozenset[str]) -> bool:
    """An incumbent of the region itself or of one above it."""
    parts = region.split(".")
    return any(".".join(parts[: n + 1]) in incumbent for n in range(len(parts)))
