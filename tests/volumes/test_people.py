"""People and units of a whole country from a file: in constant memory, and a second time nothing changes."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from bench import people_file
from bench.people import MEASURED, PEOPLE, UNITS
from installation import Installation, installation

SMALL = (200, 20_000)
FULL = (UNITS, int(os.environ.get("SINETRA_PEOPLE", PEOPLE)))
# More than this the process may not grow between the small and the full file.
MEGABYTES = 120


def measured(place: Installation, kind: str, path: Path) -> dict[str, Any]:
    """In a process of its own, so that the memory is that of one import."""
    process = place.start("-c", MEASURED, kind, path, "Pemda")
    out, err = process.communicate(timeout=6 * 3600)
    assert process.returncode == 0, err
    found: dict[str, Any] = json.loads(out)
    sys.stdout.write(f"{kind} {json.dumps(found)}\n")  # pytest -rP shows the figures
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
