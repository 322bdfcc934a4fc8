"""From the last run of the index to what a map says of each region. The only place of the maps that knows the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sinetra.core.index.result import Placed, Result, Zone
from sinetra.core.maps.shade import Shade


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """``day``: the cut-off of the data; None before the first run, when nothing is shaded."""

    day: date | None
    configuration: str
    shades: Mapping[str, Shade]

    def of(self, code: str) -> Shade:
        return self.shades.get(code) or not_computed(code)


def latest() -> Result | None:
    """The last run of the index, all units."""
    return None


def zones(codes: Iterable[str]) -> Zones:
    result = latest()
    if result is None:
        return Zones(day=None, configuration="", shades={})
    wanted = set(codes)
    return Zones(
        day=result.day,
        configuration=result.configuration,
        shades={unit.code: shade_of(unit) for unit in result.units if unit.code in wanted},
    )


def zone_word(zone: Zone | None) -> str:
    if zone is None:
        return _("belum dihitung")
    return {
        Zone.GREEN: _("hijau"),
        Zone.YELLOW: _("kuning"),
        Zone.RED: _("merah"),
        Zone.GREY: _("abu-abu"),
    }[zone]


def shade_of(unit: Placed) -> Shade:
    unstable = unit.zone is not Zone.GREY and not unit.stable
    return Shade(
        code=unit.code,
        zone=unit.zone,
        unstable=unstable,
        word=_word(unit.zone, unstable=unstable),
        detail=_detail(unit),
    )


def not_computed(code: str) -> Shade:
    return Shade(
        code=code,
        zone=None,
        unstable=False,
        word=zone_word(None),
        detail=_("Wilayah ini belum ada dalam indeks."),
    )


def _word(zone: Zone, *, unstable: bool) -> str:
    return _("%(zone)s, belum stabil") % {"zone": zone_word(zone)} if unstable else zone_word(zone)


def _detail(unit: Placed) -> str:
    """Why the region is grey; else how sure its zone is."""
    if unit.zone is Zone.GREY:
        return _("Yang kurang: %(names)s") % {"names": ", ".join(unit.missing)}
    share = round(100 * unit.p_zone.get(unit.zone, 0))
    return _("Zona yang sama pada %(share)s %% perhitungan ulang.") % {"share": share}
