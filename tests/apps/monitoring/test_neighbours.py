"""A new article is compared with those of its region and days, and each of these is read once, not for every page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring import retold
from sinetra.apps.monitoring.actions.correct_fact import correct_fact
from sinetra.apps.monitoring.actions.ingest_articles import Capture, Ingested, ingest_articles
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.neighbours import MOST, neighbours
from sinetra.apps.monitoring.retold import as_read
from sinetra.core.press.corrections import Verdict, items

pytestmark = pytest.mark.django_db
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
HALLS = ("Aula Gawi", "Gedung Serbaguna", "Hotel Bintang", "Balai Pertemuan", "Aula Bina Praja")


def text(day: date | None, town: str = "Banjarmasin", hall: str = "Aula Gawi", more: str = "") -> str:
    when = f", {DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})" if day else ""
    return (
        f"Sosialisasi Netralitas di {town}\n\n"
        f"Bawaslu Kota {town} mengadakan sosialisasi netralitas ASN di {hall}{when}. "
        f"Sekitar 80 orang pegawai hadir. Pegawai dilarang menyukai unggahan pasangan calon di media sosial. {more}\n"
    )


def bring(actor: Actor, *texts: str) -> Ingested:
    captures = [Capture(name=f"{number}.txt", data=one.encode()) for number, one in enumerate(texts)]
    return ingest_articles(captures=captures, actor=actor)


def stored(actor: Actor, *texts: str) -> list[Article]:
    return list(bring(actor, *texts).articles)


def read(actor: Actor, body: str) -> list[Article]:
    """What an article with this text would be compared with; it is stored to be read and taken away again."""
    row = stored(actor, body)[0]
    return [other for other in neighbours([as_read(row)], actor) if other.pk != row.pk]


def test_only_articles_of_the_days_around_and_those_without_a_day_are_read(press: Actor) -> None:
    near = stored(press, text(date(2024, 11, 18), hall="Hotel Bintang"))
    stored(press, text(date(2024, 9, 2), hall="Gedung Serbaguna"), text(date(2024, 12, 20), hall="Balai Pertemuan"))
    undated = stored(press, text(None, hall="Aula Bina Praja", more="Hari tidak disebut dalam rilis itu."))
    assert {row.pk for row in read(press, text(date(2024, 11, 20)))} == {near[0].pk, undated[0].pk}


def test_an_article_without_a_day_is_compared_with_all_of_its_region(press: Actor) -> None:
    rows = stored(press, text(date(2024, 9, 2)), text(date(2024, 11, 18), hall="Hotel Bintang"))
    assert {row.pk for row in read(press, text(None, hall="Balai Pertemuan"))} == {row.pk for row in rows}


def test_another_town_is_not_read_and_one_without_a_town_is(press: Actor) -> None:
    stored(press, text(date(2024, 11, 20), town="Banjarbaru"))
    nowhere = stored(
        press, "Sosialisasi netralitas ASN digelar, Rabu (20/11/2024). Pegawai dilarang menyukai unggahan."
    )
    assert nowhere[0].story is not None and nowhere[0].story.region_id is None
    assert [row.pk for row in read(press, text(date(2024, 11, 20)))] == [nowhere[0].pk]


def test_an_event_of_long_ago_is_found_behind_many_newer_ones(press: Actor) -> None:
    old = stored(press, text(date(2024, 9, 2)))[0]
    first = date(2024, 10, 1)
    later = [
        text(first + timedelta(days=n), hall=f"{HALLS[n % 5]} {n}", more=f"Acara ke-{n}.") for n in range(MOST + 5)
    ]
    bring(press, *later)
    came = bring(press, text(date(2024, 9, 2), more="Wali kota menutup acara itu.")).articles[0]
    assert came.story_id == old.story_id


def test_pages_that_come_one_by_one_read_each_article_once(press: Actor) -> None:
    retold._read.cache_clear()
    halls = ("Aula Gawi", "Hotel Bintang", "Gedung Serbaguna", "Balai Pertemuan", "Aula Bina Praja", "Wisma Antasari")
    for number, hall in enumerate(halls):
        bring(press, text(date(2024, 11, 18 + number % 2), hall=hall, more=f"Rilis ke-{number}."))
    info = retold._read.cache_info()
    # The last one was compared with nobody yet; without memory there would be 1 + 2 + 3 + 4 + 5 readings.
    assert (info.misses, info.hits) == (5, 10)


def test_a_correction_counts_although_its_text_was_read_before(press: Actor) -> None:
    article = stored(press, text(date(2024, 11, 20)))[0]
    assert as_read(article).day == date(2024, 11, 20)
    day = items(article.facts, "event_date")[0]
    correct_fact(
        article=article, field="event_date", verdict=Verdict.CORRECTED, reader=day, value="2024-11-21", actor=press
    )
    assert as_read(Article.objects.prefetch_related("corrections").get(pk=article.pk)).day == date(2024, 11, 21)


def test_what_is_asked_of_the_database_does_not_grow_with_what_is_in_it(press: Actor) -> None:
    bring(press, text(date(2024, 11, 20)))
    with CaptureQueriesContext(connection) as few:
        bring(press, text(date(2024, 11, 20), hall="Hotel Bintang", more="Pertama."))
    first = date(2024, 10, 1)
    bring(press, *(text(first + timedelta(days=n), hall=f"{HALLS[n % 5]} {n}") for n in range(60)))
    with CaptureQueriesContext(connection) as many:
        bring(press, text(date(2024, 11, 20), hall="Gedung Serbaguna", more="Kedua."))
    assert len(many) <= len(few)


@pytest.mark.parametrize("name", ["a.html", "arsip.warc", "a.txt"])
def test_an_article_is_read_again_as_text_whatever_its_file_was_called(press: Actor, name: str) -> None:
    row = stored(press, text(date(2024, 11, 20)))[0]
    before = as_read(row)
    row.source = name
    again = as_read(row)
    assert (again.text, again.source) == (row.text, name)
    assert again.to_json() | {"source": before.source} == before.to_json()


def test_the_day_of_the_article_is_not_forgotten_when_it_is_read_again(press: Actor) -> None:
    body = text(None).replace("di Aula Gawi", "di Aula Gawi kemarin")
    capture = Capture(name="a.txt", data=body.encode(), published=date(2024, 11, 21), outlet="Meranti Pos")
    row = ingest_articles(captures=[capture], actor=press).articles[0]
    assert row.facts["event_date"]["value"] == "2024-11-20"
    assert (as_read(row).day, as_read(row).outlet) == (date(2024, 11, 20), "Meranti Pos")
    other = bring(press, text(date(2024, 11, 20), more="Wali kota menutup acara itu.")).articles[0]
    assert other.story_id == row.story_id
    assert Story.objects.count() == 1
