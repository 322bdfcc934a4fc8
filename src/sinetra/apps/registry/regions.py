"""The official list of regions into the table, in bulk, as often as one likes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from sinetra.apps.base.gate import write_gate
from sinetra.apps.registry.csv_rows import CsvRow, Problem, open_csv, raise_if
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.registry_numbers import check_region_code

COLUMNS = ("kode", "nama")
LONGEST_NAME = 120
EDITION = "Kepmendagri 300.2.2-2430/2025"
_LEVELS = {2: RegionLevel.PROVINCE, 5: RegionLevel.CITY, 8: RegionLevel.DISTRICT, 13: RegionLevel.VILLAGE}
_COLUMNS = ("code", "name", "search_name", "level", "parent_id", "edition")
_KIND = re.compile(r"^(kabupaten|kota)\s+(administrasi\s+|adm\.\s+)?", re.IGNORECASE)
# Invented for the demonstration; no code beginning with 99 is given to a real province.
DEMO_EDITION = "contoh"
DEMO_REGIONS = (
    ("99", "Provinsi Contoh"),
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


def _values(code: str, name: str, edition: str) -> tuple[str | None, ...]:
    """In the order of ``_COLUMNS``; level and parent follow from the code."""
    return (code, name, search_name(name), _LEVELS[len(code)].value, code.rpartition(".")[0] or None, edition)


def import_regions(path: Path, edition: str = EDITION) -> RegionsImported:
    """All or nothing. Codes that the file no longer has stay with the edition they came with.

    Profile ``demo`` adds the invented Kota Cendana. Errors: ``BadInput`` listing row, column and reason.
    """
    done = store_regions(_named(path), edition)
    if settings.SINETRA_PROFILE == "demo":
        store_regions(DEMO_REGIONS, DEMO_EDITION)
    return done


def store_regions(named: Iterable[tuple[str, str]], edition: str) -> RegionsImported:
    """Parents first; rows that are there with the same name and edition are not written. Not inside a unit of work:
    it takes the write gate itself."""
    with write_gate(), transaction.atomic():
        known = {code: (name, held) for code, name, held in Region.objects.values_list("code", "name", "edition")}
        wanted = sorted(named, key=lambda pair: (len(pair[0]), pair[0]))
        new = [(code, name) for code, name in wanted if code not in known]
        other = [
            Region(**dict(zip(_COLUMNS, _values(code, name, edition), strict=True)))
            for code, name in wanted
            if code in known and known[code] != (name, edition)
        ]
        _insert(new, edition)
        Region.objects.bulk_create(
            other,
            batch_size=5000,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "search_name", "edition"],
        )
    return RegionsImported(read=len(wanted), created=len(new), changed=len(other))


def _insert(new: Sequence[tuple[str, str]], edition: str) -> None:
    """Past the ORM: 91,599 objects would take three times as long as the statement itself."""
    quote = connection.ops.quote_name
    columns, places = ", ".join(map(quote, _COLUMNS)), ", ".join(["%s"] * len(_COLUMNS))
    statement = f"INSERT INTO {quote(Region._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608 - own names
    with connection.cursor() as cursor:
        cursor.executemany(statement, [_values(code, name, edition) for code, name in new])


def _named(path: Path) -> list[tuple[str, str]]:
    rows = open_csv(path, COLUMNS)
    codes = {row.values["kode"] for row in rows}
    above = {code.rpartition(".")[0] for code in codes} - codes
    codes |= set(Region.objects.filter(code__in=above).values_list("code", flat=True))
    problems: list[Problem] = []
    seen: set[str] = set()
    for row in rows:
        problem = _problem(row, codes, seen)
        if problem is not None:
            problems.append(problem)
        seen.add(row.values["kode"])
    raise_if(problems)
    return [(row.values["kode"], row.values["nama"]) for row in rows]


def _problem(row: CsvRow, codes: set[str], seen: set[str]) -> Problem | None:
    code, name = row.values["kode"], row.values["nama"]
    try:
        parent = check_region_code(code).parent
    except BadInput as error:
        return Problem.of(row.number, "kode", error)
    if not name or len(name) > LONGEST_NAME:
        return Problem(
            row=row.number, column="nama", message=gettext_noop("harus 1–%(value)s huruf"), value=LONGEST_NAME
        )
    if code in seen:
        return Problem(row=row.number, column="kode", message=gettext_noop("%(value)s sudah ada"), value=code)
    if parent is not None and parent not in codes:
        return Problem(row=row.number, column="kode", message=gettext_noop("induk %(value)s tidak ada"), value=parent)
    return None
