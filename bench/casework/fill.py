"""Gives the demo's office of Bawaslu many matters: three deadlines each, of which one runs, every fifth with a letter.

By the thousand, and in the audit chain as an import would write them. Nothing is random: the same number gives the same
content. ``python -m bench.casework.fill --matters 100000``.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

CLOCKS = ("pilkada.study", "sbt.bawaslu_study", "pp94.summons")
ELECTION = "pilkada_2024"
#: Above the numbers that the demo itself gives.
FIRST_NUMBER = 1_001
_BEGIN, _DAYS = date(2024, 9, 25), 58
_KINDS = ("initial_information", "finding", "finding")
_STATES = {
    "initial_information": ("initial_information", "tracing", "supervision_report"),
    "finding": ("registered", "registered", "study", "plenary"),
}
_CLOSED_EACH, _LETTER_EACH, _NOBODY_EACH = 10, 5, 20


def fill(matters: int, *, first_number: int = FIRST_NUMBER) -> dict[str, float]:
    """Seconds by step. After ``accounts.demo.load_cast``."""
    seconds: dict[str, float] = {}
    office = _Office(matters, first_number)
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("matters", office.matters),
        ("clocks", office.clocks),
        ("letters", office.letters),
        ("queues", office.queues),
        ("words", office.words),
    )
    for name, step in steps:
        start = time.perf_counter()
        step()
        seconds[name] = round(time.perf_counter() - start, 1)
    return seconds


class _Office:
    def __init__(self, number: int, first_number: int) -> None:
        from sinetra.apps.accounts.models import User
        from sinetra.apps.base.bulk import ordered_ids
        from sinetra.apps.registry.models import Organisation, Region

        self.office = Organisation.objects.get(short_name="Bawaslu Cendana")
        self.keys = ordered_ids(number)
        self.first = first_number
        villages = Region.objects.filter(pk__startswith="99.71.", level="village").order_by("pk")
        self.places = list(villages.values_list("pk", flat=True))
        names = ("staf.bawaslu", "pleno", "ketua.bawaslu")
        self.people = [User.objects.get(username=name).pk for name in names]

    def kind(self, n: int) -> str:
        return _KINDS[n % len(_KINDS)]

    def place(self, n: int) -> str:
        """The last village has one matter of a thousand."""
        return self.places[-1] if n % 1000 == 0 else self.places[n // 3 % (len(self.places) - 1)]

    def is_closed(self, n: int) -> bool:
        return n % _CLOSED_EACH == _CLOSED_EACH - 1

    def opened(self, n: int) -> date:
        """One after the other through the election."""
        return _BEGIN + timedelta(days=n * _DAYS // len(self.keys))

    def write(self, model: Any, columns: tuple[str, ...], rows: Iterator[tuple[Any, ...]], action: str) -> None:
        from sinetra.apps.base.actor import SYSTEM
        from sinetra.apps.base.work import unit_of_work

        with unit_of_work(SYSTEM) as work:
            work.create_many(model, columns, rows, organisation=self.office.pk, action=action)

    def matters(self) -> None:
        from sinetra.apps.cases.models import Matter

        columns = (
            *("id", "number", "year", "sequence", "kind", "state", "region_id", "election", "regime", "acts"),
            *("happened_on", "facts_sealed", "handler_id", "opened_at", "opened_on"),
            *("register_number", "register_year", "register_sequence", "registered_on", "outcome", "closed_at"),
        )
        self.write(Matter, columns, map(self._matter, range(len(self.keys))), "matter.open")

    def _matter(self, n: int) -> tuple[Any, ...]:
        from sinetra.apps.reports.sealing import seal_value

        kind, day, number = self.kind(n), self.opened(n), self.first + n
        states = _STATES[kind]
        told = {
            "reported": [{"role": "lurah", "name": f"Contoh {n}", "unit": None}],
            "summary": f"Kejadian rekaan nomor {n} untuk pengukuran.",
            "where": "",
        }
        registered = kind == "finding"
        return (
            *(self.keys[n], f"{number:03}/2024", 2024, number, kind),
            "closed" if self.is_closed(n) else states[n // len(_KINDS) % len(states)],
            *(self.place(n), ELECTION, "pilkada", ["like"], day),
            seal_value(told, self.keys[n], "facts"),
            None if n % _NOBODY_EACH == 0 else self.people[n % len(self.people)],
            *(datetime(day.year, day.month, day.day, n % 10, n % 60, tzinfo=UTC), day),
            *((f"{number:03}/REG/2024", 2024, number, day) if registered else ("", None, None, None)),
            "not_proven" if self.is_closed(n) else "",
            datetime(2024, 11, 22, tzinfo=UTC) if self.is_closed(n) else None,
        )

    def clocks(self) -> None:
        from sinetra.apps.cases.models import Clock

        columns = (
            *("matter_id", "rule", "started_on", "due_on", "due_at", "told", "calendar_version"),
            *("done_at", "done_on"),
        )
        self.write(Clock, columns, self._clocks(), "clock.start")

    def _clocks(self) -> Iterator[tuple[Any, ...]]:
        from sinetra.apps.reports import law_clock

        @cache
        def due(rule: str, day: date, place: str) -> tuple[law_clock.Due, dict[str, Any]]:
            found = law_clock.due(rule, day, region=place, election=ELECTION)
            if found is None:
                raise RuntimeError(f"no rule {rule} on {day}")
            return found, found.kept()

        for n, key in enumerate(self.keys):
            for place, rule in enumerate(CLOCKS):
                # One step after the other: what stands before the step of now was done, and all of what is closed.
                is_running = place == n % len(CLOCKS) and not self.is_closed(n)
                done = None if is_running else datetime(2024, 11, 22, tzinfo=UTC)
                found, kept = due(rule, self.opened(n), self.place(n))
                yield (
                    *(key, rule, self.opened(n), found.due, found.due_at, kept, found.calendar_version),
                    *(done, done.date() if done else None),
                )

    def letters(self) -> None:
        from sinetra.apps.cases.models import IssuedDocument

        columns = ("matter_id", "kind", "state", "content_sealed", "number", "year", "sequence", "dated_on")
        rows = (
            (
                *(self.keys[n], "receipt", "issued", b"-", f"{self.first + n:03}/PM/XI/2024"),
                *(2024, self.first + n, self.opened(n)),
            )
            for n in range(0, len(self.keys), _LETTER_EACH)
        )
        self.write(IssuedDocument, columns, rows, "letter.issue")

    def queues(self) -> None:
        from sinetra.apps.cases.queue_keeping import refresh_entries

        self._refresh(refresh_entries)

    def words(self) -> None:
        from sinetra.apps.cases.words import refresh_words

        self._refresh(refresh_words)

    def _refresh(self, refresh: Callable[[set[UUID]], None]) -> None:
        from django.db import transaction

        from sinetra.apps.base.bulk import blocks
        from sinetra.apps.base.gate import write_gate

        for keys in blocks(self.keys, 5_000):
            with write_gate(), transaction.atomic():
                refresh(set(keys))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.casework.fill", description=__doc__)
    parser.add_argument("--matters", type=int, required=True)
    given = parser.parse_args()
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "sinetra.settings.main"
    django.setup()
    from sinetra.apps.base.sql import analyse

    seconds = fill(given.matters)
    for table in ("cases_matter", "cases_clock", "cases_queueentry", "cases_matterword"):
        analyse(table)  # as autovacuum does within minutes
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
