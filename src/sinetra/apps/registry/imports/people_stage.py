"""A file of people in temporary tables, and what it would change: found and compared in SQL, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection

from sinetra.apps.base.bulk import insert, temporary_table
from sinetra.apps.base.snapshot import scratch
from sinetra.apps.base.sql import analyse, execute, key_from_driver, key_to_driver, key_type, read
from sinetra.apps.registry.imports.people_rows import Line, People
from sinetra.apps.registry.tables.problems import Problem, Problems
from sinetra.core.errors import gettext_noop


class PeopleStage:
    """The staged file against the people of one office. Made by ``staged``."""

    def __init__(self, organisation: UUID, people: People) -> None:
        self._organisation = key_to_driver(organisation)
        self.read = people.read
        self._keeps_position = "jabatan" not in people.given
        self._keeps_title = "nama_jabatan" not in people.given

    def find(self) -> tuple[int, int]:
        """Finds who is known and compares: how many are new, and how many would change."""
        execute("DELETE FROM import_known")
        for statement in (_BY_NUMBER, _BY_EARLIER, _BY_NAME, _BY_NAME_BEFORE_THE_NUMBER):
            execute(statement, {"organisation": self._organisation})
            analyse("import_known")
        execute("DELETE FROM import_changed")
        changed = execute(self._with_kept(_CHANGED))
        return self.read - count("import_known"), changed

    def new(self) -> Iterator[tuple[Any, ...]]:
        """Name, status, number, unit, position, title."""
        for *values, unit, position, title in read(_NEW):
            yield (*values, key_from_driver(unit), position, title)

    def changed(self) -> Iterator[tuple[Any, ...]]:
        """Id, version, and the values of all columns that a file says."""
        for person, version, name, status, nip, unit, position, title in read(_READ_CHANGED):
            yield (
                key_from_driver(person),
                version,
                name,
                status,
                nip,
                key_from_driver(unit),
                position,
                title,
                True,
            )

    def replaced_numbers(self) -> Iterator[tuple[Any, str]]:
        """The person, and the number that another takes the place of."""
        for person, number in read("SELECT id, old FROM import_changed WHERE old <> '' AND old <> nip"):
            yield key_from_driver(person), number

    def _with_kept(self, statement: str) -> str:
        position = "p.position" if self._keeps_position else "s.position"
        title = "p.position_title" if self._keeps_title else "s.position_title"
        return statement.replace("{position}", position).replace("{title}", title)


@contextmanager
def staged(organisation: UUID, people: People, problems: Problems) -> Iterator[PeopleStage]:
    """Errors: ``BadRows`` with all that is wrong in the file, numbers that it lists twice among it."""
    key, line = key_type(), "integer" if connection.vendor == "postgresql" else "integer PRIMARY KEY"
    said = f"name text, status text, nip text, unit_id {key}, position text, position_title text"
    with (
        temporary_table("import_people", f"line {line}, earlier text, {said}"),
        temporary_table("import_known", f"line {line}, id {key}, version integer"),
        temporary_table("import_changed", f"id {key}, version integer, old text, {said}"),
    ):
        with scratch():
            insert("import_people", Line._fields, people)
            analyse("import_people")
            index("import_people (name, unit_id) WHERE nip = ''", "import_known (id)")
            for row, before, number in read(_TWICE):
                message = gettext_noop("%(value)s sudah ada di baris %(other)s")
                problems.append(Problem(row=row, column="nip", message=message, value=number, params={"other": before}))
        problems.raise_if_any()
        yield PeopleStage(organisation, people)


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608 - a name of ours
        return int(cursor.fetchone()[0])


def index(*columns: str) -> None:
    """PostgreSQL joins by hash; SQLite looks each row up."""
    if connection.vendor == "sqlite":
        for number, column in enumerate(columns):
            execute(f"CREATE INDEX temp.import_index_{number} ON {column}")


# A number may stand in the file once, as the number of today or the one before it.
_TWICE = """
WITH numbers AS (
    SELECT nip AS number, line FROM import_people WHERE nip <> ''
    UNION ALL SELECT earlier, line FROM import_people WHERE earlier <> '' AND earlier <> nip
), twice AS (SELECT number FROM numbers GROUP BY number HAVING COUNT(*) > 1)
SELECT line, before, number FROM (
    SELECT line, number, LAG(line) OVER (PARTITION BY number ORDER BY line) AS before
    FROM numbers WHERE number IN (SELECT number FROM twice)
) listed WHERE before IS NOT NULL ORDER BY line
"""

# CROSS JOIN keeps SQLite, which has no statistics of a temporary table, to this order of the tables.
_BY_NUMBER = """
INSERT INTO import_known (line, id, version)
SELECT s.line, p.id, p.version FROM import_people s CROSS JOIN registry_person p
WHERE p.organisation_id = %(organisation)s AND p.nip = s.nip AND s.nip <> ''
"""
_BY_EARLIER = """
INSERT INTO import_known (line, id, version)
SELECT s.line, p.id, p.version FROM import_people s CROSS JOIN registry_person p
WHERE p.organisation_id = %(organisation)s AND p.nip = s.earlier AND s.earlier <> ''
AND NOT EXISTS (SELECT 1 FROM import_known k WHERE k.line = s.line)
"""
# Two of one name in one unit are told apart by what else is said of them, so the same file finds the same people.
_WITHOUT_NUMBER = """
    SELECT p.id, p.version, p.name, p.unit_id, ROW_NUMBER() OVER (
        PARTITION BY p.name, p.unit_id ORDER BY p.status, p.position, p.position_title, p.id
    ) AS place FROM registry_person p
    WHERE p.organisation_id = %(organisation)s AND p.nip = ''
    AND NOT EXISTS (SELECT 1 FROM import_known k WHERE k.id = p.id)
"""
_BY_NAME = f"""
INSERT INTO import_known (line, id, version)
SELECT s.line, p.id, p.version FROM (
    SELECT line, name, unit_id, ROW_NUMBER() OVER (
        PARTITION BY name, unit_id ORDER BY status, position, position_title, line
    ) AS place FROM import_people s
    WHERE nip = '' AND NOT EXISTS (SELECT 1 FROM import_known k WHERE k.line = s.line)
) s JOIN ({_WITHOUT_NUMBER}) p ON p.name = s.name AND p.unit_id = s.unit_id AND p.place = s.place
"""  # noqa: S608 - statements of this file
# Who had no number and now has one (a honorer who became PPPK paruh waktu) is the same person, unless the file still
# lists somebody of that name and unit without number.
_BY_NAME_BEFORE_THE_NUMBER = f"""
INSERT INTO import_known (line, id, version)
SELECT s.line, p.id, p.version FROM (
    SELECT line, name, unit_id, ROW_NUMBER() OVER (PARTITION BY name, unit_id ORDER BY line) AS place
    FROM import_people s
    WHERE nip <> '' AND NOT EXISTS (SELECT 1 FROM import_known k WHERE k.line = s.line)
    AND NOT EXISTS (
        SELECT 1 FROM import_people still WHERE still.nip = '' AND still.name = s.name AND still.unit_id = s.unit_id
    ) AND EXISTS (
        SELECT 1 FROM registry_person p
        WHERE p.organisation_id = %(organisation)s AND p.nip = '' AND p.name = s.name AND p.unit_id = s.unit_id
    )
) s JOIN ({_WITHOUT_NUMBER}) p ON p.name = s.name AND p.unit_id = s.unit_id AND p.place = s.place
"""  # noqa: S608 - statements of this file

_CHANGED = """
INSERT INTO import_changed (id, version, old, name, status, nip, unit_id, position, position_title)
SELECT p.id, p.version, p.nip, s.name, s.status, s.nip, s.unit_id, {position}, {title}
FROM import_known k CROSS JOIN import_people s CROSS JOIN registry_person p
WHERE s.line = k.line AND p.id = k.id AND (p.name <> s.name OR p.status <> s.status OR p.nip <> s.nip
OR p.unit_id IS NULL OR p.unit_id <> s.unit_id
OR p.position <> {position} OR p.position_title <> {title} OR NOT p.is_active)
"""
_READ_CHANGED = "SELECT id, version, name, status, nip, unit_id, position, position_title FROM import_changed"
_NEW = """
SELECT s.name, s.status, s.nip, s.unit_id, s.position, s.position_title FROM import_people s
WHERE NOT EXISTS (SELECT 1 FROM import_known k WHERE k.line = s.line)
"""
