"""Fills the demo's city office with many units, people, sessions and pledges: by SQL, inside the database.

Only for measuring: the rows stand in no audit chain. ``python -m bench.coverage.fill --people 50000 --units 700``.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from typing import Any

# Every unit has the same number of people (give or take one) of these, by turns.
STATUSES = ("pns", "pns", "pns", "pppk", "pns", "pppk_part_time", "pns", "non_asn", "pns", "cpns")
POSITIONS = ("executor", "functional", "teacher", "supervisor", "executor", "administrator", "other")
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

    def pick(self, values: tuple[str, ...], by: str) -> str:
        cases = " ".join(f"WHEN {k} THEN '{value}'" for k, value in enumerate(values))
        return f"CASE ({by}) % {len(values)} {cases} END"

    def base(self, number: str) -> str:
        """id, organisation, version, salt, created_at."""
        now = "CURRENT_TIMESTAMP"
        return f"{self.id(number)}, {self.office}, 1, {self.salt}, {now}"

    def units(self, units: int) -> None:
        """``TOPS`` under the office, the middle ones under them by turns, the leaves under those."""
        mids = TOPS + max((units - TOPS) // PER_MID, 1)
        parent = (
            f"CASE WHEN n < {TOPS} THEN NULL WHEN n < {mids} THEN {self.id(f'1 + n % {TOPS}')}"
            f" ELSE {self.id(f'1 + {TOPS} + n % {mids - TOPS}')} END"
        )
        kind = f"CASE WHEN n < {TOPS} THEN 'dinas' WHEN n < {mids} THEN 'kecamatan' ELSE 'kelurahan' END"
        regions = ("99.71.01.1001", "99.71.01.1002", "99.71.02.1001", "99.71.03.1002", "99.71.02")
        columns = "id, organisation_id, version, salt, created_at, code, name, kind, parent_id, region_id"
        for first, last in ((0, TOPS), (TOPS, mids), (mids, units)):
            self.run(
                f"INSERT INTO registry_unit ({columns}) SELECT {self.base('1 + n')}, 'V' || n, 'Unit volume ' || n,"
                f" {kind}, {parent}, {self.pick(regions, 'n / 7')} FROM {self.numbers(units)}"
                f" WHERE n >= {first} AND n < {last}"
            )

    def people(self, people: int, units: int) -> None:
        """By turns through the units; the first of every third unit holds an exposed post."""
        exposed = self.pick(("lurah", "camat", "school_head"), "n / 3")
        position = f"CASE WHEN n < {units} AND n % 3 = 0 THEN {exposed} ELSE {self._position(units)} END"
        nip = "substr('000000000000000000' || n, -18)" if self.vendor == "sqlite" else "lpad(n::text, 18, '0')"
        columns = (
            "id, organisation_id, version, salt, created_at, name, status, nip, unit_id, position, position_title,"
            " is_active"
        )
        self.run(
            f"INSERT INTO registry_person ({columns}) SELECT {self.base(f'{PERSON} + n')}, 'Contoh ' || n,"
            f" {self._status(units)}, {nip}, {self.id(f'1 + n % {units}')}, {position}, '', {self.true}"
            f" FROM {self.numbers(people)}"
        )

    def _status(self, units: int) -> str:
        return self.pick(STATUSES, f"n / {units} + n % {units}")

    def _position(self, units: int) -> str:
        return self.pick(POSITIONS, f"n / {units} + n % {units}")

    def headcounts(self) -> None:
        for day in LISTS:
            self.run(
                "INSERT INTO registry_headcount (organisation_id, unit_id, status, position, as_of, number)"
                f" SELECT organisation_id, unit_id, status, position, '{day}', COUNT(*) FROM registry_person"
                f" WHERE organisation_id = {self.office} GROUP BY organisation_id, unit_id, status, position"
            )

    def sessions(self, units: int) -> None:
        """Every second unit was visited once, in one of eleven months."""
        empty = "'[]', '[]', '[]', '[]', '[]'"
        day = "'2024-' || substr('0' || (1 + n % 11), -2) || '-15'"
        if self.vendor == "postgresql":
            day = "('2024-' || lpad((1 + n % 11)::text, 2, '0') || '-15')::date"
        columns = (
            "id, organisation_id, version, salt, created_at, kind, state, title, starts_on, organiser, opened_by, theme,"
            " agenda, minutes, meeting_link, venues, units, speakers, audience, groups, participants_approximate,"
            " facts_from"
        )
        self.run(
            f"INSERT INTO prevention_activity ({columns}) SELECT {self.base(f'{ACTIVITY} + n')}, 'kunjungan', 'held',"
            f" 'Kunjungan', {day}, '', '', '', '', '', '', {empty}, {self.false}, '{{}}'"
            f" FROM {self.numbers(units)} WHERE n % 2 = 0"
        )
        columns = (
            "id, organisation_id, version, salt, created_at, activity_id, place, title, day, venue, unit_id, unit_text,"
            " state"
        )
        self.run(
            f"INSERT INTO prevention_activitysession ({columns}) SELECT {self.base(f'{SESSION} + n')},"
            f" {self.id(f'{ACTIVITY} + n')}, 1, '', {day}, '', {self.id('1 + n')}, '', 'closed'"
            f" FROM {self.numbers(units)} WHERE n % 2 = 0"
        )

    def attendances(self, people: int, units: int) -> None:
        """Two of three people of a visited unit came; half of those took both tests."""
        unit, came = f"n % {units}", f"n % {units} % 2 = 0 AND n / {units} % 3 <> 0"
        test = f"CASE WHEN n / {units} % 2 = 0 THEN {self.true} ELSE {self.false} END"
        columns = (
            "id, organisation_id, version, salt, created_at, activity_id, session_id, person_id, name, name_key, unit_id,"
            " unit_text, status, position, way, came_at, is_walk_in, link_hash, took_before, took_after"
        )
        self.run(
            f"INSERT INTO prevention_attendance ({columns}) SELECT {self.base(f'{ATTENDANCE} + n')},"
            f" {self.id(f'{ACTIVITY} + {unit}')}, {self.id(f'{SESSION} + {unit}')}, {self.id(f'{PERSON} + n')},"
            f" 'Contoh ' || n, 'contoh ' || n, {self.id(f'1 + {unit}')}, '', '', '', 'qr', CURRENT_TIMESTAMP,"
            f" {self.false}, '', {test}, {test} FROM {self.numbers(people)} WHERE {came}"
        )

    def pledges(self, people: int, units: int) -> None:
        """A fifth of the people signed the pledge in force."""
        columns = (
            "id, organisation_id, version, salt, created_at, kind, number, title, body, written_part, in_force_from,"
            " published_at"
        )
        self.run(
            f"INSERT INTO prevention_pledgetext ({columns}) SELECT {self.base(f'{PLEDGE} - 1')}, 'pakta_integritas', 99,"
            f" 'Pakta volume', '…', '…', '2024-01-01', CURRENT_TIMESTAMP FROM {self.numbers(1)}"
        )
        columns = (
            "id, organisation_id, version, salt, created_at, text_id, person_id, name, name_key, unit_id, unit_text,"
            " status, position, is_leader, way, signed_on, scan"
        )
        self.run(
            f"INSERT INTO prevention_pledgesignature ({columns}) SELECT {self.base(f'{PLEDGE} + n')},"
            f" {self.id(f'{PLEDGE} - 1')}, {self.id(f'{PERSON} + n')}, 'Contoh ' || n, 'contoh ' || n,"
            f" {self.id(f'1 + n % {units}')}, '', '', '', {self.false}, 'code', '2024-05-20', ''"
            f" FROM {self.numbers(people)} WHERE n / {units} % 5 = 0"
        )

    def analyze(self) -> None:
        self.run("ANALYZE" if self.vendor == "sqlite" else "VACUUM ANALYZE")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.coverage.fill", description=__doc__)
    parser.add_argument("--people", type=int, required=True)
    parser.add_argument("--units", type=int, required=True)
    given = parser.parse_args()
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "sinetra.settings.main"
    django.setup()
    from sinetra.apps.prevention.coverage.refresh import recompute
    from sinetra.apps.registry.models import Organisation

    seconds = fill(given.people, given.units)
    start = time.perf_counter()
    recompute(Organisation.objects.get(short_name="Pemko Cendana").pk)
    seconds["coverage"] = round(time.perf_counter() - start, 1)
    _Sql("").analyze()
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
