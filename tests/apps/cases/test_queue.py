"""Queues of matters: in order of their nearest deadline, each as its matter and its clocks say, only to who may see."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from interest_cast import granted
from report_cast import FILED_AT, TODAY, Cast, person

from casework_rows import decided
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.paging import page
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.actions import assign, close, recompute_clocks, start_study
from sinetra.apps.cases.handlers import tell_lists
from sinetra.apps.cases.models import Clock, Matter, MatterWord, QueueEntry
from sinetra.apps.cases.models.queue_entry import NO_DEADLINE
from sinetra.apps.cases.queue import COLUMNS, Order, QueueFilter, Whose, neighbours, queue
from sinetra.apps.cases.queue_keeping import told_entries
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.cases.words import told_words
from sinetra.core.casework.plenary import Decision
from sinetra.core.errors import BadInput, Forbidden

pytestmark = pytest.mark.django_db


def kept() -> dict[str, tuple[object, ...]]:
    names = ("organisation_id", "region_id", "handler_id", "kind", "state", "opened_at", "next_due")
    return {str(row.pk): tuple(getattr(row, name) for name in names) for row in QueueEntry.objects.all()}


def told() -> dict[str, tuple[object, ...]]:
    names = ("organisation_id", "region_id", "handler_id", "kind", "state", "opened_at", "next_due")
    rows = told_entries(set(Matter.objects.values_list("pk", flat=True)))
    return {str(row.pk): tuple(getattr(row, name) for name in names) for row in rows}


def listed(actor: Actor, **given: object) -> list[Matter]:
    filters = QueueFilter(**given)  # type: ignore[arg-type]
    return [row.matter for row in page(queue(actor, filters), order=COLUMNS[filters.order])]


def due(matter: Matter, *, by: int, rule: str = "pilkada.study") -> Clock:
    """A running clock of the matter moves, as a decree moves it."""
    clock = Clock.objects.get(matter=matter, rule=rule, done_at=None)
    with unit_of_work(SYSTEM) as work:
        work.change(clock, due_on=clock.due_on + timedelta(days=by))
        work.record("clock.recompute", clock)
    return clock


def test_an_entry_says_what_matter_and_clocks_say_after_every_step(cast: Cast) -> None:
    first, second = cast.matter(), cast.matter()
    assert kept() == told()
    assert len(kept()) == 2
    cast.sent()
    start_study(matter=first, actor=cast.staff)
    assert kept() == told()
    moved = due(first, by=-30)
    entry = QueueEntry.objects.get(pk=first.pk)
    assert entry.next_due == moved.due_on
    assert kept() == told()
    with unit_of_work(SYSTEM) as work:
        clocks.stop(work, second, at=FILED_AT, on=TODAY)
    assert QueueEntry.objects.get(pk=second.pk).next_due == NO_DEADLINE
    recompute_clocks(actor=SYSTEM, office=cast.bawaslu.pk)
    assert kept() == told()


def test_an_entry_that_went_wrong_is_told_again_from_the_rows(cast: Cast) -> None:
    matter = cast.matter()
    words = set(MatterWord.objects.filter(matter=matter).values_list("word", flat=True))
    QueueEntry.objects.filter(pk=matter.pk).update(next_due=date(2000, 1, 1))
    MatterWord.objects.filter(matter=matter).delete()
    assert kept() != told()
    tell_lists({})
    assert kept() == told()
    assert set(MatterWord.objects.filter(matter=matter).values_list("word", flat=True)) == words
    assert {word for _office, word in told_words({matter.pk})[matter.pk]} == words


def test_a_unit_that_fails_leaves_the_entry_as_it_was(cast: Cast) -> None:
    matter = cast.matter()
    before = kept()
    with pytest.raises(ZeroDivisionError), unit_of_work(SYSTEM) as work:
        clocks.stop(work, matter, at=FILED_AT, on=TODAY)
        raise ZeroDivisionError
    assert kept() == before == told()


def test_a_closed_matter_leaves_the_queues(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    assert matter in listed(cast.staff)
    close(matter=matter, outcome=Outcome.NOT_PROVEN, reason="Tidak ada bukti.", actor=cast.commissioner)
    assert listed(cast.staff) == []
    assert kept() == told() == {}


def test_the_nearest_deadline_stands_first_and_what_has_none_last(cast: Cast) -> None:
    near, far, none = cast.matter(), cast.matter(), cast.matter()
    due(far, by=10)
    with unit_of_work(SYSTEM) as work:
        clocks.stop(work, none, at=FILED_AT, on=TODAY)
    assert listed(cast.staff) == [near, far, none]
    assert listed(cast.staff, order=Order.OLDEST) == [near, far, none]
    assert listed(cast.staff, order=Order.NEWEST) == [none, far, near]


def test_a_queue_is_of_the_office_of_oneself_or_of_nobody(cast: Cast) -> None:
    mine, others = cast.matter(), cast.matter()
    colleague = User.objects.get(pk=person(cast.bawaslu, Role.BAWASLU_STAFF).user_id)
    unowned = Matter.objects.get(pk=cast.matter().pk)
    with unit_of_work(SYSTEM) as work:
        work.change(others, handler_id=colleague.pk)
        work.record("matter.assign", others)
        work.change(unowned, handler_id=None)
        work.record("matter.assign", unowned)
    assert listed(cast.staff) == [mine, others, unowned]
    assert listed(cast.staff, whose=Whose.MINE) == [mine]
    assert listed(cast.staff, whose=Whose.NOBODY) == [unowned]
    assert listed(cast.commissioner, whose=Whose.MINE) == []


def test_filters_narrow_by_state_kind_place_and_overdue(cast: Cast) -> None:
    report = cast.matter()
    information = cast.matter(channel="initial_information", reporter=None, region="99.71.02")
    due(report, by=-30)
    assert listed(cast.staff, state="report_received") == [report]
    assert listed(cast.staff, kind="initial_information") == [information]
    assert listed(cast.staff, region="99.71.02") == [information]
    assert set(listed(cast.staff, region="99.71")) == {report, information}
    assert listed(cast.staff, region="99.7") == []
    assert listed(cast.staff, overdue_on=TODAY) == [report]
    assert listed(cast.staff, overdue_on=TODAY, kind="initial_information") == []


def test_nobody_sees_a_queue_of_another_office_or_region(cast: Cast) -> None:
    matter = cast.matter()
    assert listed(cast.staff) == [matter]
    assert listed(cast.province_staff) == []
    assert listed(cast.bkn_officer) == []
    assert listed(cast.district_staff) == [], "it lies in another district"
    personnel = {actor for actor in cast.outsiders if actor.has(Role.BKPSDM_OFFICER)}
    assert [listed(actor) for actor in personnel] == [[]], "receives matters, and none of this office"
    for outsider in {*cast.outsiders, cast.custodian} - personnel:
        with pytest.raises(Forbidden):
            queue(outsider, QueueFilter())


def test_pages_hold_every_matter_once_while_deadlines_tie(cast: Cast) -> None:
    made = [cast.matter() for _ in range(5)]
    rows = queue(cast.staff, QueueFilter())
    found: list[Matter] = []
    token = None
    for _ in range(3):
        part = page(rows, order=COLUMNS[Order.DUE], after=token, size=2)
        found += [row.matter for row in part]
        token = part.next_token
    assert token is None
    assert found == made
    with pytest.raises(BadInput):
        page(queue(cast.staff, QueueFilter()), order=COLUMNS[Order.NEWEST], after="x")


def test_one_walks_through_a_queue_matter_by_matter(cast: Cast) -> None:
    first, second, third = (cast.matter() for _ in range(3))
    around = neighbours(cast.staff, QueueFilter(), second.pk)
    assert around.before is not None
    assert around.after is not None
    assert (around.before.matter, around.after.matter) == (first, third)
    newest = neighbours(cast.staff, QueueFilter(order=Order.NEWEST), second.pk)
    assert newest.before is not None
    assert newest.before.matter == third
    assert neighbours(cast.staff, QueueFilter(), first.pk).before is None
    assert neighbours(cast.staff, QueueFilter(whose=Whose.NOBODY), second.pk).after is None
    other = granted(cast.commissioner, Role.BAWASLU_COMMISSIONER)
    assign(matter=third, handler=other, actor=cast.commissioner, reason="x")
    assert neighbours(cast.staff, QueueFilter(whose=Whose.MINE), second.pk).after is None
