"""The banner goes when the index of a cycle ago did better than its rivals, and only then."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db.models import QuerySet
from django.test import Client

from index_rows import DAY, large_town, matter, office, stored
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.foresight import foresight
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexPlace, IndexRun
from sinetra.apps.index.stored import plain
from sinetra.core.index.inputs import Event, Kind, Severity, Unit
from sinetra.core.index.validation import Reason, Verdict, validation_json

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
CODES = [f"98.71.{number:02d}" for number in range(1, 26)]
THEN = date(2019, 11, 1)


def unit(code: str, *days: date) -> Unit:
    events = tuple(Event(severity=Severity.LIGHT, on=day) for day in days)
    return Unit(code=code, name=code, kind=Kind.REGION, parent="98.71", staff=1000, events=events)


def planted(scores: list[float], day: date = THEN) -> IndexRun:
    """A run with 25 kecamatan, each with one old decision more than the next to it but in no order of the scores."""
    run = stored(
        IndexRun(
            organisation=office(),
            day=day,
            computed_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
            **dict.fromkeys(("configuration", "method_digest", "inputs_digest", "result_digest"), "uji"),
            seed=1,
            draws=1,
        )
    )
    IndexPlace.objects.bulk_create(
        IndexPlace(
            run=run,
            organisation=run.organisation,
            place=place,
            code=code,
            name=code,
            kind="region",
            zone="yellow",
            score=score,
            given=plain(unit(code, *[date(2018, 1, 1)] * (place * 7 % 5))),
            told={},
        )
        for place, (code, score) in enumerate(zip(CODES, scores, strict=True), start=1)
    )
    return run


@pytest.fixture
def later() -> list[Unit]:
    """Each kecamatan with one decision more than the one before it; one of before the run, which is no outcome."""
    return [unit(code, date(2018, 1, 1), *[date(2022, 5, 1)] * number) for number, code in enumerate(CODES)]


def test_an_index_that_foresaw_it_is_validated(later):
    planted([float(number) for number in range(25)])
    found = foresight(later, method(), DAY)
    assert (found.verdict, found.number, found.index.spearman) == (Verdict.VALIDATED, 25, 1.0)


def test_one_that_foresaw_the_contrary_is_not(later):
    planted([100.0 - number for number in range(25)])
    found = foresight(later, method(), DAY)
    assert (found.verdict, found.reason) == (Verdict.NOT_YET, Reason.NOT_BETTER)


def test_as_many_reports_are_a_rival_that_it_has_to_beat(later):
    planted([float(number) for number in range(25)])
    for number, code in enumerate(("99.71.01", "99.71.02")):
        matter(number, region=code, opened_on=date(2019, 1, 1))
    known = [replace(item, code=f"99.71.{number:02d}") for number, item in enumerate(later, start=1)]
    for row, item in zip(IndexPlace.objects.order_by("place"), known, strict=True):
        QuerySet(IndexPlace).filter(pk=row.pk).update(code=item.code, given=row.given | {"code": item.code})
    found = foresight(known, method(), DAY)
    assert found.number == 25 and found.reports.spearman is not None and found.reports.spearman < 0


def test_a_run_of_this_cycle_has_no_next_one_to_be_held_against(later):
    planted([float(number) for number in range(25)], day=date(2023, 1, 1))
    assert foresight(later, method(), DAY).reason is Reason.NO_OUTCOME


def test_the_banner_and_the_interface_follow_what_was_found(person, later):
    large_town()
    run = compute_index(actor=person("petugas.bkpsdm"))
    pages = ("/id/indeks/", "/id/indeks/cara/", "/id/indeks/99.71/")

    def said() -> list[bool]:
        client = Client()
        banner = ["Indeks ini belum terbukti meramal" in client.get(page).content.decode() for page in pages]
        return [*banner, not json.loads(client.get("/api/v1/index/99.71").content)["validated"]]

    assert said() == [True] * 4 and run.validation["reason"] == "no_outcome"
    planted([float(number) for number in range(25)])
    told = validation_json(foresight(later, method(), DAY))
    QuerySet(IndexRun).filter(pk=run.pk).update(validation=told)
    QuerySet(IndexPlace).exclude(run=run).delete()
    QuerySet(IndexRun).exclude(pk=run.pk).delete()
    assert said() == [False] * 4
