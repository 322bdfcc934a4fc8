"""Telephones send the same person at the same moment: one row, nobody gets an error, the chain stays whole."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from installation import Installation

COMER = Path(__file__).parent / "comer.py"
PROCESSES = 4
NUMBER = "199101012022211911"
SESSION = f"""
from datetime import date
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.apps.registry.models import Organisation, Person, Unit
office = Organisation.objects.get(name="Pemda")
school = Unit.objects.filter(organisation=office).order_by("pk")[0]
own = dict(organisation=office)
with unit_of_work(SYSTEM) as work:
    person = Person.objects.filter(nip="{NUMBER}").first()
    for row in (
        *([] if person else [Person(name="Ubi Contohputra", status="pppk", nip="{NUMBER}", unit=school, **own)]),
        activity := Activity(**own, kind="apel", title="Apel"),
        session := ActivitySession(**own, activity=activity, day=date(2024, 11, 22), state="open"),
    ):
        work.create(row)
        work.record("plan", row)
print(session.pk, school.name)
"""


def at_once(place: Installation, people: list[dict[str, str]]) -> tuple[int, int, int]:
    """New, there already, and rows in the end. Each process sends all of ``people``, a thread each."""
    key, unit = place.shell(SESSION).split()
    said = [words | ({"unit": unit} if words.get("unit") == "own" else {}) for words in people]
    running = [place.start(COMER, place.folder, key, json.dumps(said)) for _ in range(PROCESSES)]
    deadline = time.monotonic() + 120
    while len(list(place.folder.glob(f"{key}.*.ready"))) < PROCESSES:
        assert time.monotonic() < deadline, "the processes do not start"
        time.sleep(0.01)
    (place.folder / f"{key}.go").touch()
    new = there = 0
    for process in running:
        out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
        assert errors == ""
        told = json.loads(out)
        new, there = new + told["new"], there + told["there"]
    rows = place.sql("SELECT CAST(session_id AS TEXT) FROM prevention_attendance")
    return new, there, sum(found.replace("-", "") == key.replace("-", "") for (found,) in rows)


@pytest.mark.parametrize(
    "people",
    [
        [{"number": NUMBER}] * 4,
        [{"number": NUMBER}, {"name": "UBI  contohputra, S.Pd.", "unit": "own"}] * 2,
        [{"name": name, "unit": unit} for name in ("Melati Tamu", "MELATI TAMU") for unit in ("Kodim", "KODIM")],
        [{"number": "198501012010011007"}] * 4,
    ],
    ids=["by number", "by number and by name", "a guest in small and large letters", "a number of nobody"],
)
def test_one_person_at_once_is_one_row(shared_place: Installation, people: list[dict[str, str]]) -> None:
    assert at_once(shared_place, people) == (1, PROCESSES * len(people) - 1, 1)
    assert shared_place.verify()["problems"] == []


def test_different_people_at_once_are_all_there(shared_place: Installation) -> None:
    people = [{"name": f"Tamu {sign}", "unit": "Kodim"} for sign in "ABCDEF"]
    assert at_once(shared_place, people) == (6, 6 * (PROCESSES - 1), 6)
