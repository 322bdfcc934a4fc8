"""A feed brings its pages once; errors stay where people see them; without internet nothing is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.monitoring import feed_handlers as handlers
from sinetra.apps.monitoring import internet, selectors
from sinetra.apps.monitoring.actions.add_feed import add_feed
from sinetra.apps.monitoring.actions.fetch_article import fetch_article
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Unreadable, ingest_articles
from sinetra.apps.monitoring.actions.look_at_feed import look_at_feed
from sinetra.apps.monitoring.actions.read_entry import read_entry
from sinetra.apps.monitoring.actions.stop_feed import stop_feed
from sinetra.apps.monitoring.models import Article, Feed, FeedEntry
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.blobs import blob_store
from sinetra.ports.clock import now
from sinetra.ports.fetch import FetchFailed, HttpFetcher, Limits
from sinetra.ports.net_addresses import networks

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press_site import PAGE, Site, serving

pytestmark = pytest.mark.django_db
HERE = networks(["127.0.0.1"])


@pytest.fixture
def site(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[type[Site], str]]:
    """The installation has internet, and the site of the test is on its allow list."""
    settings.SINETRA_INTERNET, settings.SINETRA_FETCH_ALLOW = True, HERE
    patient = HttpFetcher(allowed=HERE, limits=Limits(pause=0, seconds=5))
    monkeypatch.setattr(internet, "_fetcher", lambda allowed: patient if allowed else HttpFetcher())
    with serving() as found:
        yield found


def follow(press: Actor, site: tuple[type[Site], str]) -> Feed:
    return add_feed(name="Warta", address=f"{site[1]}/rss", actor=press)


def work() -> None:
    """What the worker does until nothing is due; pauses between pages are not waited for."""
    later = now() + timedelta(minutes=30)
    while (task := outbox().claim(later)) is not None:
        find_handlers()[task.name](task.payload)
        outbox().done(task, later)


def test_one_address_becomes_an_article_with_its_capture(press: Actor, site) -> None:
    came = fetch_article(address=f"{site[1]}/latin", actor=press).articles[0]
    store = blob_store(django_settings.SINETRA_DATA, django_settings.SINETRA_BLOBS_URL)
    assert store.get(came.capture) == PAGE.encode("cp1252")
    assert (came.came_by, came.media_type, came.address) == ("address", "text/html", f"{site[1]}/latin")
    assert "sosialisasi netralitas" in came.text


def test_a_charset_that_is_none_is_read_all_the_same(press: Actor, site) -> None:
    came = fetch_article(address=f"{site[1]}/salah-sandi", actor=press).articles[0]
    assert "sosialisasi netralitas" in came.text


def test_an_address_is_asked_for_once(press: Actor, site) -> None:
    fetch_article(address=f"{site[1]}/berita", actor=press)
    again = fetch_article(address=f"{site[1]}/berita#atas", actor=press)
    assert (again.articles, again.known) == ((), (f"{site[1]}/berita",))
    assert site[0].asked.count("/berita") == 1


@pytest.mark.parametrize(("what", "kind"), [("gambar", BadInput), ("hilang", FetchFailed)])
def test_what_is_no_page_stores_nothing(press: Actor, site, what: str, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        fetch_article(address=f"{site[1]}/{what}", actor=press)
    assert not Article.objects.exists()
    assert fetch_article(address=f"{site[1]}/berita", actor=press).articles


def test_a_feed_brings_each_page_once(press: Actor, site) -> None:
    feed = follow(press, site)
    work()
    feed.refresh_from_db()
    assert feed.looked_at is not None
    assert sorted(Article.objects.values_list("address", flat=True)) == [f"{site[1]}/berita?n={n}" for n in (1, 2)]
    assert set(Article.objects.values_list("came_by", flat=True)) == {"feed"}
    assert not FeedEntry.objects.filter(read_at=None).exists()
    assert look_at_feed(feed=feed, actor=press) == 0
    work()
    assert [path for path in site[0].asked if path.startswith("/berita")] == ["/berita?n=1", "/berita?n=2"]


def test_a_look_each_hour_is_promised_once(press: Actor, site) -> None:
    feed = follow(press, site)
    work()
    handlers.look_at_all({})
    handlers.look_at_all({})
    work()
    assert site[0].asked.count("/rss") == 2
    feed.refresh_from_db()
    stop_feed(feed=feed, actor=press)
    handlers.look({"feed": str(feed.pk)})
    assert site[0].asked.count("/rss") == 2


def test_an_unchanged_feed_keeps_its_mark_and_a_changed_one_is_read(press: Actor, site) -> None:
    feed = follow(press, site)
    assert look_at_feed(feed=feed, actor=press) == 2
    assert feed.etag == '"satu"'
    assert look_at_feed(feed=feed, actor=press) == 0
    assert (feed.etag, feed.last_error) == ('"satu"', {})


def test_why_a_look_failed_stays_until_one_succeeds(press: Actor, site) -> None:
    feed, good = follow(press, site), site[0].feed
    site[0].feed = b"<html>Situs sedang dirawat</html>"
    assert look_at_feed(feed=feed, actor=press) == 0
    error = internet.told(feed.last_error)
    assert error is not None
    assert "bukan umpan" in str(error)
    assert feed.etag == ""
    site[0].feed = good
    assert look_at_feed(feed=feed, actor=press) == 2
    assert feed.last_error == {}


def test_a_feed_that_attacks_is_told_and_brings_nothing(press: Actor, site) -> None:
    feed = follow(press, site)
    site[0].feed = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + site[0].feed[21:]
    assert look_at_feed(feed=feed, actor=press) == 0
    assert "entitas" in str(internet.told(feed.last_error))
    assert not FeedEntry.objects.exists()


def test_a_page_that_cannot_be_had_is_told_and_does_not_hold_up_the_next(press: Actor, site) -> None:
    feed = follow(press, site)
    site[0].feed = site[0].feed.replace(b"/berita?n=1", b"/besar-sekali")
    work()
    bad = FeedEntry.objects.get(address__endswith="/besar-sekali")
    assert "404" in str(internet.told(bad.error))
    assert (bad.article, bad.read_at is None) == (None, False)
    assert FeedEntry.objects.get(address__endswith="n=2").article is not None
    asked = len(site[0].asked)
    read_entry(entry=bad, actor=press)
    assert len(site[0].asked) == asked
    assert feed.entries.count() == 2


def test_without_internet_nothing_is_asked_for(press: Actor, site, settings: Any) -> None:
    feed = follow(press, site)
    settings.SINETRA_INTERNET = False
    acts: list[Callable[[], object]] = [
        lambda: fetch_article(address=f"{site[1]}/berita", actor=press),
        lambda: add_feed(name="Lain", address=f"{site[1]}/lain", actor=press),
        lambda: look_at_feed(feed=feed, actor=press),
    ]
    for act in acts:
        with pytest.raises(Forbidden) as error:
            act()
        assert error.value.code == "no_internet"
    handlers.look_at_all({})
    work()
    assert site[0].asked == []


def test_internet_is_off_unless_the_installation_says_so() -> None:
    assert django_settings.SINETRA_INTERNET is False
    assert django_settings.SINETRA_FETCH_ALLOW == ()


def test_following_twice_is_a_conflict_and_after_stopping_it_goes_on(press: Actor, site) -> None:
    feed = follow(press, site)
    with pytest.raises(Conflict):
        follow(press, site)
    stop_feed(feed=feed, actor=press)
    with pytest.raises(Conflict):
        stop_feed(feed=feed, actor=press)
    assert follow(press, site).pk == feed.pk
    assert Feed.objects.get().stopped_at is None


@pytest.mark.parametrize(("name", "address"), [("", "https://a.id/rss"), ("x", "ftp://a.id/rss"), ("x", "")])
def test_a_feed_needs_a_name_and_an_address(press: Actor, site, name: str, address: str) -> None:
    with pytest.raises(BadInput):
        add_feed(name=name, address=address, actor=press)
    assert not Feed.objects.exists()


def test_who_only_reads_and_who_is_elsewhere_may_do_none_of_it(press, team, elsewhere, site) -> None:
    feed = follow(press, site)
    for actor in (team, PUBLIC):
        acts: list[Callable[[], object]] = [
            lambda actor=actor: fetch_article(address=f"{site[1]}/berita", actor=actor),
            lambda actor=actor: add_feed(name="Lain", address=f"{site[1]}/lain", actor=actor),
            lambda actor=actor: look_at_feed(feed=feed, actor=actor),
            lambda actor=actor: stop_feed(feed=feed, actor=actor),
        ]
        for act in acts:
            with pytest.raises(Forbidden):
                act()
    for verb in (look_at_feed, stop_feed):
        with pytest.raises(Forbidden):
            verb(feed=feed, actor=elsewhere)
    with pytest.raises(NotFound):
        selectors.feed(elsewhere, feed.pk)
    assert selectors.feed(press, feed.pk) == feed
    assert site[0].asked == []


def warc(*pages: bytes) -> bytes:
    return b"".join(_record(f"https://warta.contoh.id/{number}", page) for number, page in enumerate(pages))


def _record(address: str, page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-11-20T01:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_each_page_of_an_archive_keeps_its_own_bytes_and_the_archive_stays(press: Actor) -> None:
    pages = [PAGE.encode(), PAGE.replace("80 orang", "95 orang").encode()]
    archive = warc(*pages)
    came = ingest_articles(captures=[Capture(name="a.warc", data=archive)], actor=press).articles
    assert sorted(selectors.capture(article) for article in came) == sorted(pages)
    assert sorted(article.address for article in came) == [f"https://warta.contoh.id/{n}" for n in (0, 1)]
    store = blob_store(django_settings.SINETRA_DATA, django_settings.SINETRA_BLOBS_URL)
    assert any(store.exists(a.sha256) and store.get(a.sha256) == archive for a in came)


def test_every_file_that_cannot_be_read_is_named(press: Actor) -> None:
    files = [
        Capture(name="a.txt", data=b""),
        Capture(name="b.txt", data=PAGE.encode()),
        Capture(name="c.warc", data=b"x"),
    ]
    with pytest.raises(Unreadable) as error:
        ingest_articles(captures=files, actor=press)
    assert [fault.params["file"] for fault in error.value.faults] == ["a.txt", "c.warc"]
    assert not Article.objects.exists()
    assert ingest_articles(captures=files[1:2], actor=press).articles
