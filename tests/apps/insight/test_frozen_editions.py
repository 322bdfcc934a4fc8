"""A frozen edition is made again to the byte, whatever came later; a row that was changed behind it is named."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from report_cast import NAME, REPORTER, WORDS, Cast

from casework_rows import cleared_there
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import acknowledge, deliver, file_nil_report
from sinetra.apps.cases.models import HandOver, Matter, NilReport, Step
from sinetra.apps.cases.steps import new_step
from sinetra.apps.cases.vocabulary import Period, StepCode
from sinetra.apps.insight import handlers
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.apps.insight.faults import faults_of
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.recompute import recompute
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden, VerificationFailed
from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition, edition_of

pytestmark = pytest.mark.django_db
DAY = date(2024, 11, 22)
LATER = date(2024, 11, 30)


def edition(row: Snapshot) -> Edition:
    return edition_of(bytes(row.content))


def total(row: Snapshot, unit: str) -> int | None:
    return next(table for table in edition(row).tables if table.unit == unit).total


@pytest.fixture
def many(cast: Cast) -> Cast:
    for _ in range(8):
        cast.matter(acts=["like", "share"])
    for _ in range(6):
        cast.sent()
    return cast


def test_cases_persons_and_acts_are_counted_apart_each_with_its_own_statuses(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert (total(row, "case"), total(row, "person"), total(row, "act"), total(row, "examined")) == (14, 14, 22, 0)
    found = edition(row)
    assert found.balanced == ("case", "person", "act", "examined")
    for table in found.tables:
        told = [table.value(status, ALL) for status in table.statuses]
        assert None in told or sum(v for v in told if v is not None) == table.total
    assert {table.value("forwarded", ALL) for table in found.tables if table.unit == "case"} == {6}
    assert found.table("act-by-act").value(ALL, "like") == 14
    assert found.table("act-by-act").value(ALL, "share") == 8
    assert found.table("case-by-region").value(ALL, "99.71") == 14


def test_two_persons_of_one_case_are_two_persons(cast):
    two = [{"role": "lurah", "name": NAME, "unit": "A"}, {"role": "camat", "name": "Seroja Contohan", "unit": "B"}]
    for _ in range(6):
        cast.matter(reported=two)
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert (total(row, "case"), total(row, "person")) == (6, 12)


def test_the_same_bytes_come_again(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    again = recompute(row)
    assert again.ok and again.reproduced and again.signed
    assert again.sha256 == again.recomputed == row.sha256


def test_later_steps_do_not_move_a_frozen_edition(many):
    """A case goes on, one is acknowledged, new ones come in; the next edition sees them."""
    row = freeze(as_of=DAY, actor=SYSTEM)
    for hand_over in HandOver.objects.filter(direction="outgoing")[:6]:
        arrived = deliver(hand_over.pk, "package")
        assert arrived is not None
        acknowledge(hand_over=arrived, actor=many.bkn_officer)
        deliver(arrived.pk, "reply")
    for _ in range(5):
        many.matter()
    again = recompute(row)
    assert again.ok, again
    with patch("sinetra.apps.insight.actions.freeze.clock.today", return_value=LATER):
        later = freeze(as_of=LATER, actor=SYSTEM)
    assert total(later, "case") == 19
    assert edition(later).table("case-by-region").value("with_receiver", ALL) == 6
    assert recompute(later).ok and recompute(row).ok


def test_what_is_entered_later_with_an_earlier_date_is_not_in_it(many):
    """From paper: the legal date is before the cut-off, the entry is after it."""
    row = freeze(as_of=DAY, actor=SYSTEM)
    matter = Matter.objects.filter(state="report_received").first()
    assert matter is not None
    with unit_of_work(SYSTEM) as work:
        early = datetime(2024, 11, 22, 1, tzinfo=UTC)
        step = work.create(new_step(StepCode.STUDY_STARTED, at=early, on=DAY, matter=matter))
        work.record("step.study_started", step)
    assert recompute(row).ok


def test_who_is_cleared_disappears_from_the_next_edition_and_the_frozen_one_stays(cast):
    for _ in range(11):
        cast.matter()
    sent = cast.sent()
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert total(row, "case") == 12
    arrived = deliver(sent.pk, "package")
    assert arrived is not None
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    deliver(arrived.pk, "reply")
    cleared_there(Matter.objects.get(pk=sent.matter_id), cast.staff)
    with patch("sinetra.apps.insight.actions.freeze.clock.today", return_value=LATER):
        later = freeze(as_of=LATER, actor=SYSTEM)
    told = edition(later)
    # 12 became 11: a change of one is not told.
    assert total(later, "case") is None
    assert all("with_receiver" not in table.statuses for table in told.tables)
    assert recompute(row).ok and recompute(later).ok


def test_a_changed_line_is_named(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    step = Step.objects.filter(code=StepCode.FORWARDED).first()
    assert step is not None
    Step.objects.filter(pk=step.pk).update(code=StepCode.CLOSED, params={"outcome": "followed_up"})
    found = recompute(row)
    assert not found.ok and not found.reproduced
    assert f"cases.step:{step.pk}" in found.changed


def test_a_changed_row_that_moves_no_published_number_is_named_too(many):
    """The day on which it was opened, inside the same quarter."""
    row = freeze(as_of=DAY, actor=SYSTEM)
    one = Matter.objects.filter(state="report_received").first()
    assert one is not None
    Matter.objects.filter(pk=one.pk).update(opened_on=date(2024, 11, 21))
    found = recompute(row)
    assert found.reproduced and not found.ok
    assert found.changed == (f"cases.matter:{one.pk}",)


def test_a_removed_line_names_its_matter(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    step = Step.objects.filter(code=StepCode.FORWARDED).first()
    assert step is not None
    matter = step.matter_id
    Step.objects.filter(pk=step.pk).delete()
    assert f"cases.matter:{matter}" in recompute(row).changed


def test_a_changed_statement_of_nil_and_a_report_that_makes_one_untrue_are_named(many):
    for day in (date(2024, 11, 6), date(2024, 11, 13)):
        file_nil_report(organisation=many.bawaslu, period=Period.WEEK, day=day, actor=many.staff)
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert [line.statements for line in edition(row).nil_reports] == [2]
    assert recompute(row).ok
    one = NilReport.objects.order_by("begins_on").first()
    assert one is not None
    NilReport.objects.filter(pk=one.pk).update(begins_on=one.begins_on - timedelta(days=1))
    found = recompute(row)
    assert found.reproduced and found.changed == (f"cases.nilreport:{one.pk}",)
    NilReport.objects.filter(pk=one.pk).update(begins_on=one.begins_on)
    report = Report.objects.order_by("pk").first()
    assert report is not None
    Report.objects.filter(pk=report.pk).update(filed_on=date(2024, 11, 14))
    found = recompute(row)
    assert not found.reproduced and found.changed == (f"reports.report:{report.pk}",)


def test_other_bytes_or_another_manifest_are_found(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    Snapshot.objects.filter(pk=row.pk).update(content=bytes(row.content).replace(b"14", b"15"))
    row.refresh_from_db()
    assert not recompute(row).reproduced
    told = json.loads(bytes(row.manifest)) | {"rows": row.sha256, "smallest": 2}
    Snapshot.objects.filter(pk=row.pk).update(manifest=json.dumps(told).encode())
    row.refresh_from_db()
    assert not recompute(row).signed
    assert any(problem.object == f"insight.snapshot:{row.pk}" for problem in verify([]).problems)


def test_erased_texts_keep_their_number_of_persons(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    Report.objects.update(reported_sealed=b"")
    found = recompute(row)
    assert found.reproduced and not found.changed
    assert found.kept == 14


def changes(cast: Cast, number: int) -> int:
    """Real rows by the hundred: lines of matters that are there, dated like any, each with its entry."""
    matters = list(Matter.objects.select_related("organisation", "report"))
    codes = (StepCode.STUDY_STARTED, StepCode.FORWARDED, StepCode.CLOSED, StepCode.PLENARY, StepCode.TRACK_OPENED)
    params: dict[StepCode, dict[str, Any]] = {
        StepCode.FORWARDED: {"counterpart": "BKN"},
        StepCode.CLOSED: {"outcome": "followed_up"},
        StepCode.TRACK_OPENED: {"track": "ethics"},
    }
    start, made = datetime(2024, 11, 22, 2, tzinfo=UTC), 0
    while made < number:
        with unit_of_work(SYSTEM) as work:
            rows = []
            for place in range(min(500, number - made)):
                code, matter = codes[place % len(codes)], matters[(made + place) % len(matters)]
                at = start + timedelta(minutes=made + place)
                on = DAY + timedelta(days=(made + place) % 40)
                rows.append(new_step(code, at=at, on=on, matter=matter, **params.get(code, {})))
            work.create_set(rows)
            for step in rows:
                work.record(f"step.{step.code}", step)
        made += len(rows)
    return made


@pytest.mark.parametrize("number", [600, pytest.param(10_000, marks=pytest.mark.soak)])
def test_after_many_later_changes_the_bytes_are_the_same_and_a_changed_row_is_named(many, number):
    row = freeze(as_of=DAY, actor=SYSTEM)
    before = Step.objects.count()
    assert changes(many, number) == number
    for _ in range(3):
        many.matter()
    assert Step.objects.count() >= before + number
    again = recompute(row)
    assert again.ok and again.recomputed == row.sha256
    step = Step.objects.filter(code=StepCode.OPENED, matter__isnull=False).order_by("pk").first()
    assert step is not None
    Step.objects.filter(pk=step.pk).update(code=StepCode.WITHDRAWN)
    found = recompute(row)
    assert not found.ok
    assert found.changed == (f"cases.step:{step.pk}",)


def test_a_unit_that_does_not_balance_is_not_published_and_the_operator_is_told(many):
    """A matter whose lines do not say where it stands: it is there, and in no status."""
    Step.objects.filter(code=StepCode.OPENED, matter=Matter.objects.order_by("pk").first()).delete()
    with patch("sinetra.apps.insight.handlers.end_of_last_month", return_value=DAY):
        with pytest.raises(VerificationFailed) as caught:
            handlers.freeze_month({})
        assert "case (13 ≠ 14)" in str(caught.value)
        with pytest.raises(VerificationFailed):
            handlers.freeze_month({})  # the next attempt of the day, too: it ends among the failed tasks
    row = Snapshot.objects.get()
    found = edition(row)
    assert [(one.unit, one.total, one.summed) for one in faults_of(row)] == [
        ("case", 14, 13),
        ("person", 14, 13),
        ("act", 22, 20),
    ]
    assert {table.unit for table in found.tables} == {"examined"}
    assert {one.unit for one in found.refused} == {"case", "person", "act"}


def test_what_does_not_balance_tells_the_public_no_number(cast):
    """Three cases in all, one of them lost its first line: neither 3 nor 2 may stand in what is published."""
    for _ in range(3):
        cast.matter()
    Step.objects.filter(code=StepCode.OPENED, matter=Matter.objects.order_by("pk").first()).delete()
    row = freeze(as_of=DAY, actor=SYSTEM)
    assert next((one.total, one.summed) for one in faults_of(row) if one.unit == "case") == (3, 2)
    told = json.loads(bytes(row.content))["refused"]
    assert {one["unit"] for one in told} == {"case", "person", "act"}
    assert not [value for one in told for value in one.values() if not isinstance(value, str)]
    assert recompute(row).reproduced


def test_the_month_is_frozen_once(many):
    with patch("sinetra.apps.insight.handlers.end_of_last_month", return_value=DAY):
        handlers.freeze_month({})
        handlers.freeze_month({})
    assert list(Snapshot.objects.values_list("edition", flat=True)) == ["2024-11-22"]


def test_editions_follow_each_other(many):
    first = freeze(as_of=date(2024, 11, 21), actor=SYSTEM)
    second = freeze(as_of=DAY, actor=SYSTEM)
    assert second.previous == first
    assert json.loads(bytes(second.manifest))["previous"] == first.sha256
    with pytest.raises(Conflict):
        freeze(as_of=DAY, actor=SYSTEM)
    with pytest.raises(BadInput):
        freeze(as_of=date(2024, 11, 20), actor=SYSTEM)
    with pytest.raises(BadInput):
        freeze(as_of=date(2099, 1, 1), actor=SYSTEM)


def test_no_person_freezes_and_nobody_outside(many):
    for actor in (*many.outsiders, many.staff, many.commissioner, many.custodian, PUBLIC):
        with pytest.raises(Forbidden):
            freeze(as_of=DAY, actor=actor)
    assert not Snapshot.objects.exists()


def test_no_name_stands_in_an_edition_or_in_what_it_rests_on(many):
    row = freeze(as_of=DAY, actor=SYSTEM)
    secrets = (NAME, REPORTER["name"], WORDS, "Lapangan Contoh", "Kelurahan Contoh")
    held = (bytes(row.content), bytes(row.manifest), json.dumps(row.heads).encode())
    for secret in secrets:
        assert not any(secret.encode() in one for one in held)
    numbers = Matter.objects.values_list("number", flat=True)
    assert not any(f'"{number}"'.encode() in bytes(row.content) for number in numbers)
