"""Rows that tests of the index need: an office with large and small units, matters, decisions; written directly."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent / "apps" / "prevention"))

from coverage_city import Town

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Clock, Examination, Matter
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.registry.models import Organisation, Person

DAY = date(2024, 11, 22)
MARCH = date(2024, 3, 5)


def office() -> Organisation:
    return Organisation.objects.get(short_name="Pemko Cendana")


def large_town() -> Town:
    """A dinas of 60 with a bidang of 19, two kecamatan (25 with their kelurahan, 12), nobody else in the register."""
    Person.objects.filter(organisation=office()).update(is_active=False)
    town = Town(office())
    town.nip = 7000
    town.unit("Dinas Besar", "dinas")
    town.unit("Bidang Kecil", "bagian", parent="Dinas Besar")
    town.unit("Kecamatan Utara", "kecamatan", region="99.71.01")
    town.unit("Kelurahan Utara", parent="Kecamatan Utara", region="99.71.01.1001")
    town.unit("Kecamatan Tengah", "kecamatan", region="99.71.02")
    town.employ("Dinas Besar", 41)
    town.employ("Bidang Kecil", 19)
    town.employ("Kecamatan Utara", 20, position="camat")
    town.employ("Kelurahan Utara", 5)
    town.employ("Kecamatan Tengah", 12)
    town.employ("Kecamatan Tengah", 30, status="non_asn")
    town.list_people()
    recompute(town.office.pk)
    return town


def matter(number: int = 1, *, region: str = "99.71.01", of: Organisation | None = None, **more: Any) -> Matter:
    """Handed over to the city, and open there."""
    given: dict[str, Any] = {
        "organisation": of or office(),
        "number": f"{number:03}/UJI/2024",
        "year": 2024,
        "sequence": 9000 + number,
        "kind": "handed_over",
        "state": "acknowledged",
        "region_id": region,
        "acts": ["like"],
        "opened_at": datetime(2024, 11, 1, tzinfo=UTC),
        "opened_on": date(2024, 11, 1),
    }
    return stored(Matter(**(given | more)))


def examined(of: Matter, *, stage: str = "recorded", verdict: str = "sanction", **more: Any) -> Examination:
    given: dict[str, Any] = {
        "organisation": of.organisation,
        "matter": of,
        "place": 0,
        "stage": stage,
        "status": "pns",
        "position": "lurah",
        "verdict": verdict,
        "penalty": "light_oral" if verdict == "sanction" else "",
        "decision_number": "1/SK/2024",
        "decided_on": date(2024, 10, 1),
    }
    return stored(Examination(**(given | more)))


def late(of: Matter, days: int = 1) -> Clock:
    """A deadline of the matter that has passed."""
    due = DAY - timedelta(days=days)
    return stored(
        Clock(
            matter=of,
            organisation=of.organisation,
            rule="ppk.follow_up",
            started_on=date(2024, 11, 1),
            due_on=due,
            due_at=datetime(due.year, due.month, due.day, 16, 59, 59, tzinfo=UTC),
            told={},
            calendar_version="1",
        )
    )


def stored(row: Any) -> Any:
    with unit_of_work(SYSTEM) as work:
        work.create(row)
        work.record("test.store", row)
    return row
