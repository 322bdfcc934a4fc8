"""Kept figures of matters: each at its last step, in every place that it lies in, and nobody who was cleared."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest
from examination_cast import START
from examination_cast import STEPS as STEPS_THERE
from examination_cast import office as receiving
from report_cast import Cast
from track_cast import answered, track_of

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.vocabulary import HandOverState, Outcome, TrackOutcome, Verdict
from sinetra.apps.control_room.actions.ask_recount import RECOUNT, ask_recount
from sinetra.apps.control_room.counting import recount
from sinetra.apps.control_room.handlers import recount_all, recount_one
from sinetra.apps.control_room.marks import Told, told_of
from sinetra.apps.control_room.models import ActMark, MatterMark, RoomCell, RoomState
from sinetra.apps.control_room.parts import STEPS, Part, Step
from sinetra.apps.control_room.policies import scopes
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.examination import Stage
from sinetra.core.errors import Forbidden
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db


def reached(matter: Matter) -> Step:
    recount(matter.organisation_id)
    return STEPS[MatterMark.objects.get(pk=matter.pk).reached]


def cells(office: Organisation, part: Part, scope: str = "") -> dict[str, tuple[int, int]]:
    rows = RoomCell.objects.filter(organisation=office, part=part, scope=scope)
    return {row.code: (row.matters, row.persons) for row in rows}


def everything() -> list[tuple[object, ...]]:
    names = ("organisation", "scope", "part", "code", "matters", "persons", "median")
    marks = ("matter", "organisation", "region", "reached", "is_open", "kind", "stage", "opened_on")
    return [
        *RoomCell.objects.order_by(*names[:4]).values_list(*names),
        *MatterMark.objects.order_by("pk").values_list(*marks),
        *ActMark.objects.order_by("mark", "act").values_list("mark", "act", "opened_on"),
    ]


def test_a_matter_of_bawaslu_stands_at_the_last_step_that_was_taken(cast: Cast) -> None:
    assert reached(cast.matter()) is Step.OPENED
    assert reached(cast.registered()) is Step.REGISTERED
    assert reached(cast.in_plenary()) is Step.DECIDED
    sent = cast.sent()
    assert reached(sent.matter) is Step.SENT
    answered(sent)
    track = track_of(sent.matter, Kind.DISCIPLINE)
    act.end_track(track=track, outcome=TrackOutcome.SANCTIONED, letter="800/1", actor=SYSTEM)
    assert reached(Matter.objects.get(pk=sent.matter_id)) is Step.SANCTIONED
    steps = cells(cast.bawaslu, Part.STEP)
    # The one that was sent went on; its row keeps the days that it took.
    assert steps == {step.value: (0, 0) if step is Step.SENT else (1, 1) for step in Step}


def test_a_matter_that_came_from_another_office_has_steps_of_its_own(cast: Cast) -> None:
    arrived = cast.arrived()
    assert reached(arrived.matter) is Step.OPENED
    act.acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    assert reached(arrived.matter) is Step.REGISTERED
    here = receiving(cast)
    row = here.reach("examined")
    assert reached(here.matter) is Step.DECIDED
    STEPS_THERE["decide"](row, START + timedelta(days=21), {})
    assert reached(here.matter) is Step.SANCTIONED
    # As the decider recorded it, not as the report called it.
    assert cells(cast.pemko, Part.POSITION) == {"lurah": (1, 1)}


def test_matters_and_persons_are_two_counts_and_every_matter_stands_once(cast: Cast) -> None:
    people = [{"role": role, "name": None, "unit": None} for role in ("lurah", "lurah", "other")]
    cast.matter(reported=people, acts=["like", "share"])
    cast.registered(region="99.71.02")
    recount(cast.bawaslu.pk)
    steps = cells(cast.bawaslu, Part.STEP)
    assert steps == {"opened": (1, 3), "registered": (1, 1)}
    assert sum(matters for matters, _persons in steps.values()) == Matter.objects.count()
    assert cells(cast.bawaslu, Part.ACT) == {"like": (2, 4), "share": (1, 3)}
    assert cells(cast.bawaslu, Part.POSITION) == {"lurah": (2, 3), "unnamed": (1, 1)}
    assert cells(cast.bawaslu, Part.KIND) == {"report": (2, 4)}
    assert sum(matters for matters, _persons in cells(cast.bawaslu, Part.OPEN).values()) == 2


def test_a_place_adds_up_what_lies_in_it_and_tells_no_position(cast: Cast) -> None:
    cast.matter(region="99.71.01")
    cast.matter(region="99.71.02")
    recount(cast.bawaslu.pk)
    for scope, number in (("", 2), ("99", 2), ("99.71", 2), ("99.71.01", 1), ("99.71.02", 1), ("99.72", 0)):
        assert sum(matters for matters, _p in cells(cast.bawaslu, Part.STEP, scope).values()) == number, scope
        assert bool(cells(cast.bawaslu, Part.POSITION, scope)) == (scope == "")


def test_the_days_between_two_steps_have_a_median(cast: Cast) -> None:
    cast.registered()
    recount(cast.bawaslu.pk)
    row = RoomCell.objects.get(organisation=cast.bawaslu, scope="", part=Part.STEP, code=Step.REGISTERED)
    matter = Matter.objects.get()
    assert row.median == (matter.registered_on - matter.opened_on).days
    assert not RoomCell.objects.filter(code=Step.OPENED, median__isnull=False).exists()


@pytest.mark.parametrize("change", [{"outcome": Outcome.NOT_PROVEN}, {"corrected_at": "2024-11-22T00:00:00Z"}])
def test_who_was_cleared_is_in_no_figure(cast: Cast, change: dict[str, str]) -> None:
    cleared, other = cast.matter(), cast.matter()
    recount(cast.bawaslu.pk)
    assert MatterMark.objects.count() == 2
    Matter.objects.filter(pk=cleared.pk).update(**change)
    recount(cast.bawaslu.pk)
    assert [row.pk for row in MatterMark.objects.all()] == [other.pk]
    assert [row.mark_id for row in ActMark.objects.all()] == [other.pk]
    assert cells(cast.bawaslu, Part.STEP) == {"opened": (1, 1)}


def test_counting_twice_comes_to_the_same_and_counting_on_to_the_same_as_from_nothing(cast: Cast) -> None:
    matter = cast.matter(acts=["like", "share"])
    recount(cast.bawaslu.pk)
    first = everything()
    recount(cast.bawaslu.pk)
    assert everything() == first
    Matter.objects.filter(pk=matter.pk).update(acts=["comment", "share"])
    cast.sent()
    recount(cast.bawaslu.pk)
    on = everything()
    assert on != first
    for model in (ActMark, MatterMark, RoomCell, RoomState):
        model.objects.all().delete()
    recount(cast.bawaslu.pk)
    assert everything() == on


def test_the_night_counts_every_office_with_matters_also_one_that_has_none_any_more(cast: Cast) -> None:
    cast.arrived()
    night()
    assert set(RoomState.objects.values_list("organisation", flat=True)) == {cast.bawaslu.pk, cast.bkn.pk}
    Matter.objects.filter(organisation=cast.bkn).update(outcome=Outcome.NOT_PROVEN)
    night()
    assert not RoomCell.objects.filter(organisation=cast.bkn).exists()


def night() -> None:
    """What was promised and done before does not count as done again within the same minute."""
    OutboxTask.objects.filter(name=RECOUNT).delete()
    recount_all({})
    for task in OutboxTask.objects.filter(name=RECOUNT):
        recount_one(task.payload)


def test_an_office_that_cannot_be_counted_keeps_no_other_from_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.arrived()

    def broken(key: UUID) -> None:
        if key == min(cast.bawaslu.pk, cast.bkn.pk):
            raise ValueError("a seal that does not open")
        recount(key)

    monkeypatch.setattr("sinetra.apps.control_room.handlers.recount", broken)
    recount_all({})
    for task in OutboxTask.objects.filter(name=RECOUNT):
        with contextlib.suppress(ValueError):
            recount_one(task.payload)
    assert [row.pk for row in RoomState.objects.all()] == [max(cast.bawaslu.pk, cast.bkn.pk)]


def test_of_two_counts_at_once_that_of_the_later_reading_stays(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cleared = cast.matter()

    def slow(office: Organisation) -> Iterator[Told]:
        read = list(told_of(office))
        monkeypatch.undo()
        # Meanwhile the matter ends with nothing proven, and somebody counts.
        Matter.objects.filter(pk=cleared.pk).update(outcome=Outcome.NOT_PROVEN)
        recount(office.pk)
        return iter(read)

    monkeypatch.setattr("sinetra.apps.control_room.counting.told_of", slow)
    recount(cast.bawaslu.pk)
    assert not MatterMark.objects.exists() and not RoomCell.objects.exists()


def test_what_was_sent_back_was_not_sent(cast: Cast) -> None:
    sent = cast.sent()
    assert reached(sent.matter) is Step.SENT
    HandOver.objects.filter(pk=sent.pk).update(state=HandOverState.RETURNED)
    assert reached(sent.matter) is Step.DECIDED


def test_an_examination_began_on_its_legal_day(cast: Cast) -> None:
    here = receiving(cast)
    here.reach("examined")
    recount(cast.pemko.pk)
    row = RoomCell.objects.get(organisation=cast.pemko, scope="", part=Part.STEP, code=Step.DECIDED)
    # Taken in on that day, too; the row itself was written when the test ran.
    assert row.median == 0


def test_a_day_without_a_record_is_that_of_the_place_of_the_office(cast: Cast) -> None:
    sent = cast.sent()
    late = datetime.fromisoformat("2024-11-25T16:30:00+00:00")  # the 26th from WITA on, still the 25th in WIB
    HandOver.objects.filter(pk=sent.pk).update(sent_on=None, sent_at=late)
    for region, day in (("99.71", 25), ("94", 26)):
        cast.bawaslu.region_id = region
        told = next(row for row in told_of(cast.bawaslu) if row.matter == sent.matter_id)
        assert told.days[STEPS.index(Step.SENT)] == date(2024, 11, day), region


def test_who_was_cleared_beside_others_is_no_person_of_a_closed_matter(cast: Cast) -> None:
    people = [{"role": "teacher", "name": f"Orang Contoh {n}", "unit": "Kelurahan Contoh"} for n in range(2)]
    here = receiving(cast, reported=people)
    first, second = here.reach("examined"), here.reach("examined", place=1)
    STEPS_THERE["decide"](first, START + timedelta(days=21), {})
    type(second).objects.filter(pk=second.pk).update(stage=Stage.CLEARED, verdict=Verdict.NOT_PROVEN)
    recount(cast.pemko.pk)
    assert sum(persons for _m, persons in cells(cast.pemko, Part.STEP).values()) == 2
    Matter.objects.filter(pk=here.matter.pk).update(state="closed", closed_at=first.created_at)
    recount(cast.pemko.pk)
    assert cells(cast.pemko, Part.STEP)["sanctioned"] == (1, 1)
    assert sum(persons for _m, persons in cells(cast.pemko, Part.POSITION).values()) == 1


def test_a_sanction_that_was_annulled_is_none(cast: Cast) -> None:
    here = receiving(cast)
    row = here.reach("examined")
    STEPS_THERE["decide"](row, START + timedelta(days=21), {})
    assert reached(here.matter) is Step.SANCTIONED
    type(row).objects.filter(pk=row.pk).update(stage=Stage.ANNULLED)
    assert reached(here.matter) is Step.SENT  # decided


def test_a_new_timetable_holds_at_the_next_count(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.matter()
    recount(cast.bawaslu.pk)
    before = cells(cast.bawaslu, Part.STAGE)
    taken = SimpleNamespace(timetables=SimpleNamespace(stages=lambda day, region: (OTHER,)))
    monkeypatch.setattr("sinetra.apps.control_room.marks.clock", lambda: taken)
    recount(cast.bawaslu.pk)
    assert cells(cast.bawaslu, Part.STAGE) == {"other": (1, 1)} != before


OTHER = SimpleNamespace(election="lain", code=SimpleNamespace(value="other"))


def test_asking_promises_one_count_a_minute(cast: Cast) -> None:
    cast.matter()
    ask_recount(actor=cast.staff)
    ask_recount(actor=cast.staff)
    task = OutboxTask.objects.get(name=RECOUNT)
    recount_one(task.payload)
    assert RoomState.objects.get().organisation_id == cast.bawaslu.pk


def test_who_handles_no_matters_may_not_ask_and_sees_no_figure(cast: Cast) -> None:
    cast.matter()
    recount(cast.bawaslu.pk)
    assert visible(cast.staff, MatterMark).count() == 1
    for actor in cast.outsiders:
        own = actor.organisation_id == cast.pemko.pk  # BKPSDM: of its own office
        if not own:
            with pytest.raises(Forbidden):
                ask_recount(actor=actor)
            assert not may(actor, "control_room.read")
        for model in (MatterMark, ActMark, RoomCell, RoomState):
            assert not visible(actor, model).exists(), model
    assert not visible(cast.bkn_officer, MatterMark).exists()


def test_who_answers_for_a_district_reads_its_sums_only(cast: Cast) -> None:
    cast.matter(region="99.71.01")
    recount(cast.bawaslu.pk)
    for model in (MatterMark, ActMark, RoomCell):
        assert visible(cast.staff, model).exists()
        assert not visible(cast.district_staff, model).exists()
    cast.matter(region="99.71.02")
    recount(cast.bawaslu.pk)
    assert visible(cast.district_staff, MatterMark).count() == 1
    assert set(visible(cast.district_staff, RoomCell).values_list("scope", flat=True)) == {"99.71.02"}


def test_a_region_in_another_one_of_the_same_person_is_not_counted_twice() -> None:
    actor = Actor(kind="person", regions=("99.71.01", "99.71", "99.72"))
    assert scopes(actor) == ["99.71", "99.72"]
    assert scopes(Actor(kind="person")) == [""]
