"""Articles come in all or none, once each; a person decides about an event once; nobody elsewhere sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.conf import settings

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions import decide_story
from sinetra.apps.monitoring.actions.decide_story import confirm_story, reject_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Ingested, ingest_articles
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.blobs import blob_store

pytestmark = pytest.mark.django_db
SAMPLES = {path.name[:2]: path for path in (ROOT / "samples" / "articles").glob("*.txt")}


def capture(number: str, name: str = "") -> Capture:
    path = SAMPLES[number]
    return Capture(name=name or path.name, data=path.read_bytes())


def bring(actor: Actor, *numbers: str, is_sample: bool = False) -> Ingested:
    return ingest_articles(captures=[capture(n) for n in numbers], actor=actor, is_sample=is_sample)


def test_five_articles_are_four_events_whatever_their_order(press: Actor) -> None:
    bring(press, "03", "05", "01", "04", "02")
    assert Story.objects.count() == 4
    shared = Story.objects.get(region_id="63.72")
    assert shared.articles.count() == 2
    assert str(shared.event_date) == "2024-10-03"


def test_one_by_one_they_are_the_same_four_events(press: Actor) -> None:
    for number in ("02", "04", "01", "03", "05"):
        bring(press, number)
    assert Story.objects.count() == 4
    assert Story.objects.get(region_id="63.72").conflicts


def test_every_span_of_a_stored_fact_is_its_evidence_in_the_stored_text(press: Actor) -> None:
    bring(press, "01", "02", "03", "04", "05")
    looked_at = 0
    for article in Article.objects.all():
        assert article.facts["text"] == article.text
        for person in article.facts["persons"]:
            start, end = person["span"]
            assert article.text[start:end].strip()
            assert end <= len(article.text)
            looked_at += 1
    assert looked_at > 5


def test_one_unreadable_file_stores_nothing_at_all(press: Actor) -> None:
    entries, blobs = AuditEntry.objects.count(), kept()
    broken = Capture(name="rusak.txt", data=b"\x00\x01" * 90)
    with pytest.raises(BadInput) as error:
        ingest_articles(captures=[capture("01"), broken], actor=press)
    assert "rusak.txt" in str(error.value)
    assert not Article.objects.exists()
    assert not Story.objects.exists()
    assert AuditEntry.objects.count() == entries
    assert kept() == blobs


def kept() -> set[str]:
    return set(blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).names())


def test_the_same_bytes_come_in_once_under_whatever_name(press: Actor) -> None:
    first = ingest_articles(captures=[capture("01"), capture("01", "salinan.txt")], actor=press)
    assert (len(first.articles), first.known) == (1, ("salinan.txt",))
    again = ingest_articles(captures=[capture("01", "lagi.txt")], actor=press)
    assert (again.articles, again.known) == ((), ("lagi.txt",))
    assert Article.objects.count() == 1


def test_two_files_of_one_name_are_two_articles(press: Actor) -> None:
    ingest_articles(captures=[capture("01", "berita.txt"), capture("04", "berita.txt")], actor=press)
    assert Article.objects.count() == 2
    assert len(set(Article.objects.values_list("source", flat=True))) == 2


def test_two_organisations_keep_the_same_bytes_each_for_itself(press: Actor, elsewhere: Actor) -> None:
    bring(press, "01")
    assert len(bring(elsewhere, "01").articles) == 1
    assert Story.objects.count() == 2
    assert len(selectors.articles(press)) == len(selectors.articles(elsewhere)) == 1


def test_the_capture_is_kept_as_it_came(press: Actor) -> None:
    article = bring(press, "02").articles[0]
    assert blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).get(article.sha256) == capture("02").data
    assert "createElement" not in article.text


def test_who_is_elsewhere_sees_no_article_and_no_event(press: Actor, elsewhere: Actor) -> None:
    article = bring(press, "01").articles[0]
    assert selectors.article(press, article.pk) == article
    with pytest.raises(NotFound):
        selectors.article(elsewhere, article.pk)
    with pytest.raises(NotFound):
        selectors.story(elsewhere, article.story_id)
    assert not visible(elsewhere, Story).exists()


def test_the_public_sees_the_samples_only(press: Actor) -> None:
    bring(press, "01")
    bring(press, "04", is_sample=True)
    assert [a.source[:2] for a in selectors.samples(PUBLIC)] == ["04"]
    assert [s.region_id for s in visible(PUBLIC, Story)] == ["63.71"]


def test_who_only_reads_neither_brings_in_nor_decides(press: Actor, team: Actor) -> None:
    story = bring(press, "01").articles[0].story
    assert story is not None
    acts: list[Callable[[], object]] = [
        lambda: bring(team, "02"),
        lambda: confirm_story(story=story, actor=team),
        lambda: reject_story(story=story, actor=team, reason=""),
        lambda: bring(PUBLIC, "02"),
        lambda: confirm_story(story=story, actor=PUBLIC),
    ]
    for act in acts:
        with pytest.raises(Forbidden):
            act()
    assert Article.objects.count() == 1
    assert Story.objects.get().state == Story.State.PROPOSED


def test_who_decides_elsewhere_cannot_decide_here(press: Actor, elsewhere: Actor) -> None:
    story = bring(press, "01").articles[0].story
    assert story is not None
    with pytest.raises(Forbidden):
        confirm_story(story=story, actor=elsewhere)
    assert not Activity.objects.exists()


def test_confirming_makes_what_the_event_tells(press: Actor) -> None:
    bring(press, "01", "02", "03", "04", "05")
    made = {
        story.region_id: sorted(type(row).__name__ for row in confirm_story(story=story, actor=press))
        for story in Story.objects.all()
    }
    assert made == {
        "32.79": ["Activity"],
        "63.72": ["Activity"],
        "63.71": ["Activity", "Agreement"],
        "15.71": ["Activity", "Circular"],
    }
    story = Story.objects.get(region_id="15.71")
    assert (story.state, story.decided_by_id) == (Story.State.CONFIRMED, press.user_id)
    assert story.decided_at is not None


@pytest.mark.parametrize("first", ["confirm", "reject"])
@pytest.mark.parametrize("second", ["confirm", "reject"])
def test_an_event_is_decided_once_even_by_who_read_it_before(press: Actor, first: str, second: str) -> None:
    bring(press, "04")
    acts = {
        "confirm": lambda row: confirm_story(story=row, actor=press),
        "reject": lambda row: reject_story(story=row, actor=press, reason="lain"),
    }
    early, stale = Story.objects.get(), Story.objects.get()
    acts[first](early)
    rows = (Activity.objects.count(), Agreement.objects.count(), AuditEntry.objects.count())
    assert stale.state == Story.State.PROPOSED
    with pytest.raises(Conflict):
        acts[second](stale)
    assert (Activity.objects.count(), Agreement.objects.count(), AuditEntry.objects.count()) == rows


def test_a_circular_that_two_events_name_is_in_the_register_once(press: Actor) -> None:
    bring(press, "05")
    confirm_story(story=Story.objects.get(), actor=press)
    other = SAMPLES["05"].read_text(encoding="utf-8").replace("Jambi", "Banjarmasin").replace("JAMBI", "BANJARMASIN")
    ingest_articles(captures=[Capture(name="lain.txt", data=other.encode())], actor=press)
    for story in Story.objects.filter(state=Story.State.PROPOSED):
        confirm_story(story=story, actor=press)
    assert Activity.objects.count() == 2
    numbers = list(Circular.objects.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))


def test_a_failure_half_way_leaves_no_half_event(press: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(press, "05")
    story = Story.objects.get()

    def full(*args: object, **named: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(decide_story, "register_circulars", full)
    with pytest.raises(OSError, match="disk full"):
        confirm_story(story=story, actor=press)
    assert not Activity.objects.exists()
    assert Story.objects.get().state == Story.State.PROPOSED
    monkeypatch.undo()
    assert len(confirm_story(story=Story.objects.get(), actor=press)) == 2


def test_every_step_is_in_the_chain(press: Actor) -> None:
    bring(press, "04")
    confirm_story(story=Story.objects.get(), actor=press)
    done = set(AuditEntry.objects.filter(organisation_id=press.organisation_id).values_list("action", flat=True))
    assert done >= {"article.ingest", "story.propose", "story.confirm", "activity.register", "agreement.register"}
