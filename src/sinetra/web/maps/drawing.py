"""A map with its zones, its legend and its table: the same regions in the same order in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sinetra.core.maps.frame import Frame
from sinetra.core.maps.shade import ZONES, Shade, pattern_defs
from sinetra.core.maps.shapes import Shape
from sinetra.core.maps.sheet import Key
from sinetra.web.index_view import percent
from sinetra.web.index_words import ZONES as ZONE_WORDS
from sinetra.web.maps.extents import Extent, is_drawn, picture
from sinetra.web.maps.zones import Zones, zone_word, zones
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.templatetags.sinetra import zone as zone_mark

# On a phone a map is a fifth as wide: its patterns and numbers are drawn that much coarser.
COARSE = 3.0
# Room of a number: at its edges, and for each figure.
ROOM, FIGURE = 20, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """``number``: on the map where there is room, and in the table."""

    number: int
    shape: Shape
    shade: Shade
    url: str
    chosen: bool

    @property
    def said(self) -> str:
        return f"{self.number}. {self.shape.name}: {self.shade.word}"

    @property
    def size(self) -> str:
        """Where its number fits: on every glass, on a wide one, nowhere."""
        needed = ROOM + FIGURE * len(str(self.number))
        if self.shape.room >= COARSE * needed:
            return "any"
        return "wide" if self.shape.room >= needed else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMap:
    extent: Extent
    frame: Frame
    regions: Sequence[Region]
    zones: Zones

    @property
    def is_shaded(self) -> bool:
        return self.zones.day is not None

    @property
    def patterns(self) -> SafeString:
        """Each pattern twice: ``p-red`` and, for a small glass, ``c-red``."""
        used = dict.fromkeys(region.shade.pattern for region in self.regions)
        used |= dict.fromkeys(key.pattern for key in self.keys)
        return mark_safe(pattern_defs(used) + pattern_defs(used, prefix="c-", scale=COARSE))  # noqa: S308 - our own

    @property
    def keys(self) -> list[Key]:
        """The legend: every zone, with how many regions are in it; then the hatching; then what was not computed."""
        if not self.is_shaded:
            return []
        counts = Counter(region.shade.zone for region in self.regions)
        found = [Key(pattern=str(zone), word=f"{_sentence(ZONE_WORDS[zone])} ({counts[zone]})") for zone in ZONES]
        unstable = [region for region in self.regions if region.shade.unstable]
        if unstable:
            text = _("Garis miring hitam: zona belum stabil (%(count)s)") % {"count": len(unstable)}
            found.append(Key(pattern=unstable[0].shade.pattern, word=text))
        if counts[None]:
            found.append(Key(pattern="none", word=f"{_sentence(zone_word(None))} ({counts[None]})"))
        return found

    @property
    def own(self) -> Shade | None:
        """Of the region itself, whose parts or neighbours are drawn; None before the first run, and of the country."""
        return self.zones.of(self.extent.code) if self.is_shaded and self.extent.code else None

    @property
    def unplaced(self) -> list[Link]:
        """Regions of the index that belong on this map, where nothing is drawn of them; on a map of the country those
        whose province is not drawn. They lead to the map of their parts, if there is one."""
        drawn, within = {region.shape.code for region in self.regions}, self.extent.within
        length = len(self.regions[0].shape.code)
        names = self.zones.names
        return [
            Link(text=name, url=reverse("map_of" if is_drawn(code) else "index_unit", args=[code]))
            for code, name in sorted(names.items())
            if code not in drawn and (_is_part(code, within, length) if within else _is_apart(code, names))
        ]

    @property
    def table(self) -> Table:
        columns = [Column(text=_("Wilayah")), Column(text=_("No."), number=True)]
        if self.is_shaded:
            columns += [
                Column(text=_("Zona")),
                Column(text=_("Kepastian"), number=True),
                Column(text=_("Keterangan")),
            ]
        return Table(
            caption=_("Wilayah pada peta, dengan nomor dan urutan yang sama"),
            columns=columns,
            rows=[_row(region, self.zones) for region in self.regions],
        )


def _is_part(code: str, within: str, length: int) -> bool:
    return code.startswith(f"{within}.") and len(code) == length


def _is_apart(code: str, names: Mapping[str, str]) -> bool:
    """In no province that is drawn, and in no region that is listed itself."""
    return code.rpartition(".")[0] not in names and not is_drawn(code[:2])


def zone_map(extent: Extent) -> ZoneMap:
    drawn = picture(extent)
    found = zones()
    return ZoneMap(
        extent=extent,
        frame=drawn.frame,
        zones=found,
        regions=[
            Region(
                number=number,
                shape=shape,
                shade=found.of(shape.code),
                url=reverse("map_of", args=[shape.code]),
                chosen=shape.code == extent.chosen,
            )
            for number, shape in enumerate(drawn.shapes, start=1)
        ],
    )


def _sentence(text: object) -> str:
    words = str(text)
    return words[:1].upper() + words[1:]


def _row(region: Region, zones: Zones) -> list[Cell]:
    cells = [Cell(text=region.shape.name, url=region.url), Cell(text=region.number)]
    if zones.day is None:
        return cells
    shade = region.shade
    if shade.zone is None:
        return [*cells, Cell(text=shade.word), Cell(text="–"), Cell(text=shade.detail)]
    return [
        *cells,
        Cell(text=zone_mark(shade.zone, shade.word)),
        Cell(text=percent(zones.sure.get(shade.code))),
        Cell(text=shade.detail or _("Mengapa?"), url=reverse("index_unit", args=[shade.code])),
    ]
