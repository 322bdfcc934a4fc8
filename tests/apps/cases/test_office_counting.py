"""An office has its zone, its week and, where no law fixes it, its own length; a change counts open clocks again."""

from __future__ import annotations

import importlib
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any

import pytest
from report_cast import Cast, filed, formal, person

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.models import Clock, Matter, Step
from sinetra.apps.cases.steps import text_of
from sinetra.apps.registry.actions.set_office_week import set_office_week
from sinetra.apps.registry.actions.set_rule_length import configurable_rules, set_rule_length
from sinetra.apps.registry.counting import USUAL, counting_of
from sinetra.apps.registry.models import Organisation, RuleLength
from sinetra.apps.registry.vocabulary import ZoneName
from sinetra.apps.reports.actions import recount_due
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.jobs.worker import drain

pytestmark = pytest.mark.django_db

WHY = "Keputusan pimpinan contoh."


@pytest.fixture
def admin(cast: Cast) -> Actor:
    return person(cast.bawaslu, Role.ADMINISTRATOR)


def week(office: Organisation, actor: Actor, work_week: int, zone: ZoneName | None = None, reason: str = WHY) -> None:
    office.refresh_from_db()
    set_office_week(organisation=office, zone=zone, work_week=work_week, reason=reason, actor=actor)


def length(
    office: Organisation, actor: Actor, days: int | None, rule: str = "ppk.follow_up", reason: str = WHY
) -> None:
    set_rule_length(organisation=office, rule=rule, length=days, reason=reason, actor=actor)


def started(matter: Matter, rule: str, on: date | datetime) -> Clock:
    with unit_of_work(SYSTEM) as work:
        (clock,) = clocks.start_rule(work, matter, rule, on)
    return clock


def test_an_office_that_said_nothing_counts_as_the_law_is_usually_counted(cast: Cast) -> None:
    assert counting_of(cast.bawaslu.pk) == USUAL
    assert started(cast.matter(), "pp94.summons", date(2024, 11, 21)).due_on == date(2024, 12, 3)


def test_a_six_day_week_moves_open_clocks_at_once_and_those_that_start_later(cast: Cast, admin: Actor) -> None:
    matter = cast.matter()
    clock = started(matter, "pp94.summons", date(2024, 11, 21))
    week(cast.bawaslu, admin, 6)
    drain()
    assert Clock.objects.get(pk=clock.pk).due_on == date(2024, 11, 30)
    assert started(matter, "pp94.summons", date(2024, 11, 21)).due_on == date(2024, 11, 30)
    entry = AuditEntry.objects.get(action="registry.set_counting")
    assert entry.data == {"before": {"work_week": 5}, "after": {"work_week": 6}}
    assert AuditEntry.objects.get(action="clock.recompute", object_id=clock.pk).data["due"] == "2024-11-30"
    step = Step.objects.get(code="clock_moved")
    assert "pengaturan kantor" in text_of(step.code, step.params)
    assert not verify().problems


def test_only_the_clocks_of_that_office_move(cast: Cast, admin: Actor) -> None:
    theirs = started(cast.arrived().matter, "pp94.summons", date(2024, 11, 21))
    week(cast.bawaslu, admin, 6)
    drain()
    assert Clock.objects.get(pk=theirs.pk).due_on == date(2024, 12, 3)


def test_a_zone_of_its_own_ends_the_day_there(cast: Cast, admin: Actor) -> None:
    matter = cast.matter()
    assert started(matter, "pilkada.filing", date(2024, 11, 20)).told["due_at"].endswith("+07:00")
    week(cast.bawaslu, admin, 5, ZoneName.WIT)
    drain()
    assert {clock.told["due_at"][-6:] for clock in Clock.objects.filter(done_at=None)} == {"+09:00"}
    assert not Step.objects.filter(code="clock_moved"), "the day is the same, so the timeline has nothing to tell"
    # 23.30 WIB is 01.30 WIT on the next day.
    late = started(matter, "pilkada.filing", datetime.fromisoformat("2024-11-20T23:30+07:00"))
    assert (late.started_on, late.due_on) == (date(2024, 11, 21), date(2024, 11, 28))


def test_a_clock_in_hours_starts_at_the_minute_and_is_counted_again_from_it(cast: Cast, admin: Actor) -> None:
    clock = started(cast.matter(), "pilkada.criminal_referral", datetime.fromisoformat("2024-11-22T23:30+07:00"))
    assert clock.told["due_at"] == "2024-11-23T23:30:00+07:00"
    week(cast.bawaslu, admin, 5, ZoneName.WIT)
    drain()
    again = Clock.objects.get(pk=clock.pk)
    assert (again.due_at, again.due_on) == (clock.due_at, date(2024, 11, 24))
    assert again.told["due_at"] == "2024-11-24T01:30:00+09:00"


def test_the_institutions_own_length_of_the_follow_up_moves_open_clocks_and_back(cast: Cast, admin: Actor) -> None:
    clock = started(cast.matter(), "ppk.follow_up", date(2024, 11, 18))
    assert clock.due_on == date(2024, 12, 9)
    length(cast.bawaslu, admin, 10)
    drain()
    ten = Clock.objects.get(pk=clock.pk)
    assert ten.due_on == date(2024, 12, 3)
    assert any(line["params"].get("length") == "10" for line in ten.told["lines"])
    length(cast.bawaslu, admin, None)
    drain()
    assert Clock.objects.get(pk=clock.pk).due_on == date(2024, 12, 9)
    assert not RuleLength.objects.exists()
    said = [entry.data for entry in AuditEntry.objects.filter(action="registry.set_rule_length").order_by("seq")]
    assert [(entry["before"], entry["length"]) for entry in said] == [(None, 10), (10, None)]
    assert not verify().problems


def test_two_who_set_a_length_for_the_first_time_at_once_are_not_both_right(
    cast: Cast, admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("sinetra.apps.registry.actions.set_rule_length")

    def after_another(actor: Actor) -> AbstractContextManager[Work]:
        monkeypatch.setattr(module, "unit_of_work", unit_of_work)
        length(cast.bawaslu, admin, 10)
        return unit_of_work(actor)

    monkeypatch.setattr(module, "unit_of_work", after_another)
    with pytest.raises(Conflict):
        length(cast.bawaslu, admin, 20)
    assert RuleLength.objects.get().length == 10
    assert not verify().problems


def test_the_first_day_to_act_on_a_filing_is_counted_in_the_week_of_its_office(cast: Cast, admin: Actor) -> None:
    # Pemilu: initial study in 2 working days. Friday 12 January 2024: Monday and Tuesday, or Saturday and Monday.
    at = datetime.fromisoformat("2024-01-12T09:00+07:00")
    said = formal(happened_on="2024-01-11", known_on="2024-01-11")
    filed(said, at)
    row = Report.objects.get()
    assert row.due_on == date(2024, 1, 16)
    week(cast.bawaslu, admin, 6)
    filed(formal(happened_on="2024-01-11", known_on="2024-01-11"), at)
    assert Report.objects.exclude(pk=row.pk).get().due_on == date(2024, 1, 15)


def test_a_filing_that_nobody_opened_gets_the_day_that_holds_now_and_an_opened_one_does_not(cast: Cast) -> None:
    waiting, opened = cast.report(), cast.matter().report
    assert opened is not None
    right = waiting.due_on
    Report.objects.update(due_on=date(2024, 12, 20))
    assert [row.pk for row in recount_due(actor=SYSTEM)] == [waiting.pk]
    assert Report.objects.get(pk=waiting.pk).due_on == right
    assert Report.objects.get(pk=opened.pk).due_on == date(2024, 12, 20)
    entry = AuditEntry.objects.get(action="report.recount_due")
    assert entry.data["before"] == "2024-12-20"
    assert recount_due(actor=SYSTEM) == []
    for actor in (cast.staff, cast.commissioner, *cast.outsiders):
        with pytest.raises(Forbidden):
            recount_due(actor=actor)


def test_a_six_day_week_does_not_shut_out_a_reporter(cast: Cast, admin: Actor) -> None:
    week(cast.bawaslu, admin, 6)
    # Known on Thursday 11 January 2024: the seventh working day of five a week is Monday 22 January.
    said = formal(happened_on="2024-01-11", known_on="2024-01-11")
    found = filed(said, datetime.fromisoformat("2024-01-22T09:00+07:00"))
    assert found.kept_as == "report"


def test_the_same_again_writes_nothing(cast: Cast, admin: Actor) -> None:
    week(cast.bawaslu, admin, 5)
    length(cast.bawaslu, admin, None)
    assert not AuditEntry.objects.filter(action__startswith="registry.set_").exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"work_week": 4}, "work_week"),
        ({"work_week": 6, "reason": " "}, "reason"),
    ],
)
def test_a_week_needs_five_or_six_days_and_a_reason(
    cast: Cast, admin: Actor, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        week(cast.bawaslu, admin, **change)
    assert caught.value.field == field


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"days": 0}, "length"),
        ({"days": 400}, "length"),
        ({"days": 10, "reason": ""}, "reason"),
        ({"days": 30, "rule": "pilkada.filing"}, "rule"),
        ({"days": 30, "rule": "tidak.ada"}, "rule"),
    ],
)
def test_only_a_length_that_no_law_fixes_can_be_set(
    cast: Cast, admin: Actor, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        length(cast.bawaslu, admin, **change)
    assert caught.value.field == field
    assert configurable_rules() == ("hand_over.answer", "invitation.advice", "ppk.follow_up")


def test_nobody_but_an_administrator_of_the_office_sets_them(cast: Cast) -> None:
    elsewhere = person(cast.province, Role.ADMINISTRATOR)
    others = [cast.staff, cast.commissioner, cast.custodian, cast.bkn_officer, elsewhere, *cast.outsiders[1:]]
    for actor in others:
        with pytest.raises(Forbidden):
            week(cast.bawaslu, actor, 6)
        with pytest.raises(Forbidden):
            length(cast.bawaslu, actor, 3)
    assert counting_of(cast.bawaslu.pk) == USUAL
