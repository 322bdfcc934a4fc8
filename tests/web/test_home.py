"""The front page: asking first, and a report goes to the institution that may receive it."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html


def doors(path: str = "/id/") -> dict[str, str]:
    tree = html.document_fromstring(Client().get(path).content.decode())
    return {a.text_content(): a.get("href") for a in tree.xpath("//ul[@class='cards']//h3/a")}


def test_asking_stands_before_reporting():
    tree = html.document_fromstring(Client().get("/id/").content.decode())
    links = list(tree.xpath("//main//a/@href"))
    assert links[0] == "/id/bolehkah/"
    assert links.index("/id/bolehkah/") < links.index("/id/lapor/")


def test_at_bawaslu_the_report_is_made_here(settings):
    settings.SINETRA_PROFILE = "bawaslu"
    assert doors()["Laporkan dugaan pelanggaran"] == "/id/lapor/"


def test_a_city_sends_the_reporter_to_bawaslu(settings):
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/id/lapor/"
    assert doors()["Laporkan dugaan pelanggaran"] == "https://bawaslu.example/id/lapor/"


def test_a_city_that_does_not_know_bawaslus_address_offers_no_link_of_its_own(settings):
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = ""
    assert "Laporkan dugaan pelanggaran" not in doors()
    assert "kantornya" in Client().get("/id/").content.decode()


def test_the_tour_is_offered_in_the_demo_only(settings):
    assert "Ikuti tur" in doors()
    settings.SINETRA_PROFILE = "bawaslu"
    assert "Ikuti tur" not in doors()


@pytest.mark.parametrize("code", ["like", "vote", "attend_campaign"])
def test_the_examples_lead_to_a_question_that_is_understood(code):
    assert f"?perbuatan={code}" in Client().get("/id/").content.decode()
    page = Client().get("/id/bolehkah/", {"perbuatan": code}).content.decode()
    assert "Siapa Anda?" in page
    assert "tidak dikenal" not in page


def test_front_page_names_no_accused_before_a_decision():
    text = Client().get("/id/").content.decode().lower()
    assert "pelanggar " not in text
    assert "tidak bersalah" in text
