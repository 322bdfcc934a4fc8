"""Which numbers of an office are withheld on the day of a headcount (``core.prevention.small_units``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sinetra.apps.base.sql import key_from_driver, key_to_driver
from sinetra.apps.prevention.coverage.sql import rows
from sinetra.apps.prevention.models import CoverageHidden, CoverageUnit
from sinetra.core.prevention.small_units import Node, Withheld, hidden_areas, hidden_units


def hidden_of(organisation: UUID, units: Sequence[CoverageUnit], period: str) -> Iterable[CoverageHidden]:
    """``units`` in the order of their places; unsaved rows."""
    own = _own(organisation, period)
    for is_asn in (True, False):
        sizes = own[is_asn]
        whole, alone = _of_units(organisation, units, sizes)
        for node, without in [*((node, False) for node in whole), *((node, True) for node in alone)]:
            yield _row(organisation, node, period, alone=without, is_asn=is_asn)
        for node in _of_areas(organisation, units, sizes, whole, alone):
            yield _row(organisation, node, period, alone=False, is_asn=is_asn)


def _own(organisation: UUID, period: str) -> Mapping[bool, Mapping[UUID, int]]:
    found: dict[bool, dict[UUID, int]] = {True: {}, False: {}}
    counted = rows(
        """
        SELECT node, is_asn, SUM(eligible) FROM prevention_coveragecell
        WHERE organisation_id = %s AND period = %s AND alone GROUP BY node, is_asn
        """,
        [key_to_driver(organisation), period],
    )
    for node, is_asn, number in counted:
        found[bool(is_asn)][key_from_driver(node)] = int(number)
    return found


def _of_units(
    organisation: UUID, units: Sequence[CoverageUnit], sizes: Mapping[UUID, int]
) -> tuple[set[UUID], set[UUID]]:
    """Ids of units and of the office itself: with everything below, alone."""
    children: list[list[int]] = [[] for _ in range(len(units) + 1)]
    place_of = {organisation: 0}
    for unit in units:
        place_of[unit.unit_id] = unit.place
        children[place_of[unit.parent]].append(unit.place)
    ids = [organisation, *(unit.unit_id for unit in units)]
    nodes = [Node(own=sizes.get(node, 0), children=children[place]) for place, node in enumerate(ids)]
    found = hidden_units(nodes)
    return {ids[place] for place in found.whole}, {ids[place] for place in found.alone}


def _of_areas(
    organisation: UUID, units: Sequence[CoverageUnit], sizes: Mapping[UUID, int], whole: set[UUID], alone: set[UUID]
) -> set[UUID]:
    """Areas add up units without those below them."""
    shown_at: dict[UUID, UUID | None] = {organisation: None if organisation in whole else organisation}
    withheld = []
    if organisation in alone:
        withheld.append(Withheld(size=sizes[organisation], under=shown_at[organisation], area=None))
    for unit in units:
        shown_at[unit.unit_id] = shown_at[unit.parent] if unit.unit_id in whole else unit.unit_id
        if unit.unit_id in alone and (size := sizes.get(unit.unit_id, 0)):
            withheld.append(Withheld(size=size, under=shown_at[unit.unit_id], area=unit.area_node))
    return {area for area in hidden_areas(withheld) if isinstance(area, UUID)}


def _row(organisation: UUID, node: UUID, period: str, *, alone: bool, is_asn: bool) -> CoverageHidden:
    return CoverageHidden(organisation_id=organisation, node=node, alone=alone, period=period, is_asn=is_asn)
