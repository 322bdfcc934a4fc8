"""Where the outlines of regions are. Indicative only: pages print so on every map; no database is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, NotFound, gettext_noop

FOLDER = ROOT / "regions"
OBJECT = "wilayah"
# Within a city its districts and villages are drawn; of other cities there is the outline only.
CITY_NAMES = {"15.71": "jambi", "32.79": "banjar", "63.71": "banjarmasin", "63.72": "banjarbaru"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """A TopoJSON file: WGS84, object ``wilayah``. ``names`` maps the code of each of its regions to the name."""

    path: Path
    names: Mapping[str, str]


def boundaries(level: str, city: str | None = None) -> Boundaries:
    """``province`` and ``city`` are of the whole country; ``district`` and ``village`` need the code of a ``city``.

    >>> len(boundaries("province").names), boundaries("district", "63.72").names["63.72.02"]
    (38, 'Landasan Ulin')

    Errors: ``BadInput`` for another level; ``NotFound`` for a city whose parts are not drawn.
    """
    if level == "province":
        return _read(FOLDER / "provinsi-38.topo.json")
    if level == "city":
        return _read(FOLDER / "kabkota-514.topo.json")
    if level not in {"district", "village"}:
        raise BadInput(
            gettext_noop("Tingkat wilayah %(value)s tidak dikenal; yang diterima: %(accepted)s"),
            field="level",
            accepted=("province", "city", "district", "village"),
            value=repr(level),
        )
    if city not in CITY_NAMES:
        raise NotFound(gettext_noop("Batas wilayah di dalam %(city)s tidak tersedia"), city=city)
    part = "kecamatan" if level == "district" else "kelurahan"
    return _read(FOLDER / f"kota-{CITY_NAMES[city]}-{part}.topo.json")


@cache
def _read(path: Path) -> Boundaries:
    topology: dict[str, Any] = json.loads(path.read_bytes())
    properties = [geometry["properties"] for geometry in topology["objects"][OBJECT]["geometries"]]
    return Boundaries(path=path, names={item["kode"]: item["nama"] for item in properties})
