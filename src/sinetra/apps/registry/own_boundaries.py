"""Boundaries that the installation brought itself (``sinetra import boundaries``), in its data folder.

One file an import; of two that have the same region's parts the later counts. A file that cannot be read stops no
page: the catalogue's boundaries are drawn, and the log says so.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any

from django.conf import settings

from sinetra.apps.base.backup.own_files import BOUNDARIES
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.maps.topology import Topology, read_topology, write_topology
from sinetra.ports.files import write_atomically

FOLDER = "boundaries"
log = logging.getLogger("sinetra.boundaries")
# A group is replaced as a whole: all parts of one region. Provinces are parts of "".
Group = tuple[RegionLevel, str]
Stamp = tuple[tuple[str, int, int], ...]
_UNREADABLE = (OSError, ValueError, KeyError, TypeError, IndexError)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBoundaries:
    """``digest``: SHA-256 of the file that was imported. ``source``: whose it is, as every map says."""

    level: RegionLevel
    groups: tuple[str, ...]
    source: str
    imported_at: datetime
    digest: str
    topology: Topology


def group_of(code: str) -> str:
    """The province for a kabupaten or kota; that for everything below it.

    >>> group_of("63"), group_of("63.72"), group_of("63.72.02"), group_of("63.72.02.1003")
    ('', '63', '63.72', '63.72')
    """
    return code.rpartition(".")[0][:5]


def folder() -> Path:
    return Path(settings.SINETRA_DATA) / FOLDER


def stamp() -> Stamp:
    """Which files there are, and when each was written: what was read before holds as long as this is the same."""
    try:
        with os.scandir(folder()) as files:
            found = [seen for file in files if BOUNDARIES.fullmatch(file.name) and (seen := _seen(file))]
    except FileNotFoundError:
        return ()
    except OSError as error:
        log.error("%s: not read, boundaries of the catalogue are drawn: %s", folder(), type(error).__name__)
        return ()
    return tuple(sorted(found))


def _seen(file: os.DirEntry[str]) -> tuple[str, int, int] | None:
    """None for a link, and for what an import took away meanwhile: the others still count."""
    try:
        told = file.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return (file.path, told.st_mtime_ns, told.st_size) if S_ISREG(told.st_mode) else None


@lru_cache(maxsize=2)
def own_boundaries(at: Stamp) -> Mapping[Group, OwnBoundaries]:
    """What counts for each group. ``at``: from ``stamp()``."""
    read = []
    for path, _written, _size in at:
        try:
            read.append(read_own(Path(path)))
        except _UNREADABLE as error:
            log.error("%s: not read, boundaries of the catalogue are drawn: %s", path, type(error).__name__)
    found: dict[Group, OwnBoundaries] = {}
    for item in sorted(read, key=lambda item: item.imported_at):
        found |= {(item.level, group): item for group in item.groups}
    return found


def read_own(path: Path) -> OwnBoundaries:
    """Errors: ``OSError``, ``ValueError``, ``KeyError``, ``TypeError``, ``IndexError`` for a file that is not ours."""
    text = path.read_bytes()
    if hashlib.sha256(text).hexdigest()[:32] != path.stem.rpartition("-")[2]:
        raise ValueError(path.name)
    held: dict[str, Any] = json.loads(text)
    return OwnBoundaries(
        level=RegionLevel(held["level"]),
        groups=tuple(held["groups"]),
        source=str(held["source"]),
        imported_at=datetime.fromisoformat(held["imported_at"]),
        digest=str(held["digest"]),
        topology=read_topology(json.dumps(held["topology"])),
    )


def store(own: OwnBoundaries) -> Path:
    """Whole or not at all; then what no longer counts is removed."""
    held = {
        "level": own.level.value,
        "groups": list(own.groups),
        "source": own.source,
        "imported_at": own.imported_at.isoformat(),
        "digest": own.digest,
        "topology": write_topology(own.topology),
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
    place = folder() / f"{own.level}-{hashlib.sha256(text).hexdigest()[:32]}.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(place, text)
    _tidy()
    return place


def _tidy() -> None:
    """Takes away files of which no group counts any more; what is not ours stays."""
    counting = {(item.digest, item.imported_at) for item in own_boundaries(stamp()).values()}
    for path, _written, _size in stamp():
        try:
            item = read_own(Path(path))
        except _UNREADABLE:
            continue
        if (item.digest, item.imported_at) not in counting:
            Path(path).unlink(missing_ok=True)
