"""The time zone of a region: WIB, WITA or WIT by its province."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """``abbreviation`` is what pages print (WIB); ``name`` is the IANA name (Asia/Jakarta)."""

    abbreviation: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    source: str
    confidence: Confidence
    default: Zone
    by_province: Mapping[str, Zone]

    def zone(self, region: str | None) -> Zone:
        """Errors: BadInput for a region whose province is not listed."""
        if region is None:
            return self.default
        try:
            return self.by_province[check_region(region)[:2]]
        except KeyError:
            raise BadInput(
                gettext_noop("Provinsi dari wilayah %(value)s tidak dikenal; kode provinsi: %(accepted)s"),
                field="region",
                accepted=sorted(self.by_province),
                value=repr(region),
            ) from None

    def named(self, abbreviation: str) -> Zone:
        """Errors: BadInput with the zones there are."""
        found = {zone.abbreviation: zone for zone in self.by_province.values()}
        try:
            return found[abbreviation]
        except KeyError:
            raise BadInput(
                gettext_noop("Zona waktu %(value)s tidak dikenal; yang diterima: %(accepted)s"),
                field="zone",
                accepted=sorted(found),
                value=repr(abbreviation),
            ) from None

    def zone_of(self, region: str | None) -> str:
        """The IANA name, for ``zoneinfo.ZoneInfo``."""
        return self.zone(region).name


def load_zones(catalogue: Path) -> Zones:
    """Reads ``catalogue/calendars/zones.yaml``. Errors: BadInput naming file, line and field."""
    block = Block.read(catalogue / "calendars" / "zones.yaml")
    source, confidence, default = block.text("source"), block.confidence(), block.text("default")
    zones: dict[str, Zone] = {}
    by_province: dict[str, Zone] = {}
    for abbreviation, inner in block.named_blocks("zones"):
        zones[abbreviation] = Zone(abbreviation=abbreviation, name=inner.text("name"))
        for province in inner.texts("provinces"):
            if province in by_province:
                raise inner.wrong("provinces", (province,))
            by_province[province] = zones[abbreviation]
        inner.close()
    if default not in zones:
        raise block.wrong("default", tuple(zones))
    block.close()
    return Zones(source=source, confidence=confidence, default=zones[default], by_province=by_province)
