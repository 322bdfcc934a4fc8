"""Where an election takes place, by region code (kode wilayah: 63, 63.72, 63.72.01, 63.72.01.1001)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import Coverage
from sinetra.core.errors import BadInput, gettext_noop

_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)


def check_region(region: str) -> str:
    """Errors: BadInput when ``region`` does not have the form of a region code."""
    if not _CODE.fullmatch(region):
        raise BadInput(
            gettext_noop("Kode wilayah %(value)s tidak dikenali; contoh yang diterima: %(accepted)s"),
            field="region",
            accepted=("63", "63.72", "63.72.01", "63.72.01.1001"),
            value=repr(region),
        )
    return region


def within(region: str, area: str) -> bool:
    """Is ``region`` the ``area`` or inside it?

    >>> within("63.72.01", "63.72"), within("63.72", "63.72.01"), within("63.72", "63")
    (True, False, True)
    >>> within("63.72", "63.7")
    False
    """
    return region == area or region.startswith(area + ".")


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """``complete``: the lists say everything. Else a region outside them is unknown, not excluded.

    nationwide   held everywhere but in ``excluded``
    provinces    the head of the province is elected, so all of it takes part
    areas        regencies and cities that elect their head
    no_governor  provinces where only regents and mayors are elected (DIY)
    confidence   how sure the lists are
    no_regent    areas that only take part in the election of the governor (Jakarta's administrative areas)
    """

    nationwide: bool
    complete: bool
    provinces: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    no_governor: tuple[str, ...] = ()
    no_regent: tuple[str, ...] = ()
    count: str | None = None
    note: str | None = None
    confidence: Confidence
    _listed: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_listed", self.provinces + self.areas)

    def coverage(self, region: str | None) -> Coverage:
        """Is there a vote in the region, around it (the governor's) or in a part of it?

        Without a region the answer is for the country as a whole, so a vote in a few places does not count.
        """
        if region is None:
            return Coverage.YES if self.nationwide else Coverage.NO if self.complete else Coverage.UNKNOWN
        if any(within(region, area) for area in self.excluded):
            return Coverage.NO
        if self.nationwide or any(within(region, area) or within(area, region) for area in self._listed):
            return Coverage.YES
        return Coverage.NO if self.complete else Coverage.UNKNOWN

    def elects_governor(self, region: str) -> Coverage:
        province = region[:2]
        if province in self.no_governor:
            return Coverage.NO
        if province in self.provinces:
            return Coverage.YES
        return Coverage.NO if self.complete and not self.nationwide else self.coverage(province)

    def elects_regent(self, region: str) -> Coverage:
        area = region[:5]
        if len(area) < 5 or area in self.no_regent:
            return Coverage.NO
        if area in self.areas:
            return Coverage.YES
        if self.nationwide:
            return self.coverage(area)
        return Coverage.NO if self.complete else Coverage.UNKNOWN
