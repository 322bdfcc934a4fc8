"""From the last run of the index to what a map says of each region. The only place of the maps that knows the index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.index.method import method
from sinetra.apps.index.selectors import latest_run, newest_run
from sinetra.core.index.inputs import Kind
from sinetra.core.index.result import Placed, Result, Zone
from sinetra.core.maps.shade import Shade
from sinetra.web.index_words import said

# More names than these in one line are not read.
MOST_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """``day``: the cut-off of the data; None before the first run, when nothing is shaded. ``names`` of all regions
    of the run, ``sure``: in what share of the recomputations the zone is the same."""

    day: date | None
    configuration: str
    shades: Mapping[str, Shade]
    names: Mapping[str, str]
    sure: Mapping[str, float]

    def of(self, code: str) -> Shade:
        return self.shades.get(code) or not_computed(code)


NONE = Zones(day=None, configuration="", shades={}, names={}, sure={})


def zones() -> Zones:
    """All regions of the last run, read once for each run and language."""
    run = newest_run()
    return NONE if run is None else _of_run(str(run.pk), get_language() or "id")


@lru_cache(maxsize=4)
def _of_run(run: str, language: str) -> Zones:
    """Keyed by both: a run does not change."""
    result = latest_run()
    return NONE if result is None else zones_of(result)


def zones_of(result: Result) -> Zones:
    """In the language of the page."""
    regions = [unit for unit in result.units if unit.kind is Kind.REGION]
    return Zones(
        day=result.day,
        configuration=result.configuration,
        shades={unit.code: shade_of(unit) for unit in regions},
        names={unit.code: unit.name for unit in regions},
        sure={unit.code: unit.p_zone.get(unit.zone, 0.0) for unit in regions if unit.zone is not Zone.GREY},
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
    word = zone_word(unit.zone)
    return Shade(
        code=unit.code,
        zone=unit.zone,
        unstable=unstable,
        word=_("%(zone)s, belum stabil") % {"zone": word} if unstable else word,
        detail=_detail(unit),
    )


def not_computed(code: str) -> Shade:
    return Shade(
        code=code, zone=None, unstable=False, word=zone_word(None), detail=_("Wilayah ini belum ada dalam indeks.")
    )


def _detail(unit: Placed) -> str:
    """What is missing where the region is grey; else what weighs most."""
    if unit.zone is Zone.GREY:
        return _("Yang kurang: %(names)s") % {"names": _listed(unit.missing)}
    heavy = [driver.indicator for driver in unit.drivers if driver.contribution > 0]
    return _("Paling berbobot: %(name)s") % {"name": _indicator(heavy[0])} if heavy else ""


def _listed(missing: tuple[str, ...]) -> str:
    text = ", ".join(_indicator(name) for name in missing[:MOST_NAMES])
    more = len(missing) - MOST_NAMES
    return _("%(names)s, dan %(count)s lagi") % {"names": text, "count": more} if more > 0 else text


def _indicator(name: str) -> str:
    """As the method in force calls it; one of an earlier method keeps its id."""
    try:
        return said(method().indicator(name).name)
    except KeyError:
        return name
