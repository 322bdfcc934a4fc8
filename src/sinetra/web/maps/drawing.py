"""A map with its zones, its legend and its table: the same regions in the same order in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sinetra.core.index.result import Zone
from sinetra.core.maps.frame import Frame
from sinetra.core.maps.shade import ZONES, Shade, pattern_defs
from sinetra.core.maps.shapes import Shape
from sinetra.core.maps.sheet import Key
from sinetra.web.maps.extents import Extent, picture
from sinetra.web.maps.zones import Zones, zone_word, zones
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.templatetags.sinetra import zone as zone_mark

# On a phone a map is a fifth as wide: its patterns and numbers are drawn that much coarser.
COARSE = 3.0
ROOM, COARSE_ROOM = 34, 110


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
        if self.shape.room >= COARSE_ROOM:
            return "any"
        return "wide" if self.shape.room >= ROOM else ""


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
        found = [Key(pattern=str(zone), word=f"{_legend(zone)} ({counts[zone]})") for zone in ZONES]
        unstable = [region for region in self.regions if region.shade.unstable]
        if unstable:
            text = _("Garis miring hitam: zona belum stabil (%(count)s)") % {"count": len(unstable)}
            found.append(Key(pattern=unstable[0].shade.pattern, word=text))
        if counts[None]:
            found.append(Key(pattern="none", word=f"{zone_word(None)} ({counts[None]})"))
        return found

    @property
    def table(self) -> Table:
        columns = [Column(text=_("Wilayah")), Column(text=_("Nomor"), number=True)]
        if self.is_shaded:
            columns += [Column(text=_("Zona")), Column(text=_("Keterangan"))]
        return Table(
            caption=_("Wilayah pada peta, dengan nomor dan urutan yang sama"),
            columns=columns,
            rows=[_row(region, shaded=self.is_shaded) for region in self.regions],
        )


def zone_map(extent: Extent) -> ZoneMap:
    drawn = picture(extent)
    found = zones(extent.drawn.codes)
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


def _legend(zone: Zone) -> str:
    return {
        Zone.RED: _("Merah: paling rawan"),
        Zone.YELLOW: _("Kuning: waspada"),
        Zone.GREEN: _("Hijau: terendah"),
        Zone.GREY: _("Abu-abu: data kurang"),
    }[zone]


def _row(region: Region, *, shaded: bool) -> list[Cell]:
    cells = [Cell(text=region.shape.name, url=region.url), Cell(text=region.number)]
    if not shaded:
        return cells
    shade = region.shade
    mark = shade.word if shade.zone is None else zone_mark(shade.zone, shade.word)
    return [*cells, Cell(text=mark), Cell(text=shade.detail)]
