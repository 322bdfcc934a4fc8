"""What the views of the control room say: balances, shares, deadlines, and lists as long as their numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from report_cast import Cast

from sinetra.apps.base.paging import page
from sinetra.apps.cases.models import Clock, QueueEntry
from sinetra.apps.control_room.counting import recount
from sinetra.apps.control_room.models import MatterMark
from sinetra.apps.control_room.parts import AGES, STEPS, Part
from sinetra.apps.insight.control_room import today as due
from sinetra.apps.insight.control_room.behind import Behind, behind, matter_of, order
from sinetra.apps.insight.control_room.counts import Counts, Number, counts
from sinetra.apps.insight.control_room.funnel import funnel
from sinetra.apps.insight.control_room.patterns import ENOUGH, LEAST, patterns, staff_shares
from sinetra.apps.insight.control_room.prevention import gains, reached
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db
DAY = date(2024, 11, 22)


def told(**parts: dict[str, Number]) -> Counts:
    known = {Part(name): numbers for name, numbers in parts.items()}
    return Counts(day=DAY, computed_at=datetime(2024, 11, 22, tzinfo=UTC), whole=True, parts=known)


def test_what_reached_a_step_is_what_stands_there_and_all_that_went_on() -> None:
    found = funnel(told(step={step.value: Number(matters=n, persons=2 * n) for n, step in enumerate(STEPS, 1)}))
    assert [step.here.matters for step in found.steps] == [1, 2, 3, 4, 5]
    assert [step.reached.matters for step in found.steps] == [15, 14, 12, 9, 5]
    assert (found.matters, found.persons) == (15, 30)
    assert sum(step.here.matters for step in found.steps) == found.matters


def test_a_position_is_set_against_the_staff_only_where_enough_are_known(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sinetra.apps.insight.control_room.patterns.staff_shares", lambda actor, counts: {"lurah": 0.1})
    for known, ratio in ((ENOUGH - 1, None), (ENOUGH, 10.0)):
        numbers = {"lurah": Number(matters=known, persons=known), "unnamed": Number(matters=5, persons=5)}
        row = patterns(cast.staff, told(position=numbers))[-1].rows[0]
        assert (row.code, row.share, row.staff) == ("lurah", 1.0, 0.1)
        assert row.ratio == (None if ratio is None else pytest.approx(ratio))


def test_a_ratio_of_one_or_two_people_is_not_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    staff = {"lurah": 0.01, "camat": 0.01}
    monkeypatch.setattr("sinetra.apps.insight.control_room.patterns.staff_shares", lambda actor, counts: staff)
    numbers = {
        "camat": Number(matters=LEAST - 1, persons=LEAST - 1),
        "lurah": Number(matters=ENOUGH, persons=ENOUGH),
    }
    found = {row.code: row for row in patterns(cast.staff, told(position=numbers))[-1].rows}
    assert (found["camat"].ratio, found["camat"].low) == (None, None)
    row = found["lurah"]
    assert row.low is not None and row.ratio is not None and row.high is not None
    assert row.low < row.ratio < row.high
    numbers["camat"] = Number(matters=LEAST, persons=LEAST)
    assert {row.code: row for row in patterns(cast.staff, told(position=numbers))[-1].rows}["camat"].ratio is not None


def test_no_position_is_told_of_a_part_of_the_office(cast: Cast) -> None:
    whole = told(step={"opened": Number(matters=1, persons=1)})
    assert [item.part for item in patterns(cast.staff, whole)][-1] is Part.POSITION
    assert Part.POSITION not in [item.part for item in patterns(cast.district_staff, replace(whole, whole=False))]


def test_shares_of_matters_are_of_all_matters() -> None:
    found = told(
        step={"opened": Number(matters=4, persons=4)},
        act={"like": Number(matters=3, persons=3), "share": Number(matters=2, persons=2)},
    )
    act = patterns(_anybody(), replace(found, whole=False))[0]
    assert [(row.code, row.share) for row in act.rows] == [("like", 0.75), ("share", 0.5)]
    assert act.total == 4


def _anybody():  # type: ignore[no-untyped-def]
    from sinetra.apps.base.actor import Actor

    return Actor(kind="person", organisation_id=uuid4())


def test_every_number_has_a_list_of_so_many_matters(cast: Cast) -> None:
    cast.matter(acts=["like", "share"])
    cast.registered()
    cast.sent()
    closed = cast.matter()
    type(closed).objects.filter(pk=closed.pk).update(state="closed", outcome="withdrawn")
    recount(cast.bawaslu.pk)
    found = counts(cast.staff)
    assert found is not None
    for step in funnel(found).steps:
        assert behind(cast.staff, Behind(first=step.place), DAY).count() == step.reached.matters
        assert behind(cast.staff, Behind(first=step.place, last=step.place), DAY).count() == step.here.matters
        assert behind(cast.staff, Behind(first=step.place, last=step.place, is_open=True), DAY).count() == step.waiting
        for age, number in enumerate(step.ages):
            asked = Behind(first=step.place, last=step.place, age=age)
            assert behind(cast.staff, asked, found.day).count() == number.matters
    for part, name in ((Part.KIND, "kind"), (Part.STAGE, "stage"), (Part.ACT, "act")):
        assert found.parts[part]
        for code, number in found.parts[part].items():
            asked = Behind(**{name: code})
            rows = page(behind(cast.staff, asked, DAY), order=order(asked))  # type: ignore[type-var, arg-type]
            assert len({matter_of(row).pk for row in rows}) == number.matters, code


@pytest.mark.parametrize("age", range(len(AGES)))
def test_an_age_has_the_same_bounds_in_the_count_and_in_the_list(cast: Cast, age: int) -> None:
    matters = [cast.matter() for _ in range(6)]
    recount(cast.bawaslu.pk)
    found = counts(cast.staff)
    assert found is not None
    for matter, days in zip(matters, (0, 7, 8, 30, 31, 91), strict=True):
        type(matter).objects.filter(pk=matter.pk).update(opened_on=found.day - timedelta(days=days))
    recount(cast.bawaslu.pk)
    found = counts(cast.staff)
    assert found is not None
    number = funnel(found).steps[0].ages[age].matters
    assert number == (2, 2, 1, 1)[age]
    assert behind(cast.staff, Behind(first=0, last=0, age=age), found.day).count() == number


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is that of SQLite")
@pytest.mark.parametrize(
    "asked", [Behind(is_open=True), Behind(first=3, last=3, age=3), Behind(first=1, last=1, is_open=True)]
)
def test_open_ones_are_found_without_a_walk_past_the_closed(cast: Cast, asked: Behind) -> None:
    plan = behind(cast.staff, asked, DAY).order_by(*order(asked))[:20].explain()
    assert "room_open (organisation_id=? AND is_open=?" in plan and "TEMP B-TREE" not in plan


def test_who_was_cleared_after_the_count_is_in_no_list(cast: Cast) -> None:
    matter = cast.matter()
    recount(cast.bawaslu.pk)
    assert behind(cast.staff, Behind(), DAY).count() == behind(cast.staff, Behind(act="like"), DAY).count() == 1
    type(matter).objects.filter(pk=matter.pk).update(outcome="not_proven")
    assert MatterMark.objects.exists()
    assert behind(cast.staff, Behind(), DAY).count() == behind(cast.staff, Behind(act="like"), DAY).count() == 0


def test_before_the_first_count_there_is_nothing(cast: Cast) -> None:
    cast.matter()
    assert counts(cast.staff) is None
    recount(cast.bawaslu.pk)
    assert counts(cast.staff) is not None and counts(cast.bkn_officer) is None


def test_who_may_not_read_matters_reads_no_figure_of_them(cast: Cast) -> None:
    administrator = cast.outsiders[0]
    for read in (lambda: counts(administrator), lambda: behind(administrator, Behind(), DAY)):
        with pytest.raises(Forbidden):
            read()
    with pytest.raises(Forbidden):
        due.due_now(administrator, DAY)
    with pytest.raises(Forbidden):
        reached(administrator, DAY)
    assert gains(administrator) == [] and staff_shares(administrator, told()) == {}


def test_what_is_due_is_counted_as_its_lists_have_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    matters = [cast.matter() for _ in range(3)]
    clock = Clock.objects.filter(done_at=None).order_by("due_on").first()
    assert clock is not None
    day = clock.due_on + timedelta(days=1)
    found = due.due_now(cast.staff, day)
    assert found.overdue.number == QueueEntry.objects.filter(next_due__lt=day).count() == len(matters)
    assert found.soon.number == Clock.objects.filter(done_at=None, due_on__lte=day + due.AHEAD).count()
    assert found.late is not None and found.late.number == 0
    assert len(found.clocks) == found.soon.number and found.clocks.items[0].matter.handler_id is not None
    monkeypatch.setattr(due, "MOST", 2)
    assert due.due_now(cast.staff, day).overdue == due.UpTo(number=2, more=True)
    # Of another district: nothing is due there.
    other = due.due_now(cast.district_staff, day)
    assert (other.overdue.number, other.soon.number, other.late) == (0, 0, None)
