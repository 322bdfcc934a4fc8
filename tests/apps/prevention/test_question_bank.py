"""The question bank: made from the rulebook, checked by a second person, out of use when the law changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base import tasks
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention.actions.generate_questions import generate_questions
from sinetra.apps.prevention.actions.publish_question import publish_question
from sinetra.apps.prevention.actions.retire_question import retire_outdated, retire_question
from sinetra.apps.prevention.actions.write_question import Law, Wording, reword_question, write_question
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.selectors.questions import question, questions
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

People = Callable[[str], Actor]
pytestmark = pytest.mark.django_db
DAY = date(2024, 11, 22)
ORGANISERS = ("petugas.bkpsdm", "tim.netralitas", "staf.bawaslu")
OTHERS = ("ppk", "inspektorat", "humas", "admin", "auditor.bkn", "pemeriksa.jejak", "pleno", "kustodian", "orang.luar")
# Listening passively: the reading of July 2024 ended with the circular of 30 October 2024.
ENDED, STOOD, ENDED_ON = "attend.passive", date(2024, 10, 1), date(2024, 10, 30)


@pytest.fixture
def writer(person: People) -> Actor:
    return person("petugas.bkpsdm")


@pytest.fixture
def checker(person: People) -> Actor:
    return person("tim.netralitas")


@pytest.fixture
def drafts(writer: Actor) -> list[BankQuestion]:
    return generate_questions(law_date=DAY, actor=writer)


def wording(row: BankQuestion, **changes: object) -> Wording:
    told = {
        "prompt_id": row.prompt_id,
        "prompt_en": row.prompt_en,
        "options": [(item["id"], item["en"]) for item in row.options],
        "explanation_id": row.explanation_id,
        "explanation_en": row.explanation_en,
    }
    return Wording(**(told | changes))  # type: ignore[arg-type]


def own(**changes: object) -> tuple[Wording, Law]:
    texts = Wording(
        prompt_id="Bolehkah ASN hadir pasif di kampanye?",
        prompt_en="",
        options=[("Boleh mendengarkan", ""), ("Tidak boleh", "")],
        explanation_id="Penjelasan yang merujuk aturannya.",
        explanation_en="",
    )
    told: dict[str, object] = {"topic": "events", "right": 0, "norms": ("vote",), "law_date": DAY}
    return texts, Law(**(told | changes))  # type: ignore[arg-type]


def test_generating_again_makes_nothing_and_each_draft_is_in_the_trace(drafts: list[BankQuestion], writer: Actor):
    assert len(drafts) >= 20
    assert AuditEntry.objects.filter(action="question_bank.write").count() == len(drafts)
    assert generate_questions(law_date=DAY, actor=writer) == []


def test_a_retired_question_does_not_come_back(drafts: list[BankQuestion], writer: Actor):
    retire_question(question=drafts[0], reason="Kurang jelas.", actor=writer)
    assert generate_questions(law_date=DAY, actor=writer) == []


def test_the_author_does_not_publish_and_a_second_person_does(
    drafts: list[BankQuestion], writer: Actor, checker: Actor
):
    row = drafts[0]
    with pytest.raises(Conflict) as conflict:
        publish_question(question=row, version=row.version, actor=writer)
    assert conflict.value.code == "two_persons"
    with pytest.raises(IntegrityError), transaction.atomic():
        BankQuestion.objects.filter(pk=row.pk).update(checked_by=row.written_by)
    assert publish_question(question=row, version=row.version, actor=checker).state == "published"


def test_nor_through_a_second_account_of_the_same_person(drafts: list[BankQuestion], writer: Actor, checker: Actor):
    User.objects.filter(pk=checker.user_id).update(person=User.objects.get(pk=writer.user_id).person)
    with pytest.raises(Conflict) as conflict:
        publish_question(question=drafts[0], version=drafts[0].version, actor=checker)
    assert conflict.value.code == "two_persons"


def test_what_was_reworded_after_it_was_read_is_read_again(drafts: list[BankQuestion], writer: Actor, checker: Actor):
    row, read = drafts[0], drafts[0].version
    reword_question(question=row, wording=wording(row, prompt_id="Kata-kata lain untuk soal ini?"), actor=writer)
    with pytest.raises(Conflict):
        publish_question(question=row, version=read, actor=checker)


def test_rewording_a_published_question_makes_a_version_that_takes_its_place_when_published(
    drafts: list[BankQuestion], writer: Actor, checker: Actor
):
    old = publish_question(question=drafts[0], version=drafts[0].version, actor=checker)
    new = reword_question(question=old, wording=wording(old, prompt_id="Kata-kata lain untuk soal ini?"), actor=writer)
    assert (new.pk != old.pk, new.state, old.state) == (True, "draft", "published")
    assert (new.key, new.facts, new.norms, new.source) == (old.key, old.facts, old.norms, old.source)
    with pytest.raises(Conflict):
        reword_question(question=old, wording=wording(old), actor=writer)
    publish_question(question=new, version=new.version, actor=checker)
    old.refresh_from_db()
    assert (old.state, new.state) == ("retired", "published")
    assert generate_questions(law_date=DAY, actor=writer) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"prompt_id": "x"}, "prompt_id"),
        ({"options": [("a", ""), ("b", "")]}, "options"),
        ({"options": [("a", ""), ("A", ""), ("c", "")]}, "options"),
        ({"options": [("", ""), ("b", ""), ("c", "")]}, "options"),
        ({"explanation_id": ""}, "explanation_id"),
    ],
)
def test_what_is_wrong_with_a_wording_is_named(
    drafts: list[BankQuestion], writer: Actor, changes: dict[str, object], field: str
):
    with pytest.raises(BadInput) as error:
        reword_question(question=drafts[0], wording=wording(drafts[0], **changes), actor=writer)
    assert error.value.field == field


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"norms": ()}, "norms"),
        ({"norms": ("tidak.ada",)}, "norms"),
        ({"norms": (ENDED,)}, "norms"),
        ({"right": 2}, "right"),
        ({"topic": "cuaca"}, "topic"),
    ],
)
def test_a_question_of_ones_own_cites_a_norm_in_force(writer: Actor, changes: dict[str, object], field: str):
    texts, law = own(**changes)
    with pytest.raises(BadInput) as error:
        write_question(wording=texts, law=law, actor=writer)
    assert error.value.field == field


def test_and_is_published_and_falls_out_of_use_when_its_law_changes(writer: Actor, checker: Actor):
    texts, law = own(norms=(ENDED,), law_date=STOOD)
    row = write_question(wording=texts, law=law, actor=writer)
    with pytest.raises(Conflict) as conflict:
        publish_question(question=row, version=row.version, actor=checker)
    assert conflict.value.code == "law_changed"
    BankQuestion.objects.filter(pk=row.pk).update(state="published", checked_by_id=checker.user_id)
    assert retire_outdated(ENDED_ON - timedelta(days=1)) == 0
    assert retire_outdated(DAY) == 1
    assert retire_outdated(DAY) == 0
    entry = AuditEntry.objects.get(action="question_bank.retire")
    assert (entry.actor, entry.data) == ("system", {"law_changed": True})


def test_the_worker_looks_every_day():
    tasks.find_handlers()
    assert tasks.__dict__["_periodic"]["prevention.retire_questions"].every == timedelta(days=1)
    assert tasks.__dict__["_periodic"]["prevention.close_delayed_tests"].every == timedelta(days=1)


def test_who_organises_reads_the_bank_of_the_own_office_only(drafts: list[BankQuestion], person: People):
    assert questions(person("petugas.bkpsdm")).count() == questions(person("tim.netralitas")).count() == len(drafts)
    other = person("staf.bawaslu")
    assert questions(other).count() == 0
    with pytest.raises(NotFound):
        question(other, drafts[0].pk)


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_else_reads_writes_publishes_or_retires(drafts: list[BankQuestion], person: People, username: str):
    other, row = person(username), drafts[0]
    texts, law = own()
    for attempt in (
        lambda: questions(other),
        lambda: generate_questions(law_date=DAY, actor=other),
        lambda: write_question(wording=texts, law=law, actor=other),
        lambda: reword_question(question=row, wording=wording(row), actor=other),
        lambda: publish_question(question=row, version=row.version, actor=other),
        lambda: retire_question(question=row, reason="alasan", actor=other),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_another_office_does_not_touch_a_question(drafts: list[BankQuestion], person: People):
    other, row = person("staf.bawaslu"), drafts[0]
    for attempt in (
        lambda: reword_question(question=row, wording=wording(row), actor=other),
        lambda: publish_question(question=row, version=row.version, actor=other),
        lambda: retire_question(question=row, reason="alasan", actor=other),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_the_public_sees_no_question_of_the_bank(drafts: list[BankQuestion]):
    assert not may(PUBLIC, "question_bank.read")
    assert not visible(PUBLIC, BankQuestion).exists()
