"""The outlines to draw: those of the catalogue, where the installation has not brought its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sinetra.apps.registry.boundaries import CITY_NAMES, boundaries
from sinetra.apps.registry.own_boundaries import Group, OwnBoundaries, Stamp, group_of, own_boundaries, stamp
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.maps.topology import Topology, joined, read_topology

CATALOGUE = "cahyadsn/wilayah_boundaries (MIT)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlines:
    """Told apart by identity, to be the key of what is drawn of it. ``sources``: whose boundaries, as the map says."""

    topology: Topology
    sources: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(area.code for area in self.topology.areas)


def outlines(level: RegionLevel, within: str = "") -> Outlines | None:
    """Regions of ``level`` inside ``within`` (a code, "" for the whole country), in the order of their codes; None
    where nothing is drawn. The same object as long as no boundaries are imported."""
    return _outlines(level, within, stamp())


@lru_cache(maxsize=1024)
def _outlines(level: RegionLevel, within: str, at: Stamp) -> Outlines | None:
    own = own_boundaries(at)
    parts: list[tuple[Topology, str]] = []
    groups = _groups(level, within, own)
    drawn = catalogue(level, within)
    if drawn is not None:
        left = [area.code for area in drawn.areas if group_of(area.code) not in groups]
        if left:
            parts.append((drawn if len(left) == len(drawn.areas) else drawn.only(left), CATALOGUE))
    for item, of_item in _by_item(groups, level, own):
        codes = [a.code for a in item.topology.areas if group_of(a.code) in of_item and _inside(a.code, within)]
        if codes:
            parts.append((item.topology.only(codes), item.source))
    if not parts:
        return None
    return Outlines(
        topology=joined([part for part, _source in parts]),
        sources=tuple(dict.fromkeys(source for _part, source in parts)),
    )


def _inside(code: str, within: str) -> bool:
    return not within or code.startswith(f"{within}.")


def _groups(level: RegionLevel, within: str, own: Mapping[Group, OwnBoundaries]) -> set[str]:
    """Groups of the installation's own that lie in ``within``, or around it."""
    return {
        group
        for of_level, group in own
        if of_level is level and (not within or group == within[:5] or group.startswith(f"{within}."))
    }


def _by_item(
    groups: set[str], level: RegionLevel, own: Mapping[Group, OwnBoundaries]
) -> Sequence[tuple[OwnBoundaries, set[str]]]:
    found: dict[int, tuple[OwnBoundaries, set[str]]] = {}
    for group in sorted(groups):
        item = own[(level, group)]
        found.setdefault(id(item), (item, set()))[1].add(group)
    return list(found.values())


def catalogue(level: RegionLevel, within: str = "") -> Topology | None:
    """What the catalogue draws: provinces, kabupaten and kota; the parts of four cities."""
    if level in {RegionLevel.PROVINCE, RegionLevel.CITY}:
        whole = _catalogue(level, None)
        return whole if not within else _not_empty(whole, within)
    city = within[:5]
    if city not in CITY_NAMES:
        return None
    return _not_empty(_catalogue(level, city), within)


def _not_empty(whole: Topology, within: str) -> Topology | None:
    found = whole.only(area.code for area in whole.areas if _inside(area.code, within))
    return found if found.areas else None


@cache
def _catalogue(level: RegionLevel, city: str | None) -> Topology:
    return read_topology(boundaries(level.value, city).path.read_bytes())
