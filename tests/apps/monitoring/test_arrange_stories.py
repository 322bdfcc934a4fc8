"""A person says which articles tell of one event: moving, splitting and joining, with a reason, before the decision."""

from __future__ import annotations

import pytest

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring.actions.arrange_stories import move_articles, split_story
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.models import Article, Story
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(press: Actor) -> dict[str, Article]:
    """Two articles on one event in Banjarbaru, one on another in Jambi."""
    paths = [next((ROOT / "samples" / "articles").glob(f"{number}-*")) for number in ("02", "03", "05")]
    captures = [Capture(name=path.name[:2], data=path.read_bytes()) for path in paths]
    return {row.source: row for row in ingest_articles(captures=captures, actor=press).articles}


def story_of(article: Article) -> Story:
    found = Article.objects.get(pk=article.pk).story
    assert found is not None
    return found


def fresh(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)


def test_an_article_split_off_waits_as_an_event_of_its_own(press: Actor, told: dict[str, Article]) -> None:
    story = story_of(told["02"])
    assert story.articles.count() == 2
    assert story.conflicts
    made = split_story(story=story, articles=[fresh(told["03"])], reason="Acara lain.", actor=press)
    assert story_of(told["03"]) == made
    assert (made.state, made.region_id) == (Story.State.PROPOSED, "63.72")
    assert story_of(told["02"]).conflicts == []


def test_two_events_joined_are_one_and_the_empty_one_says_where_it_went(press: Actor, told: dict[str, Article]) -> None:
    one, two = story_of(told["05"]), story_of(told["02"])
    move_articles(story=one, articles=list(one.articles.all()), to=two, reason="Satu acara.", actor=press)
    one.refresh_from_db()
    assert (one.state, one.into_id) == (Story.State.JOINED, two.pk)
    assert Story.objects.get(pk=two.pk).articles.count() == 3


def test_one_article_moves_to_the_event_it_tells_of(press: Actor, told: dict[str, Article]) -> None:
    one, two = story_of(told["02"]), story_of(told["05"])
    move_articles(story=one, articles=[fresh(told["03"])], to=two, reason="Keliru.", actor=press)
    assert [one.articles.count(), two.articles.count()] == [1, 2]
    back = Story.objects.get(pk=one.pk)
    move_articles(
        story=story_of(told["03"]), articles=[fresh(told["03"])], to=back, reason="Ternyata benar.", actor=press
    )
    assert [one.articles.count(), two.articles.count()] == [2, 1]


def test_what_is_missing_is_named(press: Actor, told: dict[str, Article]) -> None:
    story, other = story_of(told["02"]), story_of(told["05"])
    both = list(story.articles.all())
    with pytest.raises(BadInput) as no_reason:
        split_story(story=story, articles=both[:1], reason=" ", actor=press)
    with pytest.raises(BadInput) as all_of_them:
        split_story(story=story, articles=both, reason="x", actor=press)
    with pytest.raises(BadInput) as foreign:
        move_articles(story=other, articles=both, to=story, reason="x", actor=press)
    with pytest.raises(BadInput) as itself:
        move_articles(story=story, articles=both, to=story, reason="x", actor=press)
    assert [one.value.field for one in (no_reason, all_of_them, foreign, itself)] == [
        *("reason", "articles", "articles", "to")
    ]


def test_after_the_decision_nothing_moves(press: Actor, told: dict[str, Article]) -> None:
    one, two = story_of(told["02"]), story_of(told["05"])
    confirm_story(story=two, actor=press)
    with pytest.raises(Conflict):
        move_articles(story=one, articles=[fresh(told["03"])], to=two, reason="x", actor=press)
    assert one.articles.count() == 2


def test_others_may_not(press: Actor, elsewhere: Actor, team: Actor, told: dict[str, Article]) -> None:
    one, two = story_of(told["02"]), story_of(told["05"])
    for other in (elsewhere, team):
        with pytest.raises(Forbidden):
            move_articles(story=one, articles=[fresh(told["03"])], to=two, reason="x", actor=other)
        with pytest.raises(Forbidden):
            split_story(story=one, articles=[fresh(told["03"])], reason="x", actor=other)
