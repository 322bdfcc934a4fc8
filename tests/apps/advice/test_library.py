"""An opinion enters the library with two names, says how its law stands, and leaves it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from advice_cast import DAY, NORM, WORDS, new_draft
from django.db import IntegrityError, transaction

from sinetra.apps.accounts.models import User
from sinetra.apps.advice.actions import publish_opinion, withdraw_opinion, write_opinion
from sinetra.apps.advice.actions.withdraw_opinion import withdraw_outdated
from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.law import law_change
from sinetra.apps.advice.models import Opinion, Question
from sinetra.apps.advice.selectors import library, opinion, opinions
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.policy import visible
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.registry.models import Organisation
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

pytestmark = pytest.mark.django_db
# Listening passively: the reading of July 2024 ended with the circular of 30 October 2024.
ENDED, ENDED_ON, STOOD = "attend.passive", date(2024, 10, 30), date(2024, 10, 1)


@pytest.fixture
def draft(member: Actor) -> Opinion:
    return write_opinion(draft=new_draft(), actor=member)


@pytest.fixture
def published(draft: Opinion, second: Actor) -> Opinion:
    return publish_opinion(opinion=draft, version=draft.version, actor=second)


def test_a_draft_is_seen_by_its_office_only_and_a_published_one_by_everybody(
    draft: Opinion, member: Actor, second: Actor
):
    assert [row.pk for row in opinions(member)] == [draft.pk]
    assert not library().exists()
    elsewhere = replace(second, organisation_id=Organisation.objects.get(kind="bkn").pk)
    for other in (PUBLIC, elsewhere):
        assert not visible(other, Opinion).exists()
        with pytest.raises(NotFound):
            opinion(other, draft.pk)
    publish_opinion(opinion=draft, version=draft.version, actor=second)
    assert [row.pk for row in library()] == [draft.pk]
    assert opinion(PUBLIC, draft.pk).checked_by.username == "tim.netralitas.kedua"


def test_the_author_does_not_check_the_own_draft(draft: Opinion, member: Actor):
    with pytest.raises(Conflict) as conflict:
        publish_opinion(opinion=draft, version=draft.version, actor=member)
    assert conflict.value.code == "two_persons"
    assert not library().exists()


def test_nor_through_a_second_account_of_the_same_person(draft: Opinion, second: Actor):
    author = User.objects.get(username="tim.netralitas")
    User.objects.filter(pk=second.user_id).update(person=author.person)
    with pytest.raises(Conflict) as conflict:
        publish_opinion(opinion=draft, version=draft.version, actor=second)
    assert conflict.value.code == "two_persons"


def test_nor_past_the_verb(draft: Opinion):
    with pytest.raises(IntegrityError), transaction.atomic():
        Opinion.objects.filter(pk=draft.pk).update(checked_by=draft.written_by)


def test_who_rewrites_a_draft_becomes_its_author(draft: Opinion, member: Actor, second: Actor):
    write_opinion(draft=new_draft(title="Judul yang lain"), actor=second, opinion=draft)
    with pytest.raises(Conflict):
        publish_opinion(opinion=draft, version=draft.version, actor=second)
    assert publish_opinion(opinion=draft, version=draft.version, actor=member).title == "Judul yang lain"


def test_what_was_rewritten_after_the_check_is_read_again_first(draft: Opinion, member: Actor, second: Actor):
    read = draft.version
    write_opinion(draft=new_draft(answer="Jawaban umum yang lain lagi."), actor=member, opinion=draft)
    with pytest.raises(Conflict):
        publish_opinion(opinion=draft, version=read, actor=second)


@pytest.mark.parametrize("username", ["petugas.bkpsdm", "ppk", "inspektorat", "admin", "orang.luar", "staf.bawaslu"])
def test_nobody_but_the_team_writes_publishes_or_withdraws(
    draft: Opinion, actor: Callable[[str], Actor], username: str
):
    other = actor(username)
    assert not visible(other, Opinion).exists()
    for attempt in (
        lambda: write_opinion(draft=new_draft(), actor=other),
        lambda: publish_opinion(opinion=draft, version=draft.version, actor=other),
        lambda: withdraw_opinion(opinion=draft, reason="alasan", actor=other),
        lambda: opinions(other),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_the_askers_own_words_do_not_enter_the_library(question: Question, member: Actor):
    for field in ("question", "answer"):
        with pytest.raises(BadInput) as error:
            write_opinion(draft=new_draft(**{field: f"Ditanyakan: {WORDS}"}), actor=member, source=question)
        assert error.value.field == field
    row = write_opinion(draft=new_draft(), actor=member, source=question)
    assert str(question.pk) not in str(Opinion.objects.filter(pk=row.pk).values())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "x"}, "title"),
        ({"question": ""}, "question"),
        ({"answer": "x" * 4001}, "answer"),
        ({"norms": ()}, "norms"),
        ({"norms": ("tidak.ada",)}, "norms"),
        ({"law_date": date(2010, 1, 1)}, "norms"),
    ],
)
def test_what_is_wrong_with_a_draft_is_named(member: Actor, changes: dict[str, object], field: str):
    with pytest.raises(BadInput) as error:
        write_opinion(draft=new_draft(**changes), actor=member)
    assert error.value.field == field


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("kampanye", True),
        ("KAMPANYE terbuka", True),
        ("cerita", True),
        ("menyukai", True),
        (NORM, True),
        ("kampanye zebra", False),
        ("\x00", True),
        ("100%", False),
    ],
)
def test_the_library_is_searched_by_title_text_and_norm(published: Opinion, text: str, found: bool):
    assert library(text).exists() is found


def test_a_withdrawn_opinion_leaves_the_library_and_keeps_its_page_with_the_reason(published: Opinion, member: Actor):
    withdraw_opinion(opinion=published, reason="Kurang tepat.", actor=member)
    assert not library().exists()
    assert opinion(PUBLIC, published.pk).reason == "Kurang tepat."
    with pytest.raises(Conflict):
        withdraw_opinion(opinion=published, reason="lagi", actor=member)


def test_withdrawing_needs_a_reason(published: Opinion, member: Actor):
    with pytest.raises(BadInput):
        withdraw_opinion(opinion=published, reason=" ", actor=member)


def test_a_norm_that_ended_after_the_law_date_is_told_with_the_day():
    change = law_change([ENDED], STOOD, DAY)
    assert change is not None and change.since == ENDED_ON
    assert law_change([ENDED], STOOD, ENDED_ON - timedelta(days=1)) is None
    assert law_change([NORM], date(2024, 11, 1), DAY) is None


def test_articles_that_changed_while_the_norm_stayed_count_as_changed():
    """UU 5/2014 gave way to UU 20/2023 on 31 October 2023."""
    change = law_change([NORM], date(2023, 6, 1), DAY)
    assert change is not None and change.since == date(2023, 10, 31)


def test_a_norm_that_the_catalogue_no_longer_has_counts_as_changed():
    change = law_change(["tidak.ada"], DAY, DAY)
    assert change is not None and change.since is None


def test_the_day_after_its_law_changed_an_opinion_is_withdrawn_and_the_others_stay(
    published: Opinion, member: Actor, second: Actor
):
    assert rulebook().norm(ENDED)
    old = write_opinion(draft=new_draft(title="Mendengarkan", law_date=STOOD, norms=(ENDED,)), actor=member)
    Opinion.objects.filter(pk=old.pk).update(
        state=OpinionState.PUBLISHED, published_on=STOOD, checked_by_id=second.user_id
    )
    assert withdraw_outdated(ENDED_ON - timedelta(days=1)) == 0
    assert withdraw_outdated(DAY) == 1
    assert withdraw_outdated(DAY) == 0
    assert [row.pk for row in library()] == [published.pk]
    entry = AuditEntry.objects.get(action="opinion.withdraw")
    assert (entry.actor, entry.data) == ("system", {"law_changed": True})


def test_the_worker_looks_every_day():
    from sinetra.apps.base import tasks

    find_handlers()
    assert tasks.__dict__["_periodic"]["advice.withdraw"].every == timedelta(days=1)


def test_an_opinion_on_law_that_changed_is_not_published(member: Actor, second: Actor):
    old = write_opinion(draft=new_draft(law_date=STOOD, norms=(ENDED,)), actor=member)
    with pytest.raises(Conflict) as conflict:
        publish_opinion(opinion=old, version=old.version, actor=second)
    assert conflict.value.code == "law_changed"


def test_another_office_does_not_rewrite_publish_or_withdraw(draft: Opinion, second: Actor):
    other = replace(second, organisation_id=Organisation.objects.get(kind="bkn").pk)
    with pytest.raises(Forbidden):
        write_opinion(draft=new_draft(), actor=other, opinion=draft)
    with pytest.raises(Forbidden):
        publish_opinion(opinion=draft, version=draft.version, actor=other)
    published = publish_opinion(opinion=draft, version=draft.version, actor=second)
    with pytest.raises(Forbidden):
        withdraw_opinion(opinion=published, reason="alasan", actor=other)


def test_the_demonstration_has_questions_an_opinion_and_a_draft_and_loads_once(city: None):
    load_advice(ROOT / "samples" / "cendana.yaml")
    first = (Question.objects.count(), Opinion.objects.count(), AuditEntry.objects.count())
    load_advice(ROOT / "samples" / "cendana.yaml")
    assert (Question.objects.count(), Opinion.objects.count(), AuditEntry.objects.count()) == first
    assert Question.objects.filter(state="new").count() == 2
    assert library().count() == 1
