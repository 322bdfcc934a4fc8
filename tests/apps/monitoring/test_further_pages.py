"""Pages of one article are one article, whether they come together or one after the other; else it is said."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.monitoring import internet, selectors
from sinetra.apps.monitoring.actions.correct_fact import correct_fact, take_back
from sinetra.apps.monitoring.actions.create_watch_list import create_watch_list
from sinetra.apps.monitoring.actions.decide_story import confirm_story
from sinetra.apps.monitoring.actions.fetch_article import fetch_article
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Ingested, ingest_articles
from sinetra.apps.monitoring.models import Article, ArticlePage, Story, WatchHit
from sinetra.apps.monitoring.watch_draft import WatchDraft
from sinetra.core.errors import Forbidden, NotFound
from sinetra.core.press.corrections import Verdict
from sinetra.ports.blobs import blob_store
from sinetra.ports.fetch import HttpFetcher, Limits
from sinetra.ports.net_addresses import networks

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from press_site import serving

pytestmark = pytest.mark.django_db
ADDRESS = "https://warta.contoh.id/2024/11/pemkot-ingatkan-netralitas"
TITLE = "Pemkot Ingatkan Netralitas"
PARTS = (
    "Pemerintah Kota Banjarmasin mengadakan sosialisasi netralitas ASN di balai kota, Selasa (19/11/2024). "
    "Sekitar 80 orang pegawai hadir dari semua kecamatan di kota itu, kata panitia. " * 2,
    "Wali Kota menyebut pegawai dilarang menyukai unggahan pasangan calon di media sosial. "
    "Sanksi disiplin berat menunggu pegawai yang melanggar aturan itu, katanya kemudian. " * 2,
    "Acara ditutup dengan ikrar netralitas yang ditandatangani kepala dinas dan seluruh camat di kota itu. "
    "Ikrar itu juga akan dibacakan pada apel pagi di setiap kantor kecamatan pekan depan. " * 2,
)


def page(number: int, *, title: str = TITLE, canonical: bool = True, more: str = "") -> bytes:
    address = ADDRESS if number == 1 else f"{ADDRESS}?page={number}"
    link = f'<link rel="canonical" href="{address}">' if canonical else ""
    head = f'<title>{title}</title><meta property="og:title" content="{title}">{link}'
    body = PARTS[number - 1]
    return f"<html><head>{head}</head><body><article><p>{body}</p>{more}</article></body></html>".encode()


def capture(number: int, **more: Any) -> Capture:
    return Capture(name=f"{number}.html", data=page(number, **more))


def bring(actor: Actor, *numbers: int) -> Ingested:
    return ingest_articles(captures=[capture(number) for number in numbers], actor=actor)


def text_together(actor: Actor) -> str:
    """Of another office, so that nothing is here already."""
    return bring(actor, 1, 2, 3).articles[0].text


def test_pages_that_come_together_are_one_article_and_every_page_keeps_its_bytes(press: Actor) -> None:
    came = bring(press, 3, 1, 2)
    article = Article.objects.get()
    assert (came.articles, came.joined, came.apart) == ((article,), (), ())
    assert [article.text.find(part[:40]) for part in PARTS] == sorted(article.text.find(part[:40]) for part in PARTS)
    assert article.text.count(TITLE) == 1
    assert (article.source, article.page_number) == ("1.html", 1)
    assert [further.number for further in article.pages.order_by("number")] == [2, 3]
    kept = [selectors.capture(article), *map(selectors.capture, selectors.pages(press, article))]
    assert kept == [page(1), page(2), page(3)]


@pytest.mark.parametrize("order", [(1, 2, 3), (2, 1, 3), (3, 2, 1)])
def test_one_by_one_in_any_order_they_give_the_text_that_they_give_together(press, elsewhere, order) -> None:
    first = bring(press, order[0]).articles[0]
    for number in order[1:]:
        came = bring(press, number)
        assert (came.articles, came.joined, came.apart) == ((), (first,), ())
    article = Article.objects.get()
    assert article.text == article.facts["text"] == text_together(elsewhere)
    for person in article.facts["persons"]:
        assert article.text[slice(*person["span"])].strip()
    assert Article.objects.filter(organisation_id=press.organisation_id).count() == 1


def test_the_event_is_told_anew_with_the_facts_of_the_further_page(press: Actor) -> None:
    bring(press, 2)
    story = Story.objects.get()
    assert (story.event_date, story.region_id) == (None, None)
    bring(press, 1)
    story.refresh_from_db()
    assert (str(story.event_date), story.region_id) == ("2024-11-19", "63.71")
    assert {item["code"] for item in Article.objects.get().facts["prohibited_acts"]} == {"like"}


def test_the_same_page_again_is_known_by_whatever_page_it_is(press: Actor) -> None:
    bring(press, 1)
    bring(press, 2)
    again = bring(press, 1, 2)
    assert (again.articles, again.known, set(again.here)) == ((), ("1.html", "2.html"), {Article.objects.get()})
    assert ArticlePage.objects.count() == 1


def test_a_further_page_by_its_address_joins_the_first_and_is_asked_for_once(press, settings, monkeypatch) -> None:
    settings.SINETRA_INTERNET, settings.SINETRA_FETCH_ALLOW = True, networks(["127.0.0.1"])
    patient = HttpFetcher(allowed=networks(["127.0.0.1"]), limits=Limits(pause=0, seconds=5))
    monkeypatch.setattr(internet, "_fetcher", lambda allowed: patient)
    with serving() as (kind, site):
        fetch_article(address=f"{site}/berita", actor=press)
        came = fetch_article(address=f"{site}/berita?page=2", actor=press)
        assert (came.articles, len(came.joined)) == ((), 1)
        again = fetch_article(address=f"{site}/berita?page=2", actor=press)
        assert (again.articles, again.here) == ((), came.joined)
        assert kind.asked == ["/robots.txt", "/berita", "/berita?page=2"]
    assert "/berita?page=2" in Article.objects.get().text


def test_pages_of_an_archive_join_too(press: Actor) -> None:
    bring(press, 1)
    records = b"".join(_record(f"{ADDRESS}?page={number}", page(number, canonical=False)) for number in (2, 3))
    came = ingest_articles(captures=[Capture(name="a.warc.gz", data=gzip.compress(records))], actor=press)
    assert len(came.joined) == 1
    assert all(part[:40] in Article.objects.get().text for part in PARTS)
    assert sorted(ArticlePage.objects.values_list("address", flat=True)) == [f"{ADDRESS}?page={n}" for n in (2, 3)]
    assert ingest_articles(captures=[Capture(name="b.warc.gz", data=gzip.compress(records))], actor=press).joined == ()


def _record(address: str, data: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-11-20T01:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _correct(article: Article, press: Actor) -> None:
    correct_fact(
        article=article, field="agency", verdict=Verdict.ADDED, words="Pemerintah Kota Banjarmasin", actor=press
    )


def _correct_and_take_back(article: Article, press: Actor) -> None:
    given = {"article": article, "field": "agency", "words": "Pemerintah Kota Banjarmasin", "actor": press}
    take_back(correction=correct_fact(verdict=Verdict.ADDED, **given), actor=press)


def _confirm(article: Article, press: Actor) -> None:
    confirm_story(story=Story.objects.get(), actor=press)


def _lose(article: Article, press: Actor) -> None:
    blob_store(django_settings.SINETRA_DATA, django_settings.SINETRA_BLOBS_URL).delete(article.capture)


@pytest.mark.parametrize("work", [_correct, _correct_and_take_back, _confirm, _lose])
def test_who_has_worked_with_an_article_keeps_its_text_and_the_page_is_said_to_stand_apart(press, work) -> None:
    article = bring(press, 1).articles[0]
    work(article, press)
    before = Article.objects.get().text
    came = bring(press, 2)
    assert (len(came.articles), came.joined, came.apart) == (1, (), ("2.html",))
    article.refresh_from_db()
    assert article.text == before
    assert not article.pages.exists()


def test_a_page_of_a_number_that_is_here_stands_apart(press: Actor) -> None:
    bring(press, 1)
    came = ingest_articles(captures=[capture(1, more="<p>Diperbarui malam ini.</p>")], actor=press)
    assert (len(came.articles), came.apart) == (1, ("1.html",))


def test_articles_with_other_headlines_at_counted_addresses_stay_apart_in_silence(press: Actor) -> None:
    bring(press, 1)
    came = ingest_articles(captures=[capture(2, title="Camat Kumpulkan Kepala Sekolah")], actor=press)
    assert (len(came.articles), came.joined, came.apart) == (1, (), ())


def test_what_a_watch_list_found_has_its_place_in_the_text_as_it_is_now(press: Actor) -> None:
    create_watch_list(draft=WatchDraft(name="Larangan", words=("media sosial",)), actor=press)
    create_watch_list(draft=WatchDraft(name="Ikrar", words=("ikrar netralitas",)), actor=press)
    bring(press, 2)
    assert [hit.watch_list.name for hit in WatchHit.objects.all()] == ["Larangan"]
    bring(press, 1)
    bring(press, 3)
    article = Article.objects.get()
    hits = {hit.watch_list.name: hit for hit in WatchHit.objects.all()}
    assert set(hits) == {"Larangan", "Ikrar"}
    for hit in hits.values():
        for match in hit.matches:
            assert article.text[slice(*match["span"])].lower() == match["term"]


def test_who_is_elsewhere_and_who_only_reads_joins_nothing(press: Actor, elsewhere: Actor, team: Actor) -> None:
    article = bring(press, 1).articles[0]
    came = bring(elsewhere, 2)
    assert (len(came.articles), came.joined, came.apart) == (1, (), ())
    bring(press, 3)
    with pytest.raises(Forbidden):
        bring(team, 2)
    with pytest.raises(NotFound):
        selectors.article_page(elsewhere, article, 3)
    assert not visible(PUBLIC, ArticlePage).exists()
    assert selectors.article_page(press, article, 3).number == 3
