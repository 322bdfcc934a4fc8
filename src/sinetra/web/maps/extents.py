"""What a map shows: the country by province or by kabupaten and kota, a province, a kabupaten or kota, a kecamatan.

A region that nothing is drawn inside of is shown among its neighbours, with its own outline marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from sinetra.apps.registry.demo_boundaries import SOURCE as INVENTED
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.outlines import Outlines, outlines
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.errors import BadInput, NotFound, gettext_noop
from sinetra.core.maps.frame import INDONESIA, Frame, frame_of
from sinetra.core.maps.shapes import Shape, shapes
from sinetra.core.registry_numbers import check_region_code

COUNTRY, CITIES, VILLAGES = "indonesia", "kabupaten-kota", "-kelurahan"
_BELOW = {2: RegionLevel.CITY, 5: RegionLevel.DISTRICT, 8: RegionLevel.VILLAGE}
_LEVELS = {2: RegionLevel.PROVINCE, 5: RegionLevel.CITY, 8: RegionLevel.DISTRICT, 13: RegionLevel.VILLAGE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """``name``: in the address. ``code``: the region it is about, "" for the country. ``within``: whose parts are
    drawn. ``chosen``: the region itself, where it is drawn among its neighbours."""

    name: str
    code: str
    level: RegionLevel
    within: str
    drawn: Outlines
    chosen: str = ""

    @property
    def title(self) -> str:
        return name_of(self.code)

    @property
    def sources(self) -> list[str]:
        """Whose boundaries: what an operator wrote as it was written, what was invented here in the language of the
        page."""
        return [_(text) if text == INVENTED else text for text in self.drawn.sources]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    frame: Frame
    shapes: tuple[Shape, ...]


def extent(name: str) -> Extent:
    """Errors: ``NotFound`` for what is no region, or one without a boundary."""
    if name == COUNTRY:
        found = outlines(RegionLevel.PROVINCE)
        if found:
            return Extent(name=name, code="", level=RegionLevel.PROVINCE, within="", drawn=found)
    elif name == CITIES:
        found = outlines(RegionLevel.CITY)
        if found:
            return Extent(name=name, code="", level=RegionLevel.CITY, within="", drawn=found)
    elif name.endswith(VILLAGES):
        code = _code(name.removesuffix(VILLAGES))
        found = outlines(RegionLevel.VILLAGE, code) if len(code) == 5 else None
        if found:
            return Extent(name=name, code=code, level=RegionLevel.VILLAGE, within=code, drawn=found)
    else:
        return _of_region(_code(name))
    raise _not_there(name)


def _of_region(code: str) -> Extent:
    below = _BELOW.get(len(code))
    found = outlines(below, code) if below else None
    if found and below:
        return Extent(name=code, code=code, level=below, within=code, drawn=found)
    own, above = _LEVELS[len(code)], code.rpartition(".")[0]
    around = outlines(own, above)
    if around is None or code not in around.codes:
        raise _not_there(code)
    return Extent(name=code, code=code, level=own, within=above, drawn=around, chosen=code)


def _code(text: str) -> str:
    try:
        check_region_code(text)
    except BadInput:
        raise _not_there(text) from None
    return text


def _not_there(text: str) -> NotFound:
    return NotFound(gettext_noop("Batas wilayah %(value)s tidak tersedia pada peta."), value=text[:40])


def name_of(code: str) -> str:
    """As its outline is called; else as the list of regions has it."""
    if not code:
        return _("Indonesia")
    drawn = outlines(_LEVELS[len(code)], code.rpartition(".")[0])
    found = [] if drawn is None else [area.name for area in drawn.topology.areas if area.code == code]
    if found:
        return found[0]
    return Region.objects.filter(pk=code).values_list("name", flat=True).first() or code


def has_villages(code: str) -> bool:
    return len(code) == 5 and outlines(RegionLevel.VILLAGE, code) is not None


def ways_up(code: str) -> list[tuple[str, str]]:
    """Name in the address and title of every map around that of ``code``, the country first."""
    parts = code.split(".") if code else []
    around = [".".join(parts[:n]) for n in range(1, len(parts))]
    return [(COUNTRY, name_of("")), *((above, name_of(above)) for above in around if is_drawn(above))] if parts else []


def is_drawn(code: str) -> bool:
    """Whether there is a map of ``code``: of its parts, or of itself among its neighbours."""
    try:
        _of_region(code)
    except NotFound:
        return False
    return True


def picture(found: Extent) -> Picture:
    """Drawn once for each set of outlines."""
    return _picture(found.drawn, not found.within)


@lru_cache(maxsize=256)
def _picture(drawn: Outlines, is_country: bool) -> Picture:  # noqa: FBT001
    frame = frame_of(INDONESIA if is_country else drawn.topology.box())
    return Picture(frame=frame, shapes=shapes(drawn.topology, frame))
