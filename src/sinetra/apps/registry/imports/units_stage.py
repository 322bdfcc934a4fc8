"""A file of units in temporary tables, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sinetra.apps.base.bulk import insert, temporary_table
from sinetra.apps.base.snapshot import scratch
from sinetra.apps.base.sql import analyse, execute, key_from_driver, key_to_driver, key_type, read
from sinetra.apps.registry.imports.people_stage import count
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.core.errors import gettext_noop
from sinetra.core.ids import uuid7


class Line(NamedTuple):
    """A row of the staging table; ``parent`` and ``region`` are codes, "" for none."""

    line: int
    code: str
    name: str
    kind: str
    parent: str
    region: str


class Lines(Protocol):
    @property
    def given(self) -> frozenset[str]: ...

    @property
    def read(self) -> int: ...

    def __iter__(self) -> Iterator[Line]: ...


class UnitsStage:
    """The staged file against the units of one office. Made by ``staged``."""

    NEW = ("id", "code", "name", "kind", "parent_id", "region_id")
    CHANGED = ("name", "kind", "parent_id", "region_id")

    def __init__(self, organisation: UUID, lines: Lines) -> None:
        self._organisation = key_to_driver(organisation)
        self.read = lines.read
        self._keeps = {"parent": "induk" not in lines.given, "region": "wilayah" not in lines.given}

    def find(self) -> tuple[int, int]:
        """How many are new, and how many would change."""
        execute("DELETE FROM import_units_known")
        execute(_KNOWN, {"organisation": self._organisation})
        analyse("import_units_known")
        execute("DELETE FROM import_units_changed")
        parent = "u.parent_id" if self._keeps["parent"] else _PARENT
        region = "u.region_id" if self._keeps["region"] else "NULLIF(s.region, '')"
        changed = execute(_CHANGED.replace("{parent}", parent).replace("{region}", region))
        return count(f"import_units s {_IS_NEW}"), changed

    def new(self) -> Iterator[tuple[Any, ...]]:
        for own, code, name, kind, parent, region in read(_NEW):
            yield key_from_driver(own), code, name, kind, parent and key_from_driver(parent), region

    def changed(self) -> Iterator[tuple[Any, ...]]:
        for unit, version, name, kind, parent, region in read("SELECT * FROM import_units_changed"):
            yield key_from_driver(unit), version, name, kind, parent and key_from_driver(parent), region


@contextmanager
def staged(organisation: UUID, lines: Lines, problems: Problems, check: Callable[[], None]) -> Iterator[UnitsStage]:
    """Errors: ``BadRows`` with all that is wrong in the file."""
    key = key_type()
    stage = f"line integer, id {key}, code text PRIMARY KEY, name text, kind text, parent text, region text"
    known = f"code text PRIMARY KEY, id {key}"
    changed = f"id {key}, version integer, name text, kind text, parent_id {key}, region_id text"
    with (
        temporary_table("import_units", stage),
        temporary_table("import_units_known", known),
        temporary_table("import_units_changed", changed),
    ):
        with scratch():
            insert("import_units", ("id", *Line._fields), _with_ids(lines))
            analyse("import_units")
            check()
            for row, code, whole in read(_UNKNOWN_REGIONS):
                _unknown_region(problems, row, code, whole)
        problems.raise_if_any()
        yield UnitsStage(organisation, lines)


def _with_ids(lines: Iterable[Line]) -> Iterator[tuple[Any, ...]]:
    for line in lines:
        yield (key_to_driver(uuid7()), *line)


def _unknown_region(problems: Problems, row: int, code: str, whole: str | None) -> None:
    message = gettext_noop("%(value)s tidak dikenal")
    if whole:
        message = gettext_noop("%(value)s: Excel membuang nol di belakang titik; mungkin maksud Anda %(accepted)s")
    accepted = (whole,) if whole else ()
    problems.append(Problem(row=row, column="wilayah", message=message, value=repr(code), accepted=accepted))


_UNKNOWN_REGIONS = """
SELECT s.line, s.region, whole.code FROM import_units s
LEFT JOIN registry_region r ON r.code = s.region LEFT JOIN registry_region whole ON whole.code = s.region || '0'
WHERE s.region <> '' AND r.code IS NULL ORDER BY s.line
"""
# A parent stands in the registry or in the file itself.
_PARENT = """COALESCE(
    (SELECT k.id FROM import_units_known k WHERE k.code = s.parent),
    (SELECT f.id FROM import_units f WHERE f.code = s.parent)
)"""
_KNOWN = """
INSERT INTO import_units_known (code, id)
SELECT u.code, u.id FROM registry_unit u WHERE u.organisation_id = %(organisation)s
AND u.code IN (SELECT code FROM import_units UNION SELECT parent FROM import_units)
"""
_IS_NEW = "WHERE NOT EXISTS (SELECT 1 FROM import_units_known k WHERE k.code = s.code)"
_NEW = f"""
SELECT s.id, s.code, s.name, s.kind, {_PARENT}, NULLIF(s.region, '') FROM import_units s {_IS_NEW}
"""  # noqa: S608 - statements of this file
_CHANGED = """
INSERT INTO import_units_changed (id, version, name, kind, parent_id, region_id)
SELECT id, version, name, kind, parent, region FROM (
    SELECT u.id, u.version, u.name AS old_name, u.kind AS old_kind, u.parent_id AS old_parent,
    u.region_id AS old_region, s.name, s.kind, {parent} AS parent, {region} AS region
    FROM import_units s JOIN import_units_known k ON k.code = s.code JOIN registry_unit u ON u.id = k.id
) compared
WHERE old_name <> name OR old_kind <> kind
OR COALESCE(CAST(old_parent AS text), '') <> COALESCE(CAST(parent AS text), '')
OR COALESCE(old_region, '') <> COALESCE(region, '')
"""
