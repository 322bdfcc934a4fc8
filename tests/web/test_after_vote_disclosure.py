"""What is withheld of the replacements after the vote stays so: on the page, in its CSV and beside all other figures.

A secret is kept when two worlds that differ in nothing else are told in the same words.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of

from sinetra.apps.careers.after_vote import AfterVote, after_votes, totals
from sinetra.apps.careers.models import CareerTally
from sinetra.apps.insight import selectors
from sinetra.apps.insight.suppress import SMALLEST, Table, suppress, suppress_labels
from sinetra.apps.registry.models import Organisation
from sinetra.web.public.transfers import figures

TODAY = date(2025, 9, 1)
BEFORE, FIRST, AGAIN = date(2023, 5, 2), date(2025, 3, 3), date(2025, 6, 2)
ELECTIONS = ("psu_banjarbaru_2025", "pilkada_2024", "pemilu_2024")
#: Kind, day on which it takes effect, decision, reason.
Cell = tuple[str, date, str, str]
World = Mapping[Cell, int]


def moved(day: date = FIRST, **reasons: int) -> World:
    return {("transfer", day, "granted", reason): count for reason, count in reasons.items()}


def dismissed(day: date = FIRST, **reasons: int) -> World:
    return {("dismissal", day, "granted", reason): count for reason, count in reasons.items()}


def appointed(count: int) -> World:
    return {("appointment", BEFORE, "granted", "selection"): count}


def undone(count: int) -> World:
    return {("transfer", AGAIN, "cancelled", "vacancy"): count}


MANY = moved(AGAIN, vacancy=10, competence=8)
SECRETS: dict[str, tuple[World, World]] = {
    "the reason of the only one": (dismissed(retirement=1), dismissed(final_penalty=1)),
    "the reason that all share": (moved(vacancy=6), moved(final_penalty=6)),
    "the penalty of one among ten": (moved(vacancy=9, final_penalty=1), moved(vacancy=9, retirement=1)),
    "whether anybody had a penalty": (
        moved(vacancy=20, competence=6, retirement=4, final_penalty=1),
        moved(vacancy=20, competence=6, retirement=4, own_request=1),
    ),
    "how few": (dismissed(vacancy=1) | appointed(6), dismissed(vacancy=2) | appointed(5)),
    "how few before the vote was held again": (
        moved(vacancy=2) | MANY | appointed(6),
        moved(vacancy=3) | MANY | appointed(5),
    ),
    "how few beside all that was granted": (MANY | dismissed(AGAIN, vacancy=1), MANY | dismissed(AGAIN, vacancy=2)),
    "how many were undone": (MANY | undone(2) | appointed(6), MANY | undone(3) | appointed(5)),
}


@pytest.fixture
def office(places: None, settings: Any) -> Organisation:
    settings.SINETRA_AS_OF = TODAY
    made = Organisation(
        name="Pemko Banjarbaru", short_name="Pemko", kind="local_government", level="city", region_id="63.72"
    )
    made.save()
    return made


def told(office: Organisation, world: World) -> dict[str, str]:
    """All that anybody may read of it."""
    CareerTally.objects.all().delete()
    CareerTally.objects.bulk_create(
        CareerTally(organisation=office, figure="decision", day=day, kind=kind, code=code, reason=reason, count=count)
        for (kind, day, code, reason), count in world.items()
    )
    cache.clear()
    client, found = Client(), {}
    for election in ELECTIONS:
        query = {figures.OFFICE: str(office.pk), figures.ELECTION: election}
        found[f"{election} page"] = text_of(client.get(reverse("transfer_figures"), query))
        found[f"{election} csv"] = client.get(reverse("after_vote_csv"), query).content.decode()
    found["statistics"] = text_of(client.get(reverse("statistics")))
    found["statistics csv"] = client.get(reverse("statistics_csv", args=["transfer_decisions"])).content.decode()
    found["api"] = client.get("/api/v1/statistics/summary").content.decode()
    return found


def leaked(office: Organisation) -> set[str]:
    return {name for name, (one, other) in SECRETS.items() if told(office, one) != told(office, other)}


@pytest.mark.django_db
def test_two_worlds_that_differ_in_what_is_withheld_only_are_told_in_the_same_words(office: Organisation):
    assert leaked(office) == set()


@pytest.mark.django_db
def test_the_same_look_finds_reasons_that_are_shown_by_their_row(office: Organisation, monkeypatch: Any):
    monkeypatch.setattr(figures, "suppress_labels", suppress)
    assert {
        "the reason of the only one",
        "the reason that all share",
        "the penalty of one among ten",
        "whether anybody had a penalty",
    } <= leaked(office)


@pytest.mark.django_db
def test_the_same_look_finds_spans_that_overlap(office: Organisation, monkeypatch: Any):
    def overlapping(region: str, day: date) -> tuple[AfterVote, ...]:
        return tuple(
            replace(span, last=date(2025, 12, 21)) if span.election == "pilkada_2024" else span
            for span in after_votes(region, day)
        )

    monkeypatch.setattr(figures, "after_votes", overlapping)
    assert "how few before the vote was held again" in leaked(office)


@pytest.mark.django_db
def test_the_same_look_finds_a_sum_that_gives_a_withheld_part_away(office: Organisation, monkeypatch: Any):
    monkeypatch.setattr(selectors, "keeps_apart", lambda _whole, _parts: True)
    assert leaked(office) == {"how few beside all that was granted"}


@pytest.mark.django_db
def test_every_office_and_every_span_is_held_against_the_sum(office: Organisation):
    other = Organisation.objects.get(kind="local_government", region_id="99.71")
    for where, day, kind, code, count in (
        (office, FIRST, "transfer", "granted", 2),
        (office, AGAIN, "transfer", "granted", 3),
        (office, AGAIN, "dismissal", "granted", 4),
        (other, AGAIN, "transfer", "granted", 6),
        (other, AGAIN, "transfer", "cancelled", 8),
        (other, BEFORE, "transfer", "granted", 9),
        (other, AGAIN, "appointment", "granted", 10),
        (other, date(2025, 9, 2), "transfer", "granted", 11),
    ):
        CareerTally.objects.create(
            organisation=where, figure="decision", day=day, kind=kind, code=code, reason="vacancy", count=count
        )
    assert sorted(totals(TODAY)) == [2, 3, 4, 6]


@pytest.mark.django_db
def test_what_may_be_told_is_told_with_its_days(office: Organisation):
    world = moved(vacancy=20, competence=6, retirement=4, final_penalty=1) | MANY | dismissed(AGAIN, term_end=7)
    found = told(office, world | appointed(6))
    rows = {
        election: {(row["kind"], row["reason"]): row for row in csv.DictReader(found[f"{election} csv"].splitlines())}
        for election in ELECTIONS
    }
    parent, again = rows["pilkada_2024"], rows["psu_banjarbaru_2025"]
    assert [parent["transfer", code]["value"] for code in ("vacancy", "competence", "total")] == ["20", "6", "31"]
    for reason in ("retirement", "final_penalty", "other"):
        assert (parent["transfer", reason]["value"], parent["transfer", reason]["withheld"]) == ("", "1")
        assert (parent["dismissal", reason]["value"], parent["dismissal", reason]["withheld"]) == ("0", "0")
    assert (parent["transfer", "total"]["from"], parent["transfer", "total"]["to"]) == ("2024-11-28", "2025-04-19")
    assert (again["transfer", "total"]["from"], again["transfer", "total"]["to"]) == ("2025-04-20", "2025-12-21")
    assert [again["transfer", code]["value"] for code in ("vacancy", "competence", "retirement")] == ["10", "8", "0"]
    assert again["dismissal", "total"]["value"] == "7"
    assert {row["value"] for (kind, code), row in again.items() if kind == "dismissal" and code != "total"} == {""}
    page = found["pilkada_2024 page"]
    assert "hukuman disiplin" not in page and "pensiun" not in page
    assert "alasan lain, digabung" in page
    assert "ditahan" in found["psu_banjarbaru_2025 page"]


Counts = Mapping[str, int]


def recovered(publish: Callable[[Counts], Table], worlds: Iterable[Counts]) -> list[tuple[Table, str]]:
    """What one who knows the rule, and every world there can be, tells for certain from a table."""
    alike: dict[str, list[Counts]] = defaultdict(list)
    tables: dict[str, Table] = {}
    for world in worlds:
        table = publish(world)
        alike[repr(table)].append(world)
        tables[repr(table)] = table
    found = []
    for key, same in alike.items():
        table = tables[key]
        for code, value in table.cells.items():
            if value is None and len({world[code] for world in same}) == 1:
                found.append((table, code))
        if table.total is None and len({sum(world.values()) for world in same}) == 1:
            found.append((table, "total"))
        for code in table.cells:
            if all(world[code] == sum(world.values()) > 0 for world in same):
                found.append((table, f"all {code}"))
    return found


def worlds(most: int, *names: str) -> Iterable[Counts]:
    """All that sum up to at most so many."""
    first, *others = names
    for count in range(most + 1):
        for rest in worlds(most - count, *others) if others else [{}]:
            yield {first: count, **rest}


def test_no_number_and_no_reason_can_be_computed_from_a_table_of_reasons():
    assert recovered(lambda counts: suppress_labels("t", counts), worlds(22, *"abcd")) == []


def test_from_cells_that_are_each_withheld_alone_the_reason_is_computed():
    found = recovered(lambda counts: suppress("t", counts), worlds(12, *"abcd"))
    assert any(what == "all a" for _table, what in found)


def beside(keep: Callable[[int, Iterable[int]], bool]) -> Callable[[Counts], Table]:
    """Totals of three spans and, as the sum with what is in none of them, all that was granted."""

    def publish(counts: Counts) -> Table:
        parts = [count for name, count in counts.items() if name != "rest"]
        whole = sum(counts.values())
        cells = {name: suppress(name, {name: count}).total for name, count in counts.items()} | {"rest": None}
        return Table(name="t", cells=cells, total=whole if whole >= SMALLEST and keep(whole, parts) else None)

    return publish


def test_no_total_of_a_span_can_be_computed_from_all_that_was_granted():
    def of_a_span(keep: Callable[[int, Iterable[int]], bool]) -> list[str]:
        names = ("one", "two", "three")
        every = (world for world in worlds(24, *names, "rest") if all(world[name] <= SMALLEST for name in names))
        return [what for _table, what in recovered(beside(keep), every) if what in names]

    assert of_a_span(selectors.keeps_apart) == []
    assert of_a_span(lambda _whole, _parts: True) != [], "told always, it gives them away"
