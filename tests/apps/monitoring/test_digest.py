"""The week in the press: numbers with their lists, once a week by the worker, without a name of anybody."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.utils import translation

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.outbox import outbox
from sinetra.apps.monitoring.actions.create_watch_list import create_watch_list
from sinetra.apps.monitoring.actions.decide_story import confirm_story, reject_story
from sinetra.apps.monitoring.actions.ingest_articles import Capture, ingest_articles
from sinetra.apps.monitoring.digest import digest
from sinetra.apps.monitoring.digest_handlers import tell_week
from sinetra.apps.monitoring.digest_letter import digest_letter
from sinetra.apps.monitoring.event_words import safe_title
from sinetra.apps.monitoring.models import Article, Story, WatchHit, WeeklyDigest
from sinetra.apps.monitoring.watch_draft import WatchDraft
from sinetra.apps.monitoring.week import last_week, this_week, week_of
from sinetra.apps.prevention.models import Circular
from sinetra.apps.registry.models import Organisation
from sinetra.catalogue import ROOT
from sinetra.core.errors import NotFound
from sinetra.jobs.sweep import sweep
from sinetra.jobs.worker import drain

pytestmark = pytest.mark.django_db
SAMPLES = sorted((ROOT / "samples" / "articles").glob("*.txt"))


@pytest.fixture
def read(press: Actor) -> Actor:
    """The five samples came in this week, under a watch list."""
    create_watch_list(draft=WatchDraft(name="Edaran", words=["surat edaran"]), actor=press)
    captures = [Capture(name=path.name, data=path.read_bytes()) for path in SAMPLES]
    ingest_articles(captures=captures, actor=press)
    return press


def a_week_ago() -> None:
    """All of it happened in the week before."""
    for row in (*Story.objects.all(), *WatchHit.objects.all(), *Circular.objects.all()):
        type(row).objects.filter(pk=row.pk).update(created_at=row.created_at - timedelta(days=7))
    for article in Article.objects.all():
        Article.objects.filter(pk=article.pk).update(captured_at=article.captured_at - timedelta(days=7))


def letters() -> list[str]:
    folder = Path(settings.SINETRA_DATA) / "mail"
    found = [message_from_bytes(path.read_bytes(), policy=default) for path in folder.glob("*.eml")]
    return [item.get_body().get_content() for item in found if "Ringkasan berita" in str(item["Subject"])]


def test_the_week_counts_what_came_in(read: Actor) -> None:
    for story in Story.objects.all():
        confirm_story(story=story, actor=read)
    told = digest(read, this_week("99.71"))
    assert {(row.event_type, row.region): row.number for row in told.events} == {
        ("sosialisasi", "32.79"): 1,
        ("sosialisasi", "63.72"): 1,
        ("rakor/mou", "63.71"): 1,
        ("sosialisasi", "15.71"): 1,
    }
    assert [(row.name, row.number) for row in told.hits] == [("Edaran", 1)]
    assert (told.differing, told.circulars, told.agreements) == (1, 1, 1)
    assert [(row.value, row.region_name) for row in told.cases] == [(0, "Kota Banjarmasin")]
    assert told.cases[0].span is not None


def test_a_rejected_event_and_another_week_do_not_count(read: Actor) -> None:
    reject_story(story=Story.objects.filter(event_type="rakor/mou").get(), actor=read, reason="")
    assert sum(row.number for row in digest(read, this_week("99.71")).events) == 3
    assert digest(read, last_week("99.71")).is_empty
    a_week_ago()
    assert digest(read, this_week("99.71")).is_empty
    assert sum(row.number for row in digest(read, last_week("99.71")).events) == 3


def test_another_office_has_a_week_of_its_own(read: Actor, elsewhere: Actor) -> None:
    assert digest(elsewhere, this_week("99.71")).is_empty


def test_a_week_begins_on_monday_by_the_clocks_of_the_region() -> None:
    week = week_of(date(2024, 11, 18), "63.72")
    assert week.starts == datetime(2024, 11, 17, 16, tzinfo=UTC)
    assert week_of(date(2024, 11, 18), "32.79").starts == datetime(2024, 11, 17, 17, tzinfo=UTC)
    assert week.ends - week.starts == timedelta(days=7)
    with pytest.raises(NotFound):
        week_of(date(2024, 11, 19), "63.72")


@pytest.mark.parametrize(
    ("kind", "title"),
    [("alleged_violation", False), ("decision/sanction", False), ("other", False), ("sosialisasi", True)],
)
def test_a_headline_that_may_accuse_is_not_said(kind: str, title: bool) -> None:
    said = safe_title(Story(title="Lurah Lolita Marpaung dilaporkan", event_type=kind))
    assert ("Lolita" in said) is title
    assert said


def test_the_worker_tells_a_week_once_and_by_mail_without_a_name(read: Actor) -> None:
    a_week_ago()
    before = len(letters())
    sweep()
    drain()
    row = WeeklyDigest.objects.get(organisation_id=read.office)
    assert row.week == last_week(row.organisation.region_id).monday
    new = letters()
    assert len(new) > before
    text = next(item for item in new if "Edaran: 1" in item)
    assert "Sosialisasi, Kota Banjar: 1" in text.replace("\r\n", "\n")
    names = {person["name"] for article in Article.objects.all() for person in article.facts["persons"]}
    assert names, "the articles name people"
    assert not [name for name in names if name in text]
    assert not [article.title for article in Article.objects.all() if article.title and article.title in text]
    outbox_again = len(letters())
    assert tell_week(row.organisation) is None
    sweep()
    drain()
    assert WeeklyDigest.objects.filter(organisation_id=read.office).count() == 1
    assert len(letters()) == outbox_again


def test_the_mail_asked_for_twice_is_one_letter(read: Actor) -> None:
    a_week_ago()
    office = Organisation.objects.get(pk=read.office)
    row = tell_week(office)
    assert row is not None
    drain()
    sent = len(letters())
    outbox().add("press.digest_mail", {"digest": str(row.pk)}, key="again", run_after=datetime.now(UTC))
    assert drain() == 1
    assert len(letters()) == sent


def test_an_empty_week_says_so(press: Actor) -> None:
    with translation.override("id"):
        text = digest_letter("Kota Cendana", digest(press, last_week("99.71")))
    assert "Tidak ada berita baru dalam minggu ini." in text
    assert "Peristiwa baru" not in text


def test_a_week_stands_once_for_an_office_whoever_writes_it(press: Actor, elsewhere: Actor) -> None:
    week = last_week("99.71").monday
    WeeklyDigest.objects.create(organisation_id=press.office, week=week)
    WeeklyDigest.objects.create(organisation_id=elsewhere.office, week=week)
    with pytest.raises(IntegrityError):
        WeeklyDigest.objects.create(organisation_id=press.office, week=week)
