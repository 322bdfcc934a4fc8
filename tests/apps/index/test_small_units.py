"""No unit of fewer than twenty civil servants, and never a person: in what goes in, is kept, or is shown."""

from __future__ import annotations

import json

import pytest

from index_rows import DAY, examined, large_town, matter
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.gather import units, work_units
from sinetra.apps.index.gather.units import gather
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.registry.models import Person
from sinetra.core.errors import BadInput
from sinetra.core.index.inputs import Event, Kind, Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
SMALL = ("Bidang Kecil", "Kelurahan Utara", "Kecamatan Tengah", "Cendana Tengah")


def small_or_personal(rows) -> list[str]:
    """What must not be there: units under twenty, names of people, villages, and events below the kecamatan."""
    names = list(Person.objects.values_list("name", flat=True))
    found = []
    for row in rows:
        text = json.dumps([row.given, row.told, row.name, row.code])
        if row.given["staff"] is not None and row.given["staff"] < method().limits.staff:
            found.append(f"small: {row.name}")
        if row.given["staff"] is None and (row.kind != "region" or row.code.count(".") > 1):
            found.append(f"of unknown size: {row.name}")
        if row.kind == "region" and row.code.count(".") > 2:
            found.append(f"village: {row.name}")
        if row.kind == "office" and row.given["events"] is not None:
            found.append(f"history of an office: {row.name}")
        found += [f"person: {name}" for name in names if name in text]
    return found


@pytest.fixture
def run(person, nothing_published) -> IndexRun:
    large_town()
    examined(matter(1, region="99.71.01.1001"))
    return compute_index(actor=person("petugas.bkpsdm"))


def test_small_units_are_inside_what_is_above_them(run):
    rows = {row.name: row for row in run.places.all()}
    assert not set(SMALL) & set(rows)
    assert {"Dinas Besar", "Cendana Utara", "Kota Cendana (contoh)"} <= set(rows)
    # 41 of the dinas itself, with the 19 below it; 20 of the kecamatan with the 5 of its kelurahan.
    assert rows["Dinas Besar"].given["staff"] == 60 and rows["Cendana Utara"].given["staff"] == 25
    assert small_or_personal(run.places.all()) == []


def test_the_watch_sees_what_is_planted(run):
    name = Person.objects.first().name
    city = run.places.get(code="99.71")
    planted = [
        ("small", city.given | {"staff": 19}, "office", "99.71-kecil"),
        ("of unknown size", city.given | {"staff": None}, "region", "99.71.02"),
        ("village", city.given, "region", "99.71.01.1001"),
        ("history of an office", city.given | {"events": []}, "office", "99.71-dinas"),
        ("person", city.given | {"name": name}, "region", "99.71"),
    ]
    for word, given, kind, code in planted:
        row = IndexPlace(name="Tanam", code=code, kind=kind, given=given, told={})
        assert any(line.startswith(word) for line in small_or_personal([row])), word


def test_a_unit_that_slips_in_is_dropped_before_the_computation(person, monkeypatch):
    large_town()
    tiny = Unit(code="99.71-kecil", name="Bidang Kecil", kind=Kind.OFFICE, parent="99.71", staff=19)
    unknown = Unit(code="99.71-entah", name="Entah", kind=Kind.OFFICE, parent="99.71")
    monkeypatch.setattr(units, "published_units", lambda day: (tiny, unknown))
    assert {"99.71-kecil", "99.71-entah"}.isdisjoint(unit.code for unit in gather(DAY, method()).units)


def test_without_the_watch_the_computation_refuses(person, monkeypatch):
    large_town()
    tiny = Unit(code="99.71-kecil", name="Bidang Kecil", kind=Kind.OFFICE, parent="99.71", staff=19)
    monkeypatch.setattr(units, "published_units", lambda day: (tiny,))
    monkeypatch.setattr(units, "large_enough", lambda found, used: list(found))
    with pytest.raises(BadInput, match="kurang dari"):
        compute_index(actor=person("petugas.bkpsdm"))


def test_units_of_offices_carry_no_history(run):
    offices = run.places.filter(kind="office")
    assert offices and all(row.given["events"] is None for row in offices)
    assert run.places.get(code="99.71.01").given["events"]
    assert not hasattr(work_units, "final_decisions")
    assert Event.__dataclass_fields__.keys() == {"severity", "on"}
