"""Coverage with many units and people: right numbers, a constant number of queries, and pages that stay fast.

``make soak`` runs the full sizes: 50,000 people on SQLite, 5.6 million and 80,000 units on PostgreSQL. Other sizes:
``SINETRA_COVERAGE_PEOPLE`` and ``SINETRA_COVERAGE_UNITS``.
"""

from __future__ import annotations

import os

import pytest
from bench.coverage.fill import fill
from bench.coverage.measure import LIMIT_MS, measure
from database import own_database
from django.db import connection
from django.db.models import Sum
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.accounts.models import User
from sinetra.apps.prevention.coverage.refresh import recompute
from sinetra.apps.prevention.models import Attendance, CoverageCell, CoverageUnit, PledgeSignature
from sinetra.apps.registry.models import Organisation, Person, Unit
from sinetra.apps.registry.regions import import_regions
from sinetra.catalogue import ROOT


@pytest.fixture
def office(db: None) -> Organisation:
    import_regions(ROOT / "regions" / "wilayah.csv")
    load_cast(ROOT / "samples" / "cendana.yaml")
    return Organisation.objects.get(short_name="Pemko Cendana")


def officer() -> Client:
    client = Client()
    user = User.objects.get(username="petugas.bkpsdm")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pages(office: Organisation) -> list[str]:
    rows = CoverageUnit.objects.filter(organisation=office, unit__code__startswith="V")
    wide = max(rows.filter(depth=0), key=lambda row: row.last - row.place)
    leaf = rows.filter(depth=2).order_by("place")[0]
    root = reverse("coverage")
    units = [reverse("coverage_unit", args=[row.pk]) for row in (wide, leaf)]
    return [
        root,
        *units,
        f"{root}?belum=on",
        f"{root}?wilayah=99.71.01",
        f"{root}?jabatan=lurah",
        f"{root}?masa=2024-05",
    ]


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_numbers_are_those_of_the_rows_and_more_rows_ask_no_more_questions(office) -> None:
    fill(people=1_500, units=180)
    recompute(office.pk)
    of_office = CoverageCell.objects.filter(node=office.pk, alone=False).exclude(status="")
    counted = {
        row["period"]: (row["there"], row["came"], row["signed"])
        for row in of_office.values("period").annotate(
            there=Sum("eligible"), came=Sum("attended"), signed=Sum("pledged")
        )
    }
    came = Attendance.objects.values("person").distinct().count()
    assert counted["2024"] == (0, came, PledgeSignature.objects.count()) and came > 300
    assert counted["2024-10-31"][0] == Person.objects.filter(organisation=office).count()
    by_month = sum(number for period, (_there, number, _signed) in counted.items() if len(period) == 7)
    assert by_month == came

    few = [queries(officer(), address) for address in pages(office)]
    grow(office, units=1_200)
    recompute(office.pk)
    assert CoverageUnit.objects.filter(organisation=office).count() > 1_200
    many = [queries(officer(), address) for address in pages(office)]
    assert all(more <= number + 1 for number, more in zip(few, many, strict=True)), (few, many)
    assert max(many) <= 22


def grow(office: Organisation, units: int) -> None:
    """Many more units right under the office, with somebody in each."""
    made = [
        Unit(organisation=office, code=f"T{n}", name=f"Unit tambahan {n}", kind="dinas", region_id="99.71.01")
        for n in range(units)
    ]
    Unit.objects.bulk_create(made)
    Person.objects.bulk_create(
        Person(organisation=office, name=f"Tambahan {n}", status="pns", nip=f"9{n:017}", unit=unit)
        for n, unit in enumerate(made)
    )


@pytest.mark.soak
def test_pages_of_coverage_are_fast_under_random_arrivals(tmp_path, monkeypatch) -> None:
    """Ten arrivals a second at random moments for a minute; measured from when each was due."""
    url = os.environ.get("SINETRA_DATABASE_URL", "")
    people, units = (5_600_000, 80_000) if url else (50_000, 700)
    if url:
        monkeypatch.setenv("SINETRA_DATABASE_URL", own_database(url))
    found = measure(
        tmp_path,
        people=int(os.environ.get("SINETRA_COVERAGE_PEOPLE", people)),
        units=int(os.environ.get("SINETRA_COVERAGE_UNITS", units)),
    )
    assert found["failed"] == 0
    assert found["p95_ms"] < LIMIT_MS, found
