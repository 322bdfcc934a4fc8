"""The tour and the trace of the articles: in the demo with the real content, elsewhere not at all."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html

from sinetra.apps.reports.models import Report
from sinetra.web.public.tour.views import STOPS
from sinetra.web.trace import traced

pytestmark = pytest.mark.django_db


def tree(address: str) -> html.HtmlElement:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    return html.document_fromstring(answer.content.decode())


def words(address: str) -> str:
    return " ".join(tree(address).text_content().split())


def test_five_stops_follow_each_other():
    assert len(STOPS) == 5
    address, seen = "/id/tur/1/", []
    while address:
        seen.append(address)
        links = [a for a in tree(address).xpath("//main//a/@href") if a.startswith("/id/tur/") and a[8:9].isdigit()]
        address = next((a for a in links if a > seen[-1]), "")
    assert seen == [f"/id/tur/{number}/" for number in range(1, 6)]


@pytest.mark.parametrize("number", [0, 6, 99])
def test_there_is_no_sixth_stop(number):
    assert Client().get(f"/id/tur/{number}/").status_code == 404


def test_the_first_stop_strikes_out_script_and_furniture_beside_the_facts(articles):
    page = tree("/id/tur/1/")
    struck = " ".join(page.xpath("//del//text()"))
    assert "createElement" in struck
    assert page.xpath("//div[@class='marked']//mark")
    assert "createElement" not in page.xpath("string(//div[@class='marked'])")
    assert not page.xpath("//script[not(@src)]")


def test_the_second_stop_shows_four_events_of_five_articles_and_where_outlets_differ(articles):
    page = tree("/id/tur/2/")
    text = page.text_content()
    for place in ("Banjarbaru", "Banjarmasin", "Jambi", "Kota Banjar"):
        assert place in text
    assert page.xpath("//*[local-name()='svg']")
    assert "Sanksi bagi non-ASN" in text
    told = " ".join(page.xpath("string(//figcaption)").split())
    assert told == "Batas indikatif, bukan acuan hukum. Sumber batas: cahyadsn/wilayah_boundaries (MIT)."


def test_the_third_stop_leads_to_the_question_about_liking():
    links = tree("/id/tur/3/").xpath("//main//a/@href")
    asked = [a for a in links if a.startswith("/id/bolehkah/") and "like" in a]
    assert asked
    assert "Tidak boleh" in words("/id/bolehkah/?perbuatan=like&siapa=pns")
    assert Client().get(asked[0]).status_code == 200


def test_the_fourth_stop_leads_to_the_form_and_to_the_desk():
    links = tree("/id/tur/4/").xpath("//main//a/@href")
    assert "/id/lapor/" in links
    assert any(link.startswith("/kerja/id/") for link in links)


def test_the_fifth_stop_answers_about_the_acting_mayor_and_names_nobody():
    text = words("/id/tur/5/")
    assert "penjabat" in text.lower()
    assert "Nurliani" not in text


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("language", ["id", "en"])
def test_on_an_installation_without_articles_no_stop_breaks(number, language):
    assert len(words(f"/{language}/tur/{number}/")) > 200


@pytest.mark.parametrize("profile", ["bawaslu", "pemda"])
@pytest.mark.parametrize("address", ["/id/tur/", "/id/tur/1/", "/id/dari-berita/", "/en/tur/"])
def test_outside_the_demo_there_is_no_tour(profile, address, settings):
    settings.SINETRA_PROFILE = profile
    assert Client().get(address).status_code == 404


def test_every_sentence_of_the_trace_is_on_the_page_with_its_page_or_says_it_is_not_built():
    page = tree("/id/dari-berita/")
    text = page.text_content()
    sentences = [sentence for article in traced() for sentence in article.sentences]
    assert len(sentences) > 50
    for article in traced():
        assert article.sentences
    links = {a for a in page.xpath("//main//a/@href") if a.startswith("/")}
    for link in sorted(links):
        assert Client().get(link).status_code in {200, 302}, link
    assert "belum" in text.lower()


def test_no_public_page_of_the_demo_names_a_reporter_or_tells_a_report(reports, articles):
    for address in [f"/id/tur/{number}/" for number in range(1, 6)] + ["/id/tur/", "/id/dari-berita/", "/id/"]:
        text = words(address)
        for name in ("Contohwan", "Contohsari", "0800-0000"):
            assert name not in text, address
    assert Report.objects.count() == 8
