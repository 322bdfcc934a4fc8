"""Regencies, cities and provinces by code (Kepmendagri list in ``catalogue/regions/wilayah.csv``) and by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sinetra.core import yamlfile

_ROW = re.compile(r"^(\d\d(?:\.\d\d)?),(.+?)\r?$", re.MULTILINE)
_KIND = re.compile(r"^(Kabupaten|Kota)\s+(?:Administrasi\s+|Adm\.\s+)?(.+)$")
_LOOSE = re.compile(r"[\s.'’\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """``kind``: ``provinsi``, ``kabupaten`` or ``kota``; ``bare`` is the name without it."""

    code: str
    name: str
    kind: str
    bare: str

    @property
    def province(self) -> str:
        return self.code[:2]


def loose(name: str) -> str:
    """A name without case, blanks, hyphens and apostrophes: ``Palangka Raya`` and ``palangkaraya`` are one.

    >>> loose("Palangka Raya") == loose("PALANGKARAYA")
    True
    """
    return _LOOSE.sub("", name).lower()


class Gazetteer:
    """Regions by code and by loose name; a name may belong to several (Kota Bandung, Kabupaten Bandung)."""

    def __init__(
        self, regions: tuple[Region, ...], aliases: Mapping[str, tuple[str, ...]], added: frozenset[str] = frozenset()
    ) -> None:
        self._added = added
        self.by_code = {region.code: region for region in regions}
        self._by_name: dict[str, list[Region]] = {}
        for region in regions:
            self._by_name.setdefault(loose(region.bare), []).append(region)
        for alias, codes in aliases.items():
            held = self._by_name.setdefault(loose(alias), [])
            held.extend(self.by_code[code] for code in codes if self.by_code[code] not in held)
        self.longest = 5
        self.firsts = frozenset(name[:3] for name in self._by_name)

    def named(self, name: str) -> tuple[Region, ...]:
        return tuple(self._by_name.get(loose(name), ()))

    def official(self, code: str | None) -> str | None:
        """The code, if the official list has its province: timetables know no other."""
        return None if code is None or code[:2] in self._added else code

    def province_of(self, code: str) -> Region | None:
        return self.by_code.get(code[:2])


def _region(code: str, name: str) -> Region:
    match = _KIND.match(name)
    if len(code) == 2 or match is None:
        return Region(code=code, name=name, kind="provinsi", bare=name)
    return Region(code=code, name=name, kind=match[1].lower(), bare=match[2])


def load_gazetteer(catalogue: Path, words: Mapping[str, Any], more: str = "") -> Gazetteer:
    """Provinces, regencies and cities of ``regions/wilayah.csv`` and of ``more`` rows like it.

    ``words`` is the press lexicon of region names.
    """
    text = (catalogue / "regions" / "wilayah.csv").read_text(encoding="utf-8") + "\n" + more
    regions = tuple(_region(code, name) for code, name in _ROW.findall(text))
    aliases = {
        str(alias): (str(codes),) if isinstance(codes, str) else tuple(map(str, codes))
        for alias, codes in words["aliases"].items()
        if alias != yamlfile.LINE
    }
    return Gazetteer(regions, aliases, frozenset(code for code, _ in _ROW.findall(more) if len(code) == 2))
