"""Asking is safe: no name, no case, sealed, hidden from superior and personnel agency, gone thirty days after."""

from __future__ import annotations

import argparse
import json
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from advice_cast import ASKED_AT, DAY, FACTS, NORM, WORDS, new_question
from django.db import connection

from sinetra.apps.accounts.models import User
from sinetra.apps.advice.actions import answer, ask
from sinetra.apps.advice.errors import NoTeamHere
from sinetra.apps.advice.models import Question
from sinetra.apps.advice.offices import team_for
from sinetra.apps.advice.selectors import question_by_code, question_view, questions
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.cli import retention
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.core.ids import uuid7

pytestmark = pytest.mark.django_db
ANSWER = "Boleh bila ditugaskan; tanpa tugas sebaiknya tidak."
OTHERS = (
    *("petugas.bkpsdm", "ppk", "inspektorat", "admin", "pemeriksa.jejak", "orang.luar", "humas"),
    *("staf.bawaslu", "pleno", "kustodian", "auditor.bkn"),
)


def answered(question: Question, member: Actor, at: datetime | None = None) -> Question:
    return answer(question=question, text=ANSWER, law_date=DAY, norms=[NORM], actor=member, at=at)


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    retention.configure(parser)
    return retention.run(parser.parse_args(["run", *arguments]))


def test_a_question_opens_no_report_and_no_matter_and_its_trace_says_nothing(question: Question):
    assert not Report.objects.exists() and not Matter.objects.exists()
    entry = AuditEntry.objects.get(action="question.ask")
    assert (entry.actor, entry.data, entry.detail) == ("public", {}, None)
    assert question.asked_on == date(2024, 11, 20)


def test_nothing_that_was_written_stands_readable_in_the_table(question: Question, member: Actor):
    answered(question, member)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {Question._meta.db_table}")
        stored = b" ".join(
            bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
            for row in cursor.fetchall()
            for cell in row
        )
    for word in (WORDS, ANSWER, NORM, "attend_campaign", "pns"):
        assert word.encode() not in stored
    assert question_view(member, question.pk).text == WORDS


def test_the_code_shows_state_then_answer_and_is_stored_nowhere(city: None, member: Actor):
    asked = ask(question=new_question(), at=ASKED_AT)
    assert question_by_code(asked.code).answer is None
    row = question_by_code(asked.code).row
    answered(row, member)
    view = question_by_code(asked.code.upper().replace(" ", "-"))
    assert view.answer is not None
    assert (view.answer.text, view.answer.law_date, view.answer.norms) == (ANSWER, DAY, (NORM,))
    assert asked.code not in str(Question.objects.values())


def test_a_code_that_was_never_given_out_opens_nothing(question: Question):
    from sinetra.apps.reports.codes import words

    with pytest.raises(NotFound):
        question_by_code(words().code(secrets.token_bytes(16)))
    with pytest.raises(BadInput):
        question_by_code("bukan kode")


def test_the_same_question_twice_is_one_and_other_words_under_its_key_are_refused(city: None):
    given = new_question()
    first, again = ask(question=given), ask(question=given)
    assert (first.code, first.repeated, again.code, again.repeated) == (first.code, False, first.code, True)
    assert Question.objects.count() == 1
    with pytest.raises(Conflict) as conflict:
        ask(question=replace(given, text="Pertanyaan yang lain sama sekali"))
    assert conflict.value.code == "other_content"


def test_the_key_of_a_report_gives_another_code_here(city: None):
    from sinetra.apps.reports.codes import secrets_of

    given = new_question()
    assert ask(question=given).code != secrets_of(given.idempotency_key)[0].code


@pytest.mark.parametrize("text", ["", "  ", "pendek", "x" * 2001, "\x00" * 20])
def test_too_little_and_too_much_is_an_error_that_names_the_field(text: str):
    with pytest.raises(BadInput) as error:
        new_question(text=text)
    assert error.value.field == "text"


def test_a_fact_that_is_none_is_refused():
    with pytest.raises(BadInput):
        new_question(facts={"subject": {"status": "raja"}})


def test_bawaslus_installation_and_one_without_a_team_take_no_question(city: None, settings, monkeypatch):
    settings.SINETRA_PROFILE = "bawaslu"
    with pytest.raises(NoTeamHere):
        ask(question=new_question())
    settings.SINETRA_PROFILE = "pemda"
    from sinetra.apps.accounts.models import RoleGrant

    RoleGrant.objects.filter(role=Role.NEUTRALITY_TEAM).update(ends_on=date(2024, 2, 1))
    with pytest.raises(NoTeamHere):
        ask(question=new_question())
    assert not Question.objects.exists()


def test_a_question_goes_to_the_nearest_government_with_a_team_at_or_above_its_region(city: None):
    from sinetra.apps.accounts.models import RoleGrant

    town = team_for()
    quarter = Organisation.objects.create(
        name="Kelurahan", short_name="Kelurahan", kind="local_government", level="city", region_id="99.71.01"
    )
    assert team_for("99.71.01") == town
    grant = RoleGrant.objects.filter(role=Role.NEUTRALITY_TEAM).first()
    assert grant is not None
    grant.pk, grant.organisation_id, grant._state.adding = uuid7(), quarter.pk, True
    grant.save()
    assert team_for("99.71.01.1001") == team_for("99.71.01") == quarter
    assert team_for("99.71") == team_for("99.71.02") == team_for("31") == team_for() == town


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_but_the_team_sees_or_answers_a_question(
    question: Question, actor: Callable[[str], Actor], username: str
):
    other = actor(username)
    assert not visible(other, Question).exists()
    for attempt in (
        lambda: questions(other),
        lambda: question_view(other, question.pk),
        lambda: answered(question, other),
    ):
        with pytest.raises(Forbidden):
            attempt()


@pytest.mark.parametrize("role", [Role.BKPSDM_OFFICER, Role.PPK, Role.INSPECTORATE, Role.ADMINISTRATOR, Role.AUDITOR])
def test_a_member_who_is_also_superior_personnel_or_administrator_sees_nothing(
    question: Question, member: Actor, role: Role
):
    both = replace(member, roles=member.roles | {role})
    assert visible(member, Question).count() == 1
    assert not visible(both, Question).exists()
    assert not may(both, "question.answer", question)


def test_a_member_of_another_office_sees_nothing(question: Question, member: Actor):
    other = replace(member, organisation_id=Organisation.objects.get(kind="bkn").pk)
    assert not visible(other, Question).exists()
    assert not may(other, "question.answer", question)


def test_the_public_and_a_signed_in_person_see_no_rows_and_only_the_public_asks(question: Question, member: Actor):
    assert not visible(PUBLIC, Question).exists()
    assert may(PUBLIC, "question.ask")
    # Whoever is signed in is not nameless.
    assert not may(member, "question.ask")


def test_an_answer_is_given_once_with_norms_that_were_in_force(question: Question, member: Actor):
    with pytest.raises(BadInput) as error:
        answer(question=question, text=ANSWER, law_date=date(2015, 1, 1), norms=[NORM], actor=member)
    assert error.value.field == "norms"
    with pytest.raises(BadInput):
        answer(question=question, text=ANSWER, law_date=DAY, norms=[], actor=member)
    answered(question, member)
    with pytest.raises(Conflict):
        answered(question, member)


def test_an_answer_of_31_days_ago_is_erased_and_one_of_29_days_stays(
    city: None, member: Actor, capsys: pytest.CaptureFixture[str]
):
    now = datetime.now(UTC)
    codes = {}
    for days in (31, 29):
        codes[days] = ask(question=new_question(), at=ASKED_AT).code
        answered(question_by_code(codes[days]).row, member, at=now - timedelta(days=days))
    unanswered = ask(question=new_question(), at=ASKED_AT - timedelta(days=300)).code

    def removed(*arguments: str) -> int:
        assert run(*arguments, "--json") == 0
        found = {rule["name"]: rule["removed"] for rule in json.loads(capsys.readouterr().out)["rules"]}
        return int(found["advice.questions"])

    assert removed("--dry-run") == 1
    assert Question.objects.count() == 3
    assert removed() == 1
    assert removed() == 0
    with pytest.raises(NotFound):
        question_by_code(codes[31])
    assert question_by_code(codes[29]).answer is not None
    assert question_by_code(unanswered).answer is None
    assert AuditEntry.objects.filter(action="question.erase", actor="system").count() == 1
    assert verify().ok


def test_a_question_that_nobody_answered_for_91_days_is_erased_and_one_of_89_days_stays(
    city: None, capsys: pytest.CaptureFixture[str]
):
    codes = {days: ask(question=new_question(), at=ASKED_AT).code for days in (91, 89)}
    for days, code in codes.items():
        row = question_by_code(code).row
        Question.objects.filter(pk=row.pk).update(created_at=datetime.now(UTC) - timedelta(days=days))
    assert run("--json") == 0
    found = {rule["name"]: rule["removed"] for rule in json.loads(capsys.readouterr().out)["rules"]}
    assert found["advice.unanswered"] == 1
    with pytest.raises(NotFound):
        question_by_code(codes[91])
    assert question_by_code(codes[89]).answer is None


def test_another_account_of_a_member_with_power_over_careers_keeps_the_questions_away(
    question: Question, member: Actor, actor: Callable[[str], Actor]
):
    assert visible(member, Question).exists()
    team = User.objects.get(pk=member.user_id)
    User.objects.filter(pk=actor("petugas.bkpsdm").user_id).update(person=team.person)
    assert not visible(member, Question).exists()
    assert not may(member, "question.answer", question)


def test_sealed_columns_are_sealed_anew_after_a_rotation(question: Question, member: Actor):
    from sinetra.apps.base.reseal import reseal_all
    from sinetra.apps.base.tasks import find_handlers
    from sinetra.ports.keyring import Purpose, keyring

    find_handlers()
    answered(question, member)
    reseal_all()
    keyring().rotate(Purpose.DATA)
    assert reseal_all() == 3
    assert question_view(member, question.pk).text == WORDS
    assert visible(SYSTEM, Question).count() == 1
    assert question_view(member, question.pk).facts == FACTS
