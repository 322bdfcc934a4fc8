"""People and units of a whole country from a file: in constant memory, and a second time nothing changes."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import people_file
import pytest
from installation import Installation, installation

SMALL = (200, 20_000)
FULL = (80_000, int(os.environ.get("SINETRA_PEOPLE", "5600000")))
# More than this the process may not grow between the small and the full file.
MEGABYTES = 120
MEASURED = """
import json, resource, sys, time
import django; django.setup()
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.imports import people, units
from sinetra.apps.registry.models import Organisation
kind, path = sys.argv[1:]
verb = {"people": people.import_people, "units": units.import_units}[kind]
start = time.perf_counter()
done = verb(path=__import__("pathlib").Path(path), organisation=Organisation.objects.get(name="Pemda"), actor=SYSTEM)
print(json.dumps({"kind": kind, "read": done.read, "created": done.created, "changed": done.changed,
    "seconds": round(time.perf_counter() - start, 1),
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""


def measured(place: Installation, kind: str, path: Path) -> dict[str, Any]:
    """In a process of its own, so that the memory is that of one import."""
    process = place.start("-c", MEASURED, kind, path)
    out, err = process.communicate(timeout=6 * 3600)
    assert process.returncode == 0, err
    found: dict[str, Any] = json.loads(out)
    sys.stdout.write(f"{json.dumps(found)}\n")  # pytest -rP shows the figures
    return found


def counts(place: Installation) -> list[Any]:
    versions = place.sql("SELECT count(*), max(version) FROM registry_person")
    tables = ("registry_unit", "registry_headcount", "audit_auditentry", "audit_sealedrow")
    return [*versions, *(place.sql(f"SELECT count(*) FROM {table}")[0][0] for table in tables)]


def check(place: Installation, folder: Path, units: int, people: int) -> list[dict[str, Any]]:
    unit_file, people_path = people_file.write(folder, units, people)
    found = [measured(place, "units", unit_file), measured(place, "people", people_path)]
    assert [(done["read"], done["created"]) for done in found] == [(units, units), (people, people)]
    after = counts(place)
    assert after[0] == (people, 1)
    heads = place.sql("SELECT sum(number) FROM registry_headcount")
    assert heads[0][0] == people, "everybody is counted once"
    again = [measured(place, "units", unit_file), measured(place, "people", people_path)]
    assert [(done["created"], done["changed"]) for done in again] == [(0, 0), (0, 0)]
    assert counts(place) == after, "a second time nothing changes: no version, no entry"
    return [*found, *again]


def test_people_of_a_small_city(place, tmp_path) -> None:
    check(place, tmp_path, *SMALL)
    assert place.verify()["ok"]
    place.sql("UPDATE registry_person SET name = 'x' WHERE id = (SELECT id FROM registry_person ORDER BY id LIMIT 1)")
    assert [problem["kind"] for problem in place.verify()["problems"]] == ["row_edited"]


@pytest.mark.soak
def test_people_of_a_whole_country_in_constant_memory(tmp_path) -> None:
    (tmp_path / "small").mkdir()
    with installation(tmp_path / "small-place") as place:
        small = check(place, tmp_path / "small", *SMALL)
    with installation(tmp_path / "place") as place:
        full = check(place, tmp_path, *FULL)
    for one, other in zip(small, full, strict=True):
        assert other["megabytes"] - one["megabytes"] < MEGABYTES, other


@pytest.fixture
def place(tmp_path):
    with installation(tmp_path / "place") as made:
        yield made
