"""Fills the demo's city office with many units, people, sessions and pledges: by SQL, inside the database.

Only for measuring: the rows stand in no audit chain. ``python -m bench.coverage.fill --people 50000 --units 700``.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from typing import Any

# A unit of seventy people has each of these three or four times: ten statuses with positions, as in a real one.
JOBS = (
    ("pns", "executor"),
    ("pns", "functional"),
    ("pns", "teacher"),
    ("pppk", "teacher"),
    ("pns", "executor"),
    ("pppk", "functional"),
    ("pns", "supervisor"),
    ("non_asn", "executor"),
    ("pppk_part_time", "executor"),
    ("pns", "functional"),
    ("pns", "executor"),
    ("pns", "teacher"),
    ("pns", "administrator"),
    ("pppk", "teacher"),
    ("non_asn", "executor"),
    ("pppk_part_time", "executor"),
    ("pns", "functional"),
    ("cpns", "executor"),
    ("pns", "executor"),
    ("pns", "teacher"),
)
LISTS = ("2024-01-31", "2024-10-31")
TOPS, PER_MID = 40, 40
_SALT = {"sqlite": "randomblob(16)", "postgresql": "decode(md5(n::text), 'hex')"}
_ID = {"sqlite": "printf('%032x', {0})", "postgresql": "lpad(to_hex({0}), 32, '0')::uuid"}


def fill(people: int, units: int) -> dict[str, Any]:
    """Seconds by step. The numbers of rows follow from ``people`` and ``units``; nothing is random."""
    from sinetra.apps.registry.models import Organisation

    office = Organisation.objects.get(short_name="Pemko Cendana")
    seconds: dict[str, float] = {}
    sql = _Sql(str(office.pk))
    for name, step in (
        ("units", lambda: sql.units(units)),
        ("people", lambda: sql.people(people, units)),
        ("headcounts", sql.headcounts),
        ("sessions", lambda: sql.sessions(units)),
        ("attendances", lambda: sql.attendances(people, units)),
        ("pledges", lambda: sql.pledges(people, units)),
    ):
        start = time.perf_counter()
        step()
        seconds[name] = round(time.perf_counter() - start, 1)
    sql.analyze()
    return seconds


# Ids are made from numbers, so that nothing has to be looked up: units from 1, people and the rest from these on.
PERSON, ATTENDANCE, PLEDGE, ACTIVITY, SESSION = (k << 40 for k in range(1, 6))


class _Sql:
    """Statements for SQLite and PostgreSQL."""

    def __init__(self, office: str) -> None:
        from django.db import connection

        self.connection = connection
        self.vendor = connection.vendor
        self.office = f"'{office.replace('-', '') if self.vendor == 'sqlite' else office}'"
        self.true, self.false = ("1", "0") if self.vendor == "sqlite" else ("TRUE", "FALSE")
        self.salt = _SALT[self.vendor]

    def run(self, statement: str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(statement)

    def id(self, number: str) -> str:
        return _ID[self.vendor].format(number)

    def numbers(self, last: int) -> str:
        """A table ``t`` with the column ``n`` from 0 to ``last - 1``."""
        if self.vendor == "postgresql":
            return f"(SELECT n::bigint FROM generate_series(0, {last - 1}) AS g(n)) t"
        step = f"SELECT 0 AS n UNION ALL SELECT n + 1 FROM r WHERE n < {last - 1}"
        return f"(WITH RECURSIVE r(n) AS ({step}) SELECT n FROM r) t"

    def padded(self, number: str, width: int) -> str:
        if self.vendor == "postgresql":
            return f"lpad({number}::text, {width}, '0')"
        return f"substr('{'0' * width}' || {number}, -{width})"

    def model(self, app: str, name: str) -> Any:
        from django.apps import apps

        return apps.get_model(app, name)

    def pick(self, values: tuple[str, ...], by: str) -> str:
        cases = " ".join(f"WHEN {k} THEN '{value}'" for k, value in enumerate(values))
        return f"CASE ({by}) % {len(values)} {cases} END"

    def insert(self, model: type[Any], number: str, source: str, /, **given: str) -> None:
        """Rows whose id is made from ``number``. ``given``: SQL by column; every other column gets its default."""
        known = {
            "id": self.id(number),
            "organisation_id": self.office,
            "salt": self.salt,
            "created_at": "CURRENT_TIMESTAMP",
        } | given
        columns = {
            field.column: known.get(field.column) or self.default(field) for field in model._meta.concrete_fields
        }
        table = model._meta.db_table
        self.run(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(columns.values())} FROM {source}")

    def default(self, field: Any) -> str:
        if field.default in (list, dict):
            return f"'{json.dumps(field.default())}'"
        if isinstance(field.default, bool):
            return self.true if field.default else self.false
        return "NULL" if field.null else f"'{field.get_default()}'"

    def units(self, units: int) -> None:
        """``TOPS`` under the office, the middle ones under them by turns, the leaves under those."""
        mids = TOPS + max((units - TOPS) // PER_MID, 1)
        parent = (
            f"CASE WHEN n < {TOPS} THEN NULL WHEN n < {mids} THEN {self.id(f'1 + n % {TOPS}')}"
            f" ELSE {self.id(f'1 + {TOPS} + n % {mids - TOPS}')} END"
        )
        regions = ("99.71.01.1001", "99.71.01.1002", "99.71.02.1001", "99.71.03.1002", "99.71.02")
        for first, last in ((0, TOPS), (TOPS, mids), (mids, units)):
            self.insert(
                self.model("registry", "Unit"),
                "1 + n",
                f"{self.numbers(units)} WHERE n >= {first} AND n < {last}",
                code="'V' || n",
                name="'Unit volume ' || n",
                kind=f"CASE WHEN n < {TOPS} THEN 'dinas' WHEN n < {mids} THEN 'kecamatan' ELSE 'kelurahan' END",
                parent_id=parent,
                region_id=self.pick(regions, "n / 7"),
            )

    def people(self, people: int, units: int) -> None:
        """By turns through the units; the first of every third unit holds an exposed post."""
        exposed = self.pick(("lurah", "camat", "school_head"), "n / 3")
        by = f"n / {units} + n % {units}"
        others = self.pick(tuple(position for _status, position in JOBS), by)
        self.insert(
            self.model("registry", "Person"),
            f"{PERSON} + n",
            self.numbers(people),
            name="'Contoh ' || n",
            status=self.pick(tuple(status for status, _position in JOBS), by),
            nip=self.padded("n", 18),
            unit_id=self.id(f"1 + n % {units}"),
            position=f"CASE WHEN n < {units} AND n % 3 = 0 THEN {exposed} ELSE {others} END",
        )

    def headcounts(self) -> None:
        for day in LISTS:
            self.run(
                "INSERT INTO registry_headcount (organisation_id, unit_id, status, position, as_of, number)"
                f" SELECT organisation_id, unit_id, status, position, '{day}', COUNT(*) FROM registry_person"
                f" WHERE organisation_id = {self.office} GROUP BY organisation_id, unit_id, status, position"
            )

    def sessions(self, units: int, times: int = 1) -> None:
        """Every second unit was visited so many times, through eleven months."""
        day = f"'2024-' || {self.padded('(1 + n % 11)', 2)} || '-' || {self.padded('(1 + n % 28)', 2)}"
        day = f"({day})::date" if self.vendor == "postgresql" else day
        visited = f"{self.numbers(units * times)} WHERE n % {units} % 2 = 0"
        self.insert(
            self.model("prevention", "Activity"),
            f"{ACTIVITY} + n",
            visited,
            kind="'kunjungan'",
            title="'Kunjungan'",
            starts_on=day,
        )
        self.insert(
            self.model("prevention", "ActivitySession"),
            f"{SESSION} + n",
            visited,
            activity_id=self.id(f"{ACTIVITY} + n"),
            day=day,
            unit_id=self.id(f"1 + n % {units}"),
            state="'closed'",
        )

    def attendances(self, people: int, units: int) -> None:
        """Two of three people of a visited unit came; half of those took both tests."""
        unit = f"n % {units}"
        test = f"CASE WHEN n / {units} % 2 = 0 THEN {self.true} ELSE {self.false} END"
        self.insert(
            self.model("prevention", "Attendance"),
            f"{ATTENDANCE} + n",
            f"{self.numbers(people)} WHERE {unit} % 2 = 0 AND n / {units} % 3 <> 0",
            activity_id=self.id(f"{ACTIVITY} + {unit}"),
            session_id=self.id(f"{SESSION} + {unit}"),
            person_id=self.id(f"{PERSON} + n"),
            name="'Contoh ' || n",
            name_key="'contoh ' || n",
            unit_id=self.id(f"1 + {unit}"),
            way="'qr'",
            came_at="CURRENT_TIMESTAMP",
            took_before=test,
            took_after=test,
        )

    def pledges(self, people: int, units: int) -> None:
        """A fifth of the people signed the pledge in force."""
        self.insert(
            self.model("prevention", "PledgeText"),
            f"{PLEDGE} - 1",
            self.numbers(1),
            kind="'pakta_integritas'",
            number="99",
            title="'Pakta volume'",
            body="'…'",
            written_part="'…'",
            in_force_from="CAST('2024-01-01' AS date)" if self.vendor == "postgresql" else "'2024-01-01'",
            published_at="CURRENT_TIMESTAMP",
        )
        self.insert(
            self.model("prevention", "PledgeSignature"),
            f"{PLEDGE} + n",
            f"{self.numbers(people)} WHERE n / {units} % 5 = 0",
            text_id=self.id(f"{PLEDGE} - 1"),
            person_id=self.id(f"{PERSON} + n"),
            name="'Contoh ' || n",
            name_key="'contoh ' || n",
            unit_id=self.id(f"1 + n % {units}"),
            way="'code'",
            signed_on="CAST('2024-05-20' AS date)" if self.vendor == "postgresql" else "'2024-05-20'",
        )

    def analyze(self) -> None:
        self.run("ANALYZE")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.coverage.fill", description=__doc__)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--units", type=int, required=True)
    given = parser.parse_args()
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "sinetra.settings.main"
    django.setup()
    from django.db import connection

    from sinetra.apps.prevention.coverage.refresh import recompute
    from sinetra.apps.registry.models import Organisation

    seconds = fill(given.people, given.units)
    start = time.perf_counter()
    recompute(Organisation.objects.get(short_name="Pemko Cendana").pk)
    seconds["coverage"] = round(time.perf_counter() - start, 1)
    _Sql("").run("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
