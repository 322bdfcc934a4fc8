"""Fills the demo's offices: matters of Bawaslu as ``bench.casework``, and a city whose people came again and again.

Only for measuring: rows of people and sessions stand in no audit chain. Everything is counted afterwards as a night
does it. ``python -m bench.control_room.fill --matters 100000 --people 60000 --times 50``.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable

from bench.coverage.fill import ACTIVITY, ATTENDANCE, PERSON, SESSION, _Sql

UNITS = 700


def attendances_of(people: int, times: int) -> int:
    """Two of three people of every second unit, each so many times."""
    return sum(n % UNITS % 2 == 0 and n // UNITS % 3 != 0 for n in range(people)) * times


def fill(matters: int, people: int, times: int) -> dict[str, float]:
    """Seconds by step; the last three are what a night counts."""
    from bench.casework.fill import fill as fill_matters
    from sinetra.apps.accounts.models import User
    from sinetra.apps.accounts.selectors import actor_of
    from sinetra.apps.control_room.counting import recount
    from sinetra.apps.index.actions.compute_index import compute_index
    from sinetra.apps.prevention.coverage.refresh import recompute
    from sinetra.apps.registry.models import Organisation
    from sinetra.ports.clock import today

    city = Organisation.objects.get(short_name="Pemko Cendana")
    office = Organisation.objects.get(short_name="Bawaslu Cendana")
    sql = _Sql(str(city.pk))
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("matters", lambda: fill_matters(matters)),
        ("units", lambda: sql.units(UNITS)),
        ("people", lambda: sql.people(people, UNITS)),
        ("headcounts", sql.headcounts),
        ("sessions", lambda: sql.sessions(UNITS, times)),
        ("attendances", lambda: _attendances(sql, people, times)),
        ("analyse", sql.analyze),
        ("coverage", lambda: recompute(city.pk)),
        ("control_room", lambda: recount(office.pk)),
        ("index", lambda: compute_index(actor=actor_of(User.objects.get(username="petugas.bkpsdm"), today()))),
    )
    seconds: dict[str, float] = {}
    for name, step in steps:
        start = time.perf_counter()
        step()
        seconds[name] = round(time.perf_counter() - start, 1)
    sql.analyze()
    return seconds


def _attendances(sql: _Sql, people: int, times: int) -> None:
    """Person ``n % people`` the ``n / people``-th time, each time at another activity of the unit."""
    person, turn = f"n % {people}", f"n / {people}"
    unit = f"({person}) % {UNITS}"
    test = f"CASE WHEN ({person}) / {UNITS} % 2 = 0 THEN {sql.true} ELSE {sql.false} END"
    visit = f"({turn}) * {UNITS} + {unit}"
    sql.insert(
        sql.model("prevention", "Attendance"),
        f"{ATTENDANCE} + n",
        f"{sql.numbers(people * times)} WHERE {unit} % 2 = 0 AND ({person}) / {UNITS} % 3 <> 0",
        activity_id=sql.id(f"{ACTIVITY} + {visit}"),
        session_id=sql.id(f"{SESSION} + {visit}"),
        person_id=sql.id(f"{PERSON} + {person}"),
        name=f"'Contoh ' || ({person})",
        name_key=f"'contoh ' || ({person})",
        unit_id=sql.id(f"1 + {unit}"),
        way="'qr'",
        came_at="CURRENT_TIMESTAMP",
        took_before=test,
        took_after=test,
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.control_room.fill", description=__doc__)
    for name in ("matters", "people", "times"):
        parser.add_argument(f"--{name}", type=int, required=True)
    given = parser.parse_args()
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "sinetra.settings.main"
    django.setup()
    print(json.dumps(fill(given.matters, given.people, given.times)))


if __name__ == "__main__":
    main()
