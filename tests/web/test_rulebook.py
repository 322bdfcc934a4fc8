"""The rulebook: the norms of a date, each with its article, its confidence and its page."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.model import Citation, Period
from sinetra.core.law.selection import parse_selection
from sinetra.web import law_view, law_words
from sinetra.web.public.rulebook_rows import not_in_force, rows, sections

pytestmark = pytest.mark.django_db


def listed(**query: str) -> set[str]:
    tree = html.document_fromstring(Client().get("/id/aturan/", query).content.decode())
    return {link.split("/")[-2] for link in tree.xpath("//a[@class='rule-title']/@href")}


def test_the_page_shows_exactly_the_norms_in_force_on_its_date():
    book = rulebook()
    for day in ("2019-04-01", "2024-11-22"):
        found = {item.norm.id for item in book.norms_on(date.fromisoformat(day))}
        assert found
        assert listed(pada=day) == found


def test_two_dates_show_two_rulebooks():
    assert listed(pada="2019-04-01") != listed(pada="2024-11-22")


def test_norms_of_another_time_are_kept_below():
    book, day = rulebook(), date(2024, 11, 22)
    outside = {norm.id for norm in not_in_force(book, day)}
    assert outside
    assert outside.isdisjoint(listed(pada="2024-11-22"))
    page = Client().get("/id/aturan/", {"pada": "2024-11-22"}).content.decode()
    assert all(f"/id/aturan/{name}/" in page for name in outside)


def test_the_act_filter_keeps_what_names_the_act_and_what_asks_about_no_act():
    book = rulebook()
    kept = listed(pada="2024-11-22", perbuatan="vote")
    assert kept
    assert kept < listed(pada="2024-11-22")
    for name in kept:
        for version in book.norm(name).versions:
            acts = [item.values for item in version.when if item.field == "act.code"]
            assert all("vote" in values for values in acts)


def test_the_track_filter_shows_one_track():
    found = sections(rows(rulebook(), date(2024, 11, 22), parse_selection(track="criminal")))
    assert [item.track for item in found] == ["Pidana"]


def test_a_filter_that_leaves_nothing_says_what_to_do():
    page = Client().get("/id/aturan/", {"pada": "1999-01-01"}).content.decode()
    assert "Tidak ada aturan yang cocok" in page
    assert listed(pada="1999-01-01") == set()


def test_a_date_that_does_not_exist_is_explained_beside_the_field():
    tree = html.document_fromstring(Client().get("/id/aturan/", {"pada": "2024-13-40"}).content.decode())
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_pada"]
    assert tree.xpath("//input[@id='id_pada' and @aria-invalid='true']")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_norm_has_a_page_with_its_title_its_articles_and_its_confidence(language):
    book = rulebook()
    for norm in book.norms:
        page = Client().get(f"/{language}/aturan/{norm.id}/")
        assert page.status_code == 200
        tree = html.document_fromstring(page.content.decode())
        assert tree.xpath("string(//h1)") == getattr(norm.title, language)
        assert tree.xpath("//ul[@class='law']/li//span[contains(@class, 'badge')]"), norm.id
        assert bool(tree.xpath("//div[contains(@class, 'notice')]")) == (norm.confidence == "perlu-cek")


def test_a_citation_says_whether_its_instrument_is_still_in_force():
    book = rulebook()

    def cited(instrument: str, day: date) -> bool | None:
        always = Period(start=None, end=None)
        item = Citation(
            instrument=instrument, article="2", confidence=Confidence.VERIFIED, period=always, statuses=frozenset()
        )
        return law_view.citation(book.instruments, item, day).in_force

    assert cited("uu-5-2014", date(2020, 1, 1)) is True
    assert cited("uu-5-2014", date(2024, 11, 22)) is False
    assert cited("uu-20-2023", date(2020, 1, 1)) is False


def test_what_is_repealed_is_struck_out_and_what_is_in_force_is_not():
    guide = html.document_fromstring(Client().get("/id/gaya/").content.decode())
    struck = [item.text_content() for item in guide.xpath("//span[contains(@class, 'repealed')]")]
    assert struck == ["PP 53/2010 Pasal 4"]


def test_a_norm_leads_to_the_question_about_it():
    page = Client().get(reverse("norm", args=["skb2022.ke-3"])).content.decode()
    assert "/bolehkah/?perbuatan=attend_campaign" in page


def test_a_norm_that_does_not_exist_is_not_found():
    page = Client().get("/id/aturan/skb2022.tidak-ada/")
    assert page.status_code == 404
    assert "tidak ada dalam katalog" in page.content.decode()


def test_a_date_that_does_not_exist_is_said_on_the_page_of_a_norm_and_a_right_one_is_not():
    wrong = html.document_fromstring(Client().get("/id/aturan/vote/", {"pada": "2024-13-40"}).content.decode())
    assert "tanggal" in wrong.xpath("string(//div[@class='errors'])")
    right = html.document_fromstring(Client().get("/id/aturan/vote/", {"pada": "2024-11-22"}).content.decode())
    assert not right.xpath("//div[@class='errors']")


def test_sources_are_named_and_lead_to_where_they_were_read():
    tree = html.document_fromstring(Client().get("/id/aturan/skb2022.ke-3/").content.decode())
    assert tree.xpath("//aside//a[contains(@rel, 'noreferrer') and starts-with(@href, 'https://')]")


def test_the_table_for_lawyers_holds_the_norms_of_the_page():
    link = html.document_fromstring(Client().get("/id/aturan/", {"pada": "2019-04-01"}).content.decode())
    address = link.xpath("//a[contains(@href, 'daftar.csv')]/@href")[0]
    lines = list(csv.DictReader(Client().get(address).content.decode().splitlines()))
    assert {line["rule"] for line in lines} == listed(pada="2019-04-01")
    assert {line["on"] for line in lines} == {"2019-04-01"}
    assert {line["source_confidence"] for line in lines} <= {"terverifikasi", "pers", "perlu-cek"}


def test_nearly_everybody_is_told_by_those_who_are_left_out():
    everybody = [status for status in law_words.STATUSES if status not in {"tni", "polri"}]
    assert law_view.subjects(everybody) == "semua orang selain anggota TNI, anggota Polri"
    assert law_view.subjects(["pns", "cpns"]) == "PNS, CPNS"
    assert law_view.subjects([]) == ""
