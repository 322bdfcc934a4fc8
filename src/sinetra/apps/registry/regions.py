"""The official list of regions into the table, in bulk, as often as one likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from sinetra.apps.base.gate import write_gate
from sinetra.apps.registry.csv_rows import Problem, open_csv, raise_if
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.registry_numbers import check_region_code

COLUMNS = ("kode", "nama")
EDITION = "Kepmendagri 300.2.2-2430/2025"
_LEVELS = {2: RegionLevel.PROVINCE, 5: RegionLevel.CITY, 8: RegionLevel.DISTRICT, 13: RegionLevel.VILLAGE}
_KIND = re.compile(r"^(kabupaten|kota)\s+(administrasi\s+|adm\.\s+)?", re.IGNORECASE)
# Invented for the demonstration; no code beginning with 99 is given to a real province.
DEMO_REGIONS = (
    ("99", "Nusa Cendana (contoh)"),
    ("99.71", "Kota Cendana (contoh)"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsImported:
    """Numbers of rows: in the file, newly stored, renamed or given a new edition."""

    read: int
    created: int
    changed: int


def search_name(name: str) -> str:
    """
    >>> search_name("Kota Administrasi Jakarta Pusat"), search_name("Kabupaten Banjar"), search_name("Kotabaru")
    ('jakarta pusat', 'banjar', 'kotabaru')
    """
    return _KIND.sub("", name).strip().lower()


def region(code: str, name: str, edition: str) -> Region:
    """An unsaved row; level and parent follow from the code."""
    return Region(
        code=code,
        name=name,
        search_name=search_name(name),
        level=_LEVELS[len(code)],
        parent_id=code.rpartition(".")[0] or None,
        edition=edition,
    )


def import_regions(path: Path, edition: str = EDITION) -> RegionsImported:
    """All or nothing. Codes that the file no longer has stay with the edition they came with.

    Profile ``demo`` adds the invented Kota Cendana. Errors: ``BadInput`` listing row, column and reason.
    """
    named = dict(_named(path))
    if settings.SINETRA_PROFILE == "demo":
        named.update(DEMO_REGIONS)
    return store_regions(named.items(), edition)


def store_regions(named: Iterable[tuple[str, str]], edition: str) -> RegionsImported:
    """Parents first; rows that are there with the same name and edition are not written."""
    with write_gate(), transaction.atomic():
        known = {code: (name, held) for code, name, held in Region.objects.values_list("code", "name", "edition")}
        rows = [region(code, name, edition) for code, name in sorted(named, key=lambda pair: (len(pair[0]), pair[0]))]
        new = [row for row in rows if row.code not in known]
        other = [row for row in rows if row.code in known and known[row.code] != (row.name, row.edition)]
        Region.objects.bulk_create(new, batch_size=5000)
        Region.objects.bulk_create(
            other,
            batch_size=5000,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "search_name", "edition"],
        )
    return RegionsImported(read=len(rows), created=len(new), changed=len(other))


def _named(path: Path) -> Iterator[tuple[str, str]]:
    rows = open_csv(path, COLUMNS)
    codes = {row.values["kode"] for row in rows}
    problems: list[Problem] = []
    seen: set[str] = set()
    for row in rows:
        code, name = row.values["kode"], row.values["nama"]
        problem = _problem(row.number, code, name, codes, seen)
        if problem is not None:
            problems.append(problem)
        seen.add(code)
        yield code, name
    raise_if(problems)


def _problem(number: int, code: str, name: str, codes: set[str], seen: set[str]) -> Problem | None:
    try:
        check_region_code(code)
    except BadInput as error:
        return Problem.of(number, "kode", error)
    if not name:
        return Problem(row=number, column="nama", message=gettext_noop("kosong"))
    if code in seen:
        return Problem(row=number, column="kode", message=gettext_noop("%(value)s sudah ada"), value=code)
    parent = code.rpartition(".")[0]
    if parent and parent not in codes:
        return Problem(row=number, column="kode", message=gettext_noop("induk %(value)s tidak ada"), value=parent)
    return None
