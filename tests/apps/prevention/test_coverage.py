"""Counting coverage: who counts once, when, where and against which list of people."""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import Story
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.coverage.refresh import recompute, refresh, units_of_activity, units_of_people
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    Attendance,
    CoverageCell,
    CoverageHidden,
    CoverageState,
    CoverageUnit,
)
from sinetra.apps.registry.models import Organisation
from sinetra.jobs.worker import drain

sys.path.insert(0, str(Path(__file__).resolve().parent))

from coverage_city import LIST, Town

MARCH, MAY, NOVEMBER = date(2024, 3, 5), date(2024, 5, 20), date(2024, 11, 4)


@pytest.fixture
def town(pemda) -> Town:
    town = Town(pemda)
    town.unit("KEC", "kecamatan")
    town.unit("KEL-A", parent="KEC")
    town.unit("KEL-B", parent="KEC")
    town.unit("DINAS", "dinas")
    town.employ("KEC", 12)
    town.employ("KEL-A", 14, position="executor")
    town.employ("KEL-A", 1, position="lurah")
    town.employ("KEL-B", 11)
    town.employ("KEL-B", 3, status="non_asn")
    town.employ("DINAS", 20)
    town.list_people()
    return town


def done(town: Town, code: str, period: str = "2024", measure: str = "attended", **where: Any) -> int:
    """Counts of a unit with everything below; of the office for an empty code."""
    recompute(town.office.pk)
    return counted(town, code, period, measure, **where)


def counted(town: Town, code: str, period: str, measure: str, *, alone: bool = False, **where: Any) -> int:
    node = town.units[code].pk if code else town.office.pk
    cells = CoverageCell.objects.filter(node=node, period=period, alone=alone, **where)
    return sum(cells.values_list(measure, flat=True))


@pytest.mark.parametrize("status", ["pns", "non_asn"])
def test_a_guest_who_says_a_status_is_of_no_ratio(town, status) -> None:
    """The denominator is the register's list; whoever it does not know is told apart, whatever they say they are."""
    session = town.session(MARCH)
    town.came(session, town.people["KEL-A"][0])
    for name in ("Tamu Satu", "Tamu Dua"):
        town.walked_in(session, name, unit="KEL-A")
    Attendance.objects.filter(person=None).update(status=status)
    assert done(town, "KEL-A") == 1
    assert counted(town, "KEL-A", "2024", "others") == 2


def test_who_came_three_times_counts_once_a_year_and_once_in_each_month(town) -> None:
    someone = town.people["KEL-A"][0]
    for day in (MARCH, date(2024, 3, 19), MAY):
        town.came(town.session(day), someone)
    assert done(town, "KEL-A") == 1
    assert counted(town, "KEL-A", "2024-03", "attended") == counted(town, "KEL-A", "2024-05", "attended") == 1
    assert counted(town, "KEL-A", "2023", "attended") == 0


def test_numbers_of_units_are_those_of_the_office(town) -> None:
    town.came(town.session(MARCH), *town.people["KEL-A"][:4], *town.people["KEL-B"], *town.people["KEC"][:2])
    assert [done(town, code) for code in ("", "KEC", "KEL-A", "KEL-B", "DINAS")] == [20, 20, 4, 14, 0]
    assert counted(town, "KEC", "2024", "attended", alone=True) == 2
    assert counted(town, "KEC", "2024", "attended", status="non_asn") == 3
    assert counted(town, "KEC", LIST.isoformat(), "eligible") == 12 + 15 + 14


def test_who_moved_counts_where_they_stood_when_they_last_came(town) -> None:
    someone = town.people["KEL-A"][0]
    town.came(town.session(MARCH), someone)
    someone.unit, someone.position = town.units["DINAS"], "supervisor"
    town.came(town.session(MAY), someone)
    assert (done(town, "KEL-A"), done(town, "DINAS", position="supervisor"), done(town, "")) == (0, 1, 1)
    assert counted(town, "KEL-A", "2024-03", "attended") == 1


def story(town: Town) -> Story:
    row = Story(organisation=town.office, title="Berita", event_type="sosialisasi", state=Story.State.CONFIRMED)
    row.save()
    return row


def test_what_is_known_from_the_press_only_does_not_count_until_the_organiser_confirms_it(town) -> None:
    session = town.session(MARCH, story=story(town))
    town.came(session, *town.people["DINAS"][:5])
    assert done(town, "DINAS") == 0
    Activity.objects.update(confirmed_at=datetime(2024, 4, 1, tzinfo=UTC))
    assert done(town, "DINAS") == 5


def test_a_planned_activity_counts_when_its_session_is_closed_and_a_cancelled_one_never(town) -> None:
    session = town.session(MARCH, state="planned")
    ActivitySession.objects.update(state="open")
    town.came(session, *town.people["DINAS"][:5])
    assert done(town, "DINAS") == 0
    ActivitySession.objects.update(state="closed")
    assert done(town, "DINAS") == 5
    Activity.objects.update(state="cancelled")
    assert done(town, "DINAS") == 0


def test_both_tests_may_be_taken_on_different_days_of_one_activity_but_not_of_two(town) -> None:
    both, halves = town.people["DINAS"][:2]
    first = town.session(MARCH)
    last = town.sitting(first.activity, date(2024, 3, 7), place=2)
    town.came(first, both, halves, before=True)
    town.came(last, both, after=True)
    town.came(town.session(MAY), halves, after=True)
    assert done(town, "DINAS", measure="tested") == 1
    assert counted(town, "DINAS", "2024-03", "tested") == 1


def test_people_who_are_not_in_the_register_are_counted_apart_and_by_their_name_once(town) -> None:
    first, second = town.session(MARCH), town.session(MAY)
    town.walked_in(first, "Siti  Aminah, S.H.", unit_text="RT 3")
    town.walked_in(second, "SITI AMINAH", unit_text="RT 3")
    town.walked_in(first, "Orang Lain", unit="KEL-A")
    assert done(town, "", measure="others") == 2 and done(town, "") == 0
    assert done(town, "KEL-A", measure="others") == 1


def test_a_pledge_counts_while_its_text_is_in_force(town) -> None:
    someone, other = town.people["DINAS"][:2]
    old = town.text(1, date(2023, 2, 1))
    town.signed(old, date(2023, 3, 1), someone, other)
    assert done(town, "DINAS", measure="pledged") == 2
    assert [counted(town, "DINAS", period, "pledged") for period in ("2023", "2023-03", "2023-04", "2024-03")] == [
        2,
        2,
        0,
        0,
    ]
    new = town.text(2, date(2024, 10, 1))
    assert done(town, "DINAS", measure="pledged") == 0 and counted(town, "DINAS", "2023", "pledged") == 2
    town.signed(new, date(2024, 10, 9), other)
    assert done(town, "DINAS", measure="pledged") == 1


def test_a_text_that_is_not_published_or_not_yet_in_force_does_not_count(town) -> None:
    someone = town.people["DINAS"][0]
    coming = town.text(1, date(2025, 1, 1))
    town.signed(coming, NOVEMBER, someone)
    assert done(town, "DINAS", measure="pledged") == 0
    type(coming).objects.update(in_force_from=MARCH, published_at=None)
    assert done(town, "DINAS", measure="pledged") == 0


def test_the_last_list_of_each_month_up_to_today_is_kept(town) -> None:
    for day in (date(2024, 10, 20), date(2024, 2, 1), date(2024, 12, 1)):
        town.list_people(day)
    recompute(town.office.pk)
    assert CoverageState.objects.get().headcounts == ["2024-02-01", "2024-10-20"]


def test_people_without_a_unit_count_for_the_office(town) -> None:
    homeless = town.employ("", 2)
    town.list_people(date(2024, 10, 20))
    town.came(town.session(MARCH), *homeless)
    assert done(town, "", "2024-10-20", "eligible") == 12 + 15 + 14 + 20 + 2
    assert done(town, "") == 2 and done(town, "KEC") == 0


def test_attendance_that_another_office_noted_is_not_counted_here(town, bawaslu) -> None:
    session = town.session(MARCH)
    town.came(session, *town.people["DINAS"][:3])
    type(session).objects.update(organisation=bawaslu)
    session.activity.attendances.update(organisation=bawaslu)
    assert done(town, "") == 0


def test_a_unit_is_never_reached_until_somebody_of_it_came_or_a_session_was_held_there(town) -> None:
    town.came(town.session(MARCH), town.people["KEL-A"][0])
    town.session(MAY, "KEL-B")
    recompute(town.office.pk)
    never = CoverageUnit.objects.filter(never=True).values_list("unit__code", flat=True)
    assert set(never) == {"KEC", "DINAS"}
    assert CoverageUnit.objects.get(unit=town.units["KEL-A"]).reached_in == "2024-03"


def test_an_exposed_post_is_open_until_its_holder_came_this_year(town) -> None:
    recompute(town.office.pk)
    row = CoverageUnit.objects.get(unit=town.units["KEL-A"])
    assert row.exposed and row.exposed_open and not CoverageUnit.objects.get(unit=town.units["KEL-B"]).exposed
    town.came(town.session(NOVEMBER), town.people["KEL-A"][-1])
    recompute(town.office.pk)
    row.refresh_from_db()
    assert row.exposed and not row.exposed_open


def test_units_stand_after_the_one_above_and_exposed_ones_first(town) -> None:
    town.unit("AAA", "dinas")
    town.employ("AAA", 1, position="school_head")
    town.list_people(date(2024, 10, 20))
    recompute(town.office.pk)
    rows = list(CoverageUnit.objects.order_by("place").values_list("unit__code", "depth", "last"))
    assert rows == [("AAA", 0, 1), ("DINAS", 0, 2), ("KEC", 0, 5), ("KEL-A", 1, 4), ("KEL-B", 1, 5)]


def snapshot(office) -> dict[str, list[tuple[Any, ...]]]:
    cells = CoverageCell.objects.filter(organisation=office).values_list(
        "node", "alone", "period", "status", "position", "eligible", "attended", "tested", "pledged", "others"
    )
    fields = [field.attname for field in CoverageUnit._meta.concrete_fields if field.name != "ancestors"]
    units = CoverageUnit.objects.filter(organisation=office).values_list(*fields)
    hidden = CoverageHidden.objects.filter(organisation=office).values_list("node", "alone", "period", "is_asn")
    state = CoverageState.objects.filter(organisation=office).values_list("day", "headcounts", "years", "months")
    return {
        "cells": sorted(row for row in cells if any(row[5:])),
        "units": sorted(units),
        "hidden": sorted(hidden),
        "state": list(state),
    }


def test_counting_again_changes_nothing(town) -> None:
    town.came(town.session(MARCH), *town.people["KEL-A"][:4], before=True, after=True)
    recompute(town.office.pk)
    before = snapshot(town.office)
    recompute(town.office.pk)
    refresh(town.office.pk, [unit.pk for unit in town.units.values()])
    assert snapshot(town.office) == before and before["cells"]


UNITS = ("KEC", "KEL-A", "KEL-B", "DINAS")
DAYS = st.sampled_from([date(2023, 12, 30), MARCH, MAY, NOVEMBER])
COMING = st.lists(
    st.tuples(st.sampled_from(UNITS), st.integers(0, 4), st.booleans(), st.booleans(), st.sampled_from(["", *UNITS])),
    min_size=1,
    max_size=6,
)
ACTS = st.one_of(
    st.tuples(st.just("session"), DAYS, COMING),
    st.tuples(st.just("walk-in"), DAYS, st.sampled_from(["", *UNITS])),
    st.tuples(st.just("signature"), DAYS, st.tuples(st.sampled_from(UNITS), st.integers(0, 4))),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, min_size=1, max_size=5))
def test_counting_only_what_changed_comes_to_the_same_as_counting_everything(db, acts) -> None:
    with transaction.atomic():
        office = Organisation(name="Kota", short_name="Kota", kind="local_government", level="city")
        office.save()
        town = Town(office)
        town.unit("KEC", "kecamatan")
        town.unit("KEL-A", parent="KEC")
        town.unit("KEL-B", parent="KEC")
        town.unit("DINAS", "dinas")
        for code in UNITS:
            town.employ(code, 5)
        town.list_people()
        text = town.text(1, date(2023, 6, 1))
        recompute(town.office.pk)
        truth: dict[tuple[str, str], set[Any]] = defaultdict(set)
        for kind, day, what in acts:
            _act(town, text, kind, day, what, truth)
        incremental = snapshot(town.office)
        recompute(town.office.pk)
        assert snapshot(town.office) == incremental
        for (measure, period), people in truth.items():
            assert counted(town, "", period, measure) == len(people), (measure, period)
        transaction.set_rollback(True)


def _act(town: Town, text: Any, kind: str, day: date, what: Any, truth: dict[tuple[str, str], set[Any]]) -> None:
    """Does it, counts what it touched, and notes in ``truth`` who must be counted in the year."""
    if kind == "signature":
        person = town.people[what[0]][what[1]]
        if not text.signatures.filter(person=person).exists():
            town.signed(text, day, person)
            for year in range(day.year, 2025):
                truth["pledged", f"{year}"].add(person.pk)
        refresh(town.office.pk, units_of_people(town.office.pk, [person.pk]))
        return
    session = town.session(day)
    if kind == "walk-in":
        town.walked_in(session, "Tamu", unit=what)
        truth["others", f"{day.year}"].add(what)
    else:
        for code, index, before, after, moved_to in what:
            person = town.people[code][index]
            if session.attendances.filter(person=person).exists():
                continue
            if moved_to:
                person.unit = town.units[moved_to]
            town.came(session, person, before=before, after=after)
            truth["attended", f"{day.year}"].add(person.pk)
            if before and after:
                truth["tested", f"{day.year}"].add(person.pk)
    refresh(town.office.pk, units_of_activity(town.office.pk, session.activity_id))


def test_a_verb_asks_once_and_the_worker_counts(town) -> None:
    session = town.session(MARCH)
    town.came(session, *town.people["KEL-A"][:4])
    with unit_of_work(SYSTEM) as work:
        ask_coverage(work, town.office.pk, activity_id=session.activity_id)
        ask_coverage(work, town.office.pk, activity_id=session.activity_id)
    assert drain() == 1
    assert counted(town, "KEL-A", "2024", "attended") == 4


def test_another_office_keeps_its_numbers(town, bawaslu) -> None:
    other = Town(bawaslu)
    other.nip = 900
    other.unit("SEKRETARIAT", "sekretariat")
    other.employ("SEKRETARIAT", 12)
    other.list_people()
    recompute(bawaslu.pk)
    before = snapshot(bawaslu)
    town.came(town.session(MARCH), *town.people["KEL-A"][:4])
    recompute(town.office.pk)
    assert snapshot(bawaslu) == before and before["cells"] and before["units"]
