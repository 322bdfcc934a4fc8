"""Fair service: the notice, its sheet for the counter, and the tile that begins a report without sharpening it."""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import field, main_words, tree_of

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.reports.intake import ACTS
from sinetra.apps.reports.models import Report
from sinetra.ports.clock import legal_clock
from sinetra.web.public.fair_service import notice
from sinetra.web.public.report.topics import TOPICS, with_topic
from sinetra.web.words import ACTS as OFFERED

pytestmark = pytest.mark.django_db
TILE = "Layanan ditolak atau dibedakan karena politik"
PLAIN_PAGES = ("fair_service", "mediation", "request_mediation", "follow_mediation")
LONGEST = 15
ACCUSING = re.compile(r"\b(pelanggar|pelaku|tersangka)\b", re.IGNORECASE)


def long_sentences(page: html.HtmlElement) -> list[str]:
    """Sentences of running text with more than fifteen words, and every accusing noun. Law titles are the law's."""
    blocks = page.xpath(
        "//main//p[not(a[contains(@href, '/aturan/')])] | //main//li[not(span[contains(@class, 'cite')])]"
    )
    found = []
    for block in blocks:
        text = " ".join(block.text_content().split())
        for sentence in re.split(r"(?<=[.?!:])\s", text):
            if len(sentence.split()) > LONGEST or re.search(
                r"\b(pelanggar|pelaku|tersangka)\b", sentence, re.IGNORECASE
            ):
                found.append(sentence)
    return found


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_the_pages_speak_in_short_sentences_and_accuse_nobody(client: Client, city: None, name: str):
    assert long_sentences(tree_of(client.get(reverse(name)))) == []


def test_a_long_or_accusing_sentence_is_found():
    planted = "<main><p>" + "kata " * 16 + ".</p><p>Seorang pelanggar datang.</p><p>Pendek saja.</p></main>"
    assert len(long_sentences(html.document_fromstring(planted))) == 2


@pytest.mark.parametrize(("language", "words"), [("id", "balas budi"), ("en", "no favour and no revenge")])
def test_the_notice_says_the_same_service_before_and_after_the_vote(
    client: Client, city: None, language: str, words: str
):
    answer = client.get(f"/{language}/layanan-adil/")
    assert words in main_words(tree_of(answer))
    assert not answer.cookies


def test_only_norms_of_the_catalogue_in_force_are_cited_each_with_date_and_confidence(client: Client, city: None):
    day = legal_clock().today()
    assert notice.norms_on(day)
    assert set(notice.NORMS) <= set(rulebook().place)
    page = tree_of(client.get(reverse("fair_service")))
    cited = page.xpath("//ul[@class='law']/li")
    assert cited and all(item.xpath(".//span[contains(@class, 'badge')]") for item in cited)
    assert "Hukum pada 22 November 2024" in main_words(page)
    # What nobody has put into the catalogue is not cited.
    assert "25/2009" not in main_words(page)
    assert "1500" not in main_words(page) and not re.search(r"\b0\d{2,3}[- ]?\d{5,}", main_words(page))


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("paper", "millimetres"), [("a4", (210, 297)), ("f4", (215, 330))])
def test_the_sheet_is_one_page_with_the_notice_its_law_and_the_mark_of_an_exercise(
    client: Client, city: None, language: str, paper: str, millimetres: tuple[int, int]
):
    answer = client.get(f"/{language}/layanan-adil/lembar.pdf", {"kertas": paper})
    assert answer.headers["Content-Type"] == "application/pdf"
    [page] = PdfReader(BytesIO(answer.content)).pages
    size = tuple(round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height))
    assert size == millimetres
    text = " ".join((page.extract_text() or "").split())
    assert ("Layanan di sini sama" if language == "id" else "Service here is the same") in text
    assert "LATIHAN" in text or "EXERCISE" in text.upper()
    assert "PP 94/2021" in text and f"/{language}/layanan-adil/" in text


def test_in_earnest_the_sheet_bears_no_mark(client: Client, city: None, settings):
    settings.SINETRA_PROFILE = "pemda"
    with translation.override("id"):
        assert notice.sheet(legal_clock().today(), "https://x.example").exercise == ""
        settings.SINETRA_PROFILE = "demo"
        assert notice.sheet(legal_clock().today(), "https://x.example").exercise == "LATIHAN"


def test_a_paper_that_there_is_not_is_refused_with_those_that_there_are(client: Client, city: None):
    answer = client.get(reverse("fair_service_sheet"), {"kertas": "a3"})
    assert answer.status_code == 400
    assert "a4" in answer.content.decode()


def test_every_topic_ticks_acts_that_a_report_knows_and_the_form_offers():
    for topic in TOPICS.values():
        assert set(topic.acts) <= set(ACTS) and set(topic.acts) <= set(OFFERED)


def test_the_tile_begins_the_report_with_its_topic_and_an_act_that_can_be_changed(client: Client, city: None):
    home = tree_of(client.get(reverse("home")))
    [link] = home.xpath(f"//ul[@class='cards']//h3/a[text()='{TILE}']/@href")
    first = tree_of(client.get(link))
    assert TILE in main_words(first)
    given = {
        "page": "channel",
        "channel": "initial_information",
        "sealed": first.xpath("//input[@name='sealed']/@value")[0],
    }
    second = tree_of(client.post(reverse("report"), given))
    assert second.xpath("//input[@name='acts'][@checked]/@value") == ["decision_benefit"]
    assert "Ubah bila kurang tepat" in main_words(second)
    assert not Report.objects.exists()
    # Another act in its place stays, also on the way back.
    given = {
        "page": "what",
        "what": "Bantuan ditahan karena pilihan saya.",
        "acts": "use_state_programme",
        "sealed": field(second, "sealed"),
    }
    third = tree_of(client.post(reverse("report"), given))
    back = {"page": "when", "go": "back", "sealed": field(third, "sealed")}
    again = tree_of(client.post(reverse("report"), back))
    assert again.xpath("//input[@name='acts'][@checked]/@value") == ["use_state_programme"]


@pytest.mark.parametrize("topic", ["", "zebra", "\x00", "layanan-lain"])
def test_an_unknown_topic_is_a_plain_report(client: Client, city: None, topic: str):
    first = tree_of(client.get(reverse("report"), {"perihal": topic}))
    assert "Perihal yang Anda pilih" not in main_words(first)
    given = {
        "page": "channel",
        "channel": "initial_information",
        "sealed": first.xpath("//input[@name='sealed']/@value")[0],
    }
    assert not tree_of(client.post(reverse("report"), given)).xpath("//input[@name='acts'][@checked]")


def test_a_city_leads_to_bawaslus_report_with_the_topic(client: Client, city: None, settings):
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/id/lapor/"
    wanted = "https://bawaslu.example/id/lapor/?perihal=layanan"
    home = tree_of(client.get(reverse("home")))
    assert home.xpath(f"//ul[@class='cards']//h3/a[text()='{TILE}']/@href") == [wanted]
    assert wanted in tree_of(client.get(reverse("fair_service"))).xpath("//main//a/@href")
    assert wanted in tree_of(client.get(reverse("report"), {"perihal": "layanan"})).xpath("//main//a/@href")
    settings.SINETRA_BAWASLU_URL = ""
    home = tree_of(client.get(reverse("home")))
    assert home.xpath(f"//ul[@class='cards']//h3/a[text()='{TILE}']/@href") == [reverse("fair_service")]
    assert "Datanglah ke kantor Bawaslu" in main_words(tree_of(client.get(reverse("fair_service"))))


def test_a_topic_joins_an_address_that_has_a_question_already():
    assert with_topic("https://x.example/lapor/?a=1", "layanan") == "https://x.example/lapor/?a=1&perihal=layanan"
    assert with_topic("https://x.example/lapor/", "zebra") == "https://x.example/lapor/"
    assert with_topic("", "layanan") == ""


def test_retaliation_has_its_place_and_its_report(client: Client, city: None):
    page = tree_of(client.get(reverse("fair_service")))
    assert page.xpath("//section[@aria-labelledby='balasan']//a[contains(@href, 'perihal=tekanan')]")
