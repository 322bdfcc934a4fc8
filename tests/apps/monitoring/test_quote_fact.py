"""A fact that a person takes from an article: each stands at its place, and every refusal says what is wrong."""

from __future__ import annotations

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.actions.quote_fact import quote_fact
from sinetra.apps.monitoring.models import Article, Correction, Story
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput

pytestmark = pytest.mark.django_db
SAMPLE = (ROOT / "samples" / "articles" / "05-kota-jambi.txt").read_text(encoding="utf-8")
WORDS = "BKN Regional 7 Palembang"


@pytest.fixture
def articles(press: Actor) -> list[Article]:
    captures = [Capture(name=f"{n}.txt", data=(SAMPLE + more).encode()) for n, more in enumerate(("", "\nSelesai.\n"))]
    return list(ingest_articles(captures=captures, actor=press).articles)


def test_the_same_place_in_two_articles_is_two_quotations_and_said_again_it_is_one(
    press: Actor, articles: list[Article]
) -> None:
    story = Story.objects.get()
    for value in ("BKN", "BKN Regional VII"):
        for article in articles:
            quote_fact(story=story, article=article, field="speakers_from", words=WORDS, value=value, actor=press)
    held = list(Correction.objects.filter(taken_back_at=None).order_by("id"))
    assert held[0].person["span"] == held[1].person["span"]
    assert [(row.article_id, row.person["value"]) for row in held] == [
        (article.pk, "BKN Regional VII") for article in articles
    ]


def test_an_article_of_another_event_is_named_as_what_is_wrong(press: Actor, articles: list[Article]) -> None:
    other = Story.objects.create(organisation_id=press.office, title="Lain")
    with pytest.raises(BadInput) as refused:
        quote_fact(story=other, article=articles[0], field="speakers_from", words=WORDS, actor=press)
    assert refused.value.field == "article"


def test_too_many_quotations_are_refused_as_such_and_an_old_one_can_still_be_mended(
    press: Actor, articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sinetra.apps.monitoring.actions.correct_fact.MOST", 1)
    story = Story.objects.get()
    quote_fact(story=story, article=articles[0], field="speakers_from", words=WORDS, actor=press)
    with pytest.raises(BadInput) as refused:
        quote_fact(story=story, article=articles[0], field="audience", words=WORDS, actor=press)
    assert refused.value.field == "words"
    assert "Paling banyak" in refused.value.message
    quote_fact(story=story, article=articles[0], field="speakers_from", words=WORDS, value="BKN", actor=press)
    assert [row.person["value"] for row in Correction.objects.filter(taken_back_at=None)] == ["BKN"]
