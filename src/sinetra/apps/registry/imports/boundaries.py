"""Boundaries of regions from a GeoJSON of BIG, BPS or the office's own: checked whole, then they replace the drawn.

The file is only read; what is kept is a simplified copy in the data folder, with its source and its hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sinetra.apps.registry.models import Region
from sinetra.apps.registry.outlines import catalogue, outlines
from sinetra.apps.registry.own_boundaries import OwnBoundaries, group_of, own_boundaries, stamp, store
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.maps.geojson import MOST_BYTES, Expected, read_geojson
from sinetra.core.maps.topology import Box, Topology

LEVELS = {2: RegionLevel.PROVINCE, 5: RegionLevel.CITY, 8: RegionLevel.DISTRICT, 13: RegionLevel.VILLAGE}
CODE_PROPERTY = "kode"
LONGEST_SOURCE = 200
# Boundaries of different makers differ by less.
ROUGHLY = 0.3
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundariesImported:
    """``read``: regions in the file. ``created`` and ``changed``: groups (regions whose parts were not, or otherwise,
    drawn by a file of this installation). ``without``: known regions of these groups that stay without a boundary."""

    level: RegionLevel
    read: int
    created: int
    changed: int
    without: tuple[str, ...]
    digest: str


def import_boundaries(
    path: Path, *, source: str, now: datetime, code_property: str = CODE_PROPERTY
) -> BoundariesImported:
    """All or nothing. Errors: ``BadInput`` naming the feature, or the regions that would vanish from the map."""
    told = _checked_source(source)
    text = _read(path)
    names = dict(Region.objects.values_list("code", "name"))
    topology = read_geojson(text, Expected(names=names, near=_near(names)), code_property=code_property)
    codes = [area.code for area in topology.areas]
    level = LEVELS[len(codes[0])]
    groups = sorted({group_of(code) for code in codes})
    _refuse_holes(level, groups, set(codes))
    before = own_boundaries(stamp())
    _refuse_unless_later(now, [before[(level, group)] for group in groups if (level, group) in before])
    digest = hashlib.sha256(text).hexdigest()
    store(
        OwnBoundaries(level=level, groups=tuple(groups), source=told, imported_at=now, digest=digest, topology=topology)
    )
    changed = sum((level, group) in before for group in groups)
    return BoundariesImported(
        level=level,
        read=len(codes),
        created=len(groups) - changed,
        changed=changed,
        without=_without(names, groups, topology),
        digest=digest,
    )


def _checked_source(source: str) -> str:
    told = " ".join(source.split())
    if not told or len(told) > LONGEST_SOURCE or not told.isprintable():
        raise BadInput(
            gettext_noop("Tulis sumber dan izin batas ini, paling panjang %(most)s huruf; contoh: %(accepted)s"),
            field="--source",
            accepted=("BIG, RBI 1:50.000, 2025, CC BY 4.0",),
            most=LONGEST_SOURCE,
        )
    return told


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(
            gettext_noop("%(value)s tidak terbaca: %(reason)s"),
            field="FILE",
            value=path.name,
            reason=error.strerror or "",
        ) from None


def _near(names: Iterable[str]) -> Mapping[str, Box]:
    """Where the catalogue draws a region; for what lies inside a kabupaten or kota, where that is."""
    boxes: dict[str, Box] = {}
    for level in (RegionLevel.PROVINCE, RegionLevel.CITY):
        drawn = catalogue(level)
        if drawn is not None:
            boxes |= {area.code: drawn.box([area]).around(ROUGHLY) for area in drawn.areas}
    return {code: boxes[code[:5]] for code in names if code[:5] in boxes}


def _refuse_holes(level: RegionLevel, groups: Iterable[str], codes: set[str]) -> None:
    for group in groups:
        now_drawn = outlines(level, group)
        lost = [] if now_drawn is None else [code for code in now_drawn.codes if code not in codes]
        if lost:
            raise BadInput(
                gettext_noop("Wilayah ini akan hilang dari peta karena tidak ada dalam berkas: %(value)s"),
                field="features",
                value=", ".join(lost[:_SHOWN]) + ("…" if len(lost) > _SHOWN else ""),
            )


def _refuse_unless_later(now: datetime, held: Iterable[OwnBoundaries]) -> None:
    """Of two the later counts: by a clock that went back the new ones would be the earlier, and vanish."""
    latest = max((item.imported_at for item in held), default=now)
    if latest > now:
        raise BadInput(
            gettext_noop("Batas yang sekarang dipakai diimpor %(value)s, sesudah jam komputer ini; betulkan jamnya"),
            field="FILE",
            value=latest.isoformat(timespec="minutes"),
        )


def _without(names: Iterable[str], groups: Iterable[str], topology: Topology) -> tuple[str, ...]:
    held, drawn = set(groups), {area.code for area in topology.areas}
    length = len(next(iter(drawn)))
    return tuple(sorted(code for code in names if len(code) == length and group_of(code) in held and code not in drawn))
