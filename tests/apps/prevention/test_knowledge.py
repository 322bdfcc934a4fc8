"""A test before and after: taken once, shown to the participant only, gone when the session closes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from scipy import stats

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.base.retention import run_retention
from sinetra.apps.prevention.actions.prepare_test import open_after_test, prepare_test
from sinetra.apps.prevention.actions.take_test import take_test
from sinetra.apps.prevention.demo.questions import load_questions
from sinetra.apps.prevention.models import (
    Attendance,
    BankQuestion,
    KnowledgeTest,
    TestItem,
    TestResult,
    TestSheet,
)
from sinetra.apps.prevention.moments import Moment, form_of, moment_now, questions_for
from sinetra.apps.prevention.selectors.understanding import forms_of, items, sittings
from sinetra.core.errors import BadInput, Conflict, Forbidden

sys.path.insert(0, str(Path(__file__).parent))

from knowledge_cast import (
    AFTER,
    BEFORE,
    DAY,
    Room,
    add_guest,
    answer,
    checker,
    close,
    fill_bank,
    make_room,
    room,
    taken,
    writer,
)

__all__ = ["checker", "room", "writer"]
People = Callable[[str], Actor]
pytestmark = pytest.mark.django_db
# Each database writes the same JSON with other quotes.
QUOTES = str.maketrans("", "", "\"'\\")


def dump() -> dict[str, list[str]]:
    """Every row of every table as text."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = [" ".join(map(str, row)).translate(QUOTES) for row in cursor.fetchall()]
    return found


def holding(*pieces: str) -> set[str]:
    """The tables with a row in which all of it stands."""
    tables = dump().items()
    return {table for table, rows in tables if any(all(piece in row for piece in pieces) for row in rows)}


def test_forms_are_prepared_from_published_questions_only_and_again_the_same(writer: Actor, checker: Actor):
    room = make_room(writer, guests=0)
    with pytest.raises(BadInput) as error:
        prepare_test(activity=room.activity, actor=writer)
    assert error.value.field == "size"
    fill_bank(writer, checker)
    first = prepare_test(activity=room.activity, actor=writer)
    forms = (first.form_a, first.form_b)
    assert [len(set(form)) for form in forms] == [10, 10] and not set(first.form_a) & set(first.form_b)
    again = prepare_test(activity=room.activity, actor=writer)
    assert (again.form_a, again.form_b) == forms
    assert KnowledgeTest.objects.count() == 1


@pytest.mark.parametrize("size", [0, 4, 21])
def test_a_form_has_five_to_twenty_questions(room: Room, writer: Actor, size: int):
    with pytest.raises(BadInput) as error:
        prepare_test(activity=room.activity, actor=writer, size=size)
    assert error.value.field == "size"


def test_forms_do_not_change_once_somebody_has_answered(room: Room, writer: Actor):
    answer(room.guests[0], Moment.BEFORE, 5)
    with pytest.raises(Conflict) as conflict:
        prepare_test(activity=room.activity, actor=writer)
    assert conflict.value.code == "answered"


def test_half_begin_with_each_form_and_everybody_has_the_other_one_after(room: Room):
    first = [form_of(guest, Moment.BEFORE) for guest in room.guests]
    assert sorted(first) == ["a"] * 4 + ["b"] * 4
    for guest in room.guests:
        assert {form_of(guest, Moment.BEFORE), form_of(guest, Moment.AFTER)} == {"a", "b"}
        assert form_of(guest, Moment.DELAYED) == form_of(guest, Moment.BEFORE)
        before, after = ({row.pk for row in questions_for(guest, moment)} for moment in (Moment.BEFORE, Moment.AFTER))
        assert not before & after


def test_a_test_is_taken_once_and_the_same_again_is_the_first(room: Room):
    first = answer(room.guests[0], Moment.BEFORE, 3)
    again = answer(room.guests[0], Moment.BEFORE, 10)
    assert (again.pk, again.right) == (first.pk, 3)
    assert TestSheet.objects.count() == 1
    room.guests[0].refresh_from_db()
    assert (room.guests[0].took_before, room.guests[0].took_after) == (True, False)


def test_the_trace_says_that_and_not_how(room: Room):
    answer(room.guests[0], Moment.BEFORE, 3)
    entries = AuditEntry.objects.filter(action="test.take")
    assert [(entry.actor, entry.data, entry.detail) for entry in entries] == [
        ("public", {"moment": "before"}, None)
    ] * 2


def test_an_unanswered_question_is_named(room: Room):
    guest = room.guests[0]
    with pytest.raises(BadInput) as error:
        take_test(attendance=guest, moment=Moment.BEFORE, answers={})
    assert error.value.field == str(questions_for(guest, Moment.BEFORE)[0].pk)
    assert not TestSheet.objects.exists()


def test_each_test_has_its_time(room: Room, writer: Actor):
    guest = room.guests[0]
    assert moment_now(guest) == Moment.BEFORE
    with pytest.raises(Conflict):
        answer(guest, Moment.AFTER, 5)
    open_after_test(session=room.session, actor=writer)
    assert moment_now(guest) == Moment.AFTER
    with pytest.raises(Conflict):
        answer(guest, Moment.BEFORE, 5)
    answer(guest, Moment.AFTER, 5)
    close(room)
    guest = Attendance.objects.get(pk=guest.pk)
    assert moment_now(guest) is None
    with pytest.raises(Conflict):
        answer(room.guests[1], Moment.AFTER, 5)


def test_a_planned_session_and_one_without_a_test_have_none(writer: Actor, checker: Actor):
    fill_bank(writer, checker)
    planned = make_room(writer, guests=1, state="planned")
    prepare_test(activity=planned.activity, actor=writer)
    assert moment_now(planned.guests[0]) is None
    bare = make_room(writer, guests=1)
    assert moment_now(bare.guests[0]) is None
    with pytest.raises(Conflict):
        open_after_test(session=bare.session, actor=writer)
    close(bare)
    assert not TestResult.objects.exists()


def test_a_question_whose_law_changed_is_left_out_and_the_score_is_of_the_rest(room: Room):
    guest = room.guests[0]
    gone = questions_for(guest, Moment.BEFORE)[0]
    BankQuestion.objects.filter(pk=gone.pk).update(fingerprint="0" * 64)
    sheet = answer(guest, Moment.BEFORE, 9)
    assert (sheet.asked, sheet.right, sheet.score) == (9, 9, 100.0)
    assert str(gone.pk) not in sheet.answers


def test_closing_keeps_the_figures_that_scipy_computes(room: Room, writer: Actor):
    taken(room, writer)
    close(room)
    row = TestResult.objects.get()
    before, after = [10.0 * right for right in BEFORE], [10.0 * right for right in AFTER]
    told = stats.ttest_rel(after, before)
    assert (row.before, row.after, row.pairs) == (8, 8, 8)
    assert row.gain == pytest.approx(sum(after) / 8 - sum(before) / 8)
    assert (row.gain_low, row.gain_high) == pytest.approx(tuple(told.confidence_interval(0.95)))
    assert row.d_z == pytest.approx(told.statistic / 8**0.5)
    assert row.hake == pytest.approx(row.gain / (100 - sum(before) / 8))
    assert row.undefined == 1
    found = TestItem.objects.filter(result=row)
    assert found.count() == 20
    assert {(item.n_before, item.n_after) for item in found} == {(4, 4)}
    assert all(item.p_before is None for item in found)


def test_who_took_only_one_of_them_counts_in_no_figure(room: Room, writer: Actor):
    late = add_guest(room, 20)
    for guest, right in zip(room.guests[:-1], BEFORE, strict=True):
        answer(guest, Moment.BEFORE, right)
    open_after_test(session=room.session, actor=writer)
    answer(late, Moment.AFTER, 0)
    for guest, right in zip(room.guests[:-1], AFTER, strict=True):
        answer(guest, Moment.AFTER, right)
    close(room)
    row = TestResult.objects.get()
    assert (row.before, row.after, row.pairs) == (8, 9, 8)
    assert row.mean_after == pytest.approx(sum(AFTER) * 10 / 8)


def test_with_few_pairs_no_number_is_kept_at_all(writer: Actor, checker: Actor):
    fill_bank(writer, checker)
    room = make_room(writer, guests=4)
    prepare_test(activity=room.activity, actor=writer)
    for guest in room.guests:
        answer(guest, Moment.BEFORE, 4)
    open_after_test(session=room.session, actor=writer)
    for guest in room.guests:
        answer(guest, Moment.AFTER, 8)
    close(room)
    row = TestResult.objects.get()
    figures = (
        "mean_before",
        "sd_before",
        "mean_after",
        "sd_after",
        "gain",
        "gain_low",
        "gain_high",
        "d_z",
        "d_av",
        "hake",
    )
    assert {getattr(row, name) for name in figures} == {None}
    assert (row.before, row.after, row.pairs) == (0, 0, 0)
    assert not TestItem.objects.exists() and not TestSheet.objects.exists()


def test_after_closing_no_score_of_a_person_stands_anywhere_in_the_database(room: Room, writer: Actor):
    taken(room, writer)
    table = TestSheet._meta.db_table
    sheets = list(TestSheet.objects.all())
    texts = [[f"{name}: {code}" for name, code in sheet.answers.items()] for sheet in sheets]
    # The twin: while the session is open each answer sheet is found, and only in its own table.
    assert all(holding(*text) == {table} for text in texts)
    close(room)
    assert all(holding(*text) == set() for text in texts)
    assert dump()[table] == []
    # What still names a sheet is the trace: that it was there and is gone, with no content.
    audit = AuditEntry._meta.db_table
    for sheet in sheets:
        assert holding(sheet.pk.hex) | holding(str(sheet.pk)) == {audit}
    for entry in AuditEntry.objects.filter(action__in=["test.take", "test.erase"]):
        assert set(entry.data) <= {"moment"} and entry.detail is None


def test_a_session_that_nobody_closes_keeps_no_score_for_ever(room: Room, writer: Actor):
    taken(room, writer)
    now = datetime.now(UTC)
    assert forgotten(now) == 0 and TestSheet.objects.count() == 16
    assert forgotten(now + timedelta(days=15), dry_run=True) == 16 and TestSheet.objects.count() == 16
    assert forgotten(now + timedelta(days=15)) == 16
    room.session.refresh_from_db()
    assert room.session.state == "closed"
    assert not TestSheet.objects.exists() and TestResult.objects.get().pairs == 8
    assert forgotten(now + timedelta(days=15)) == 0
    assert not verify().problems


def forgotten(at: datetime, *, dry_run: bool = False) -> int:
    found = {item.name: item.removed for item in run_retention(at, dry_run=dry_run)}
    return found["prevention.test_sheets"]


def test_no_table_that_names_a_participant_has_a_column_for_a_score(room: Room):
    """A twin in code: besides the sheets nothing that points to an attendance holds right answers."""
    pointing = [
        model
        for model in apps.get_app_config("prevention").get_models()
        if any(field.related_model is Attendance for field in model._meta.fields)
    ]
    assert TestSheet in pointing
    for model in pointing:
        names = {field.name for field in model._meta.fields}
        assert model is TestSheet or not names & {"score", "right", "answers", "asked"}, model


def test_the_deletion_is_proved_and_the_chain_holds(room: Room, writer: Actor):
    taken(room, writer)
    close(room)
    assert AuditEntry.objects.filter(action="test.erase").count() == 16
    assert verify().ok


def test_closing_twice_changes_nothing(room: Room, writer: Actor):
    taken(room, writer)
    close(room)
    first = TestResult.objects.values().get()
    close(room)
    assert TestResult.objects.values().get() == first


@pytest.mark.parametrize(
    "username",
    [
        "petugas.bkpsdm",
        "tim.netralitas",
        "staf.bawaslu",
        "ppk",
        "inspektorat",
        "admin",
        "pemeriksa.jejak",
        "orang.luar",
    ],
)
def test_no_role_of_the_staff_sees_a_sheet(room: Room, person: People, username: str):
    answer(room.guests[0], Moment.BEFORE, 5)
    assert not visible(person(username), TestSheet).exists()
    assert not visible(PUBLIC, TestSheet).exists()
    assert visible(SYSTEM, TestSheet).count() == 1


@pytest.mark.parametrize(
    "username", ["ppk", "inspektorat", "humas", "admin", "auditor.bkn", "orang.luar", "staf.bawaslu"]
)
def test_who_does_not_organise_here_prepares_and_opens_nothing(room: Room, person: People, username: str):
    other = person(username)
    with pytest.raises(Forbidden):
        prepare_test(activity=room.activity, actor=other)
    with pytest.raises(Forbidden):
        open_after_test(session=room.session, actor=other)


def test_results_are_read_in_the_own_office_only(room: Room, writer: Actor, person: People):
    taken(room, writer)
    close(room)
    for username in ("petugas.bkpsdm", "tim.netralitas", "ppk", "inspektorat", "humas"):
        assert sittings(person(username), room.activity)[0].result is not None
        assert items(person(username), room.activity)
    assert forms_of(person("staf.bawaslu"), room.activity) is None
    assert sittings(person("staf.bawaslu"), room.activity) == []
    for username in ("admin", "auditor.bkn", "kustodian", "orang.luar"):
        with pytest.raises(Forbidden):
            sittings(person(username), room.activity)


def test_the_demonstration_has_a_bank_and_one_closed_session_and_loads_once(person: People):
    person("petugas.bkpsdm")
    load_questions()
    first = (BankQuestion.objects.count(), TestResult.objects.count(), AuditEntry.objects.count())
    load_questions()
    assert (BankQuestion.objects.count(), TestResult.objects.count(), AuditEntry.objects.count()) == first
    row = TestResult.objects.get()
    assert row.pairs == 22 and row.gain is not None and row.gain > 0
    assert not TestSheet.objects.exists()
    assert not BankQuestion.objects.exclude(state="published").exists()
    assert date(2024, 11, 22) == DAY
