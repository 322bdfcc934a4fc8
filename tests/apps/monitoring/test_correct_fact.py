"""One fact accepted, corrected, rejected or added; the corrected reading holds wherever the article is used."""

from __future__ import annotations

from typing import Any

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.correct_fact import correct_fact, take_back
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Correction, Story
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.press.corrections import Verdict, items

pytestmark = pytest.mark.django_db
FILES = ROOT / "samples" / "articles"


@pytest.fixture
def article(press: Actor) -> Article:
    data = (FILES / "05-kota-jambi.txt").read_bytes()
    return ingest_articles(captures=[Capture(name="j.txt", data=data)], actor=press).articles[0]


def fresh(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def first(article: Article, field: str) -> dict[str, Any]:
    return items(article.facts, field)[0]


def test_a_corrected_number_takes_the_readers_place_in_the_register_and_both_are_kept(
    press: Actor, article: Article
) -> None:
    read = first(article, "participants_count")
    correct_fact(
        article=article, field="participants_count", verdict=Verdict.CORRECTED, reader=read, value="121", actor=press
    )
    fact = facts_of(fresh(article))["participants_count"]
    assert (fact["value"], fact["by"], fact["read"]["value"]) == (121, "person", read["value"])
    confirm_story(story=Story.objects.get(), actor=press)
    activity = Activity.objects.get()
    assert activity.participants == 121
    assert activity.facts_from["participants_count"][0]["by"] == "person"


def test_a_corrected_place_moves_the_event_and_is_taken_back(press: Actor, article: Article) -> None:
    made = correct_fact(
        article=article,
        field="place",
        verdict=Verdict.CORRECTED,
        reader=first(article, "place"),
        value="Kota Banjarbaru",
        actor=press,
    )
    assert Story.objects.get().region_id == "63.72"
    take_back(correction=Correction.objects.get(pk=made.pk), actor=press)
    assert Story.objects.get().region_id == "15.71"
    assert facts_of(fresh(article)) == article.facts


def test_what_is_not_in_the_text_enters_no_register(press: Actor, article: Article) -> None:
    circular = next(item for item in items(article.facts, "legal") if item["instrument"] is None)
    correct_fact(article=article, field="legal", verdict=Verdict.REJECTED, reader=circular, reason="Salah", actor=press)
    found = facts_of(fresh(article))
    assert circular not in found["legal"]
    assert found["rejected"]["legal"] == [circular]
    confirm_story(story=Story.objects.get(), actor=press)
    assert not Circular.objects.exists()


def test_an_accepted_fact_stays_as_it_was_read(press: Actor, article: Article) -> None:
    read = first(article, "participants_count")
    correct_fact(article=article, field="participants_count", verdict=Verdict.ACCEPTED, reader=read, actor=press)
    assert facts_of(fresh(article))["participants_count"] == {**read, "accepted": True}


def test_one_person_of_several_is_corrected_and_one_is_added(press: Actor, article: Article) -> None:
    before = items(article.facts, "persons")
    correct_fact(
        article=article,
        field="persons",
        verdict=Verdict.CORRECTED,
        reader=before[0],
        value="Nama Benar, Camat",
        actor=press,
    )
    correct_fact(article=article, field="persons", verdict=Verdict.ADDED, words=article.text[:12], actor=press)
    after = facts_of(fresh(article))["persons"]
    assert (after[0]["name"], after[0]["position"]) == ("Nama Benar", "Camat")
    assert after[1 : len(before)] == before[1:]
    assert len(after) == len(before) + 1


def test_the_last_word_on_a_fact_holds_and_the_earlier_ones_stay_on_record(press: Actor, article: Article) -> None:
    read = first(article, "participants_count")
    for value in ("5", "6"):
        correct_fact(
            article=article,
            field="participants_count",
            verdict=Verdict.CORRECTED,
            reader=read,
            value=value,
            actor=press,
        )
    assert facts_of(fresh(article))["participants_count"]["value"] == 6
    assert Correction.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("participants_count", "banyak", "value"),
        ("event_type", "pesta", "value"),
        ("place", "Kota Tidak Ada", "value"),
        ("agency", "", "value"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(
    press: Actor, article: Article, field: str, value: str, wrong: str
) -> None:
    found = items(article.facts, field)
    assert found
    with pytest.raises(BadInput) as refused:
        correct_fact(article=article, field=field, verdict=Verdict.CORRECTED, reader=found[0], value=value, actor=press)
    assert refused.value.field == wrong
    assert not Correction.objects.exists()


def test_words_that_the_article_does_not_have_are_refused(press: Actor, article: Article) -> None:
    with pytest.raises(BadInput) as refused:
        correct_fact(article=article, field="theme", verdict=Verdict.ADDED, words="tidak pernah ditulis", actor=press)
    assert refused.value.field == "words"


def test_a_fact_that_was_not_read_cannot_be_judged(press: Actor, article: Article) -> None:
    with pytest.raises(BadInput):
        correct_fact(article=article, field="theme", verdict=Verdict.ACCEPTED, reader={"value": "x"}, actor=press)


def test_after_the_decision_nothing_is_corrected(press: Actor, article: Article) -> None:
    confirm_story(story=Story.objects.get(), actor=press)
    with pytest.raises(Conflict):
        correct_fact(
            article=fresh(article),
            field="participants_count",
            verdict=Verdict.REJECTED,
            reader=first(article, "participants_count"),
            actor=press,
        )


def test_others_may_not(press: Actor, elsewhere: Actor, team: Actor, article: Article) -> None:
    read = first(article, "participants_count")
    made = correct_fact(article=article, field="participants_count", verdict=Verdict.ACCEPTED, reader=read, actor=press)
    for other in (elsewhere, team):
        with pytest.raises(Forbidden):
            correct_fact(
                article=article, field="participants_count", verdict=Verdict.REJECTED, reader=read, actor=other
            )
        with pytest.raises(Forbidden):
            take_back(correction=made, actor=other)
