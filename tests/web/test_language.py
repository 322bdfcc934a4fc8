"""Both languages on every public page: it says which one it is, and leads to itself in the other."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.web.public.tour.views import STOPS
from sinetra.web.public.urls import urlpatterns

pytestmark = pytest.mark.django_db
ARGUMENTS: dict[str, dict[str, Any]] = {
    "norm": {"rule": "skb2022.ke-3"},
    "statistics_csv": {"name": "reports"},
    "map_of": {"name": "63.72"},
    "map_svg": {"name": "63.72"},
    "map_png": {"name": "63.72"},
    "statement": {"article": "000", "number": 8},
}
# The page of one row: test_advice.py, tests/browser/test_check_in.py, test_participant_test.py, test_pledges.py,
# test_certificates.py, test_careers.py, test_public_circulars.py and test_index.py have it in both languages. The form
# of a report is made only of what its page holds: test_report_completion.py has it; so are the answers to files:
# test_report_evidence.py and test_evidence_added_later.py.
OF_A_ROW = {
    "public_opinion",
    "participant",
    "check_in",
    "own_page",
    "own_policy",
    "participant_test",
    "participant_pledge",
    "participant_certificate",
    "certificate",
    "check_document",
    "due_calendar",
    "public_circular",
    "public_circular_pdf",
    "public_circular_message",
    "public_circular_annex",
    "accept_circular",
    "report_form_file",
    "follow_form_file",
    # Frozen editions: test_statistics_editions.py has them in both languages.
    "frozen_edition",
    "frozen_table",
    "report_evidence",
    "follow_evidence",
    "index_unit",
    "index_unit_csv",
    "index_unit_json",
}
QUERIES = {
    "may_i": "?perbuatan=like&siapa=pns",
    "rulebook": "?pada=2020-01-01&jalur=ethics",
    "transfer_calculator": "?tanggal=2024-03-22&jabatan=camat&penandatangan=definitive&izin=tidak",
    **{
        f"printed_{name}": "?siapa=pns&pada=2024-11-22"
        for name in ("poster", "leaflet", "card", "message", "talk", "talk_text")
    },
}
FILES = (".csv", ".xlsx", ".pdf", ".png", ".svg", ".txt")


def addresses(language: str) -> list[str]:
    """Every public page there is: a new one is tested as soon as it has an address."""
    found = []
    for pattern in urlpatterns:
        if pattern.name in OF_A_ROW:
            continue
        numbers = range(1, len(STOPS) + 1) if pattern.name == "tour_stop" else (0,)
        for number in numbers:
            given = {"number": number} if number else ARGUMENTS.get(pattern.name, {})
            address = reverse(pattern.name, kwargs=given) + QUERIES.get(pattern.name, "")
            found.append(address.replace("/id/", f"/{language}/", 1))
    return found


PAGES = [(language, address) for language in ("id", "en") for address in addresses(language)]
HTML_PAGES = [(language, address) for language, address in PAGES if not any(suffix in address for suffix in FILES)]


def test_each_page_says_its_language_to_machines(articles):
    for language, address in PAGES:
        answer = Client().get(address)
        assert answer.status_code == 200, address
        assert answer.headers["Content-Language"] == language, address
        assert "Set-Cookie" not in answer.headers, address


def other(language: str) -> str:
    return {"id": "en", "en": "id"}[language]


def tree_of(address: str) -> html.HtmlElement:
    return html.document_fromstring(Client().get(address).content.decode())


@pytest.mark.parametrize(("language", "address"), HTML_PAGES)
def test_each_page_leads_to_itself_in_the_other_language(language, address):
    tree = tree_of(address)
    assert tree.get("lang") == language
    links = tree.xpath("//a[@class='language']")
    assert [(a.get("href"), a.get("hreflang"), a.get("lang")) for a in links] == [
        (address.replace(f"/{language}/", f"/{other(language)}/", 1), other(language), other(language))
    ]
    assert tree_of(links[0].get("href")).get("lang") == other(language)


@pytest.mark.parametrize(("language", "address"), HTML_PAGES)
def test_no_link_of_a_page_leaves_its_language_by_itself(language, address):
    links = [a for a in tree_of(address).xpath("//main//a/@href | //nav//a/@href | //main//form/@action") if a]
    assert [a for a in links if a.startswith((f"/{other(language)}/", f"/kerja/{other(language)}/"))] == []


@pytest.mark.parametrize("name", ["report", "follow"])
def test_an_answer_to_a_form_stays_in_its_language(name):
    address = reverse(name).replace("/id/", "/en/", 1)
    answer = Client().post(address, {"code": "x"})
    assert answer.headers["Content-Language"] == "en"
    assert html.document_fromstring(answer.content.decode()).get("lang") == "en"


@pytest.mark.parametrize(
    ("path", "language"), [("/en/tidak-ada/", "en"), ("/id/tidak-ada/", "id"), ("/tidak-ada/", "id")]
)
def test_a_page_that_is_not_there_says_so_in_the_language_of_its_address(path, language):
    answer = Client().get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Language"] == language
    assert html.document_fromstring(answer.content.decode()).get("lang") == language


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("/", "/id/"),
        ("/tur", "/id/tur/"),
        ("/dari-berita", "/id/dari-berita/"),
        ("/kerja", "/kerja/id/"),
        ("/tur/", "/id/tur/"),
    ],
)
def test_short_addresses_lead_to_indonesian_pages(short, long):
    answer = Client().get(short)
    assert (answer.status_code, answer.headers["Location"]) == (301, long)


def test_neither_browser_nor_cookie_changes_the_language_of_an_address():
    client = Client(headers={"Accept-Language": "en"})
    client.cookies["django_language"] = "en"
    answer = client.get("/id/")
    assert html.document_fromstring(answer.content.decode()).get("lang") == "id"
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_staff_side_keeps_to_its_language(language, signed_in):
    client = signed_in("staf.bawaslu")
    for page in ("", "laporan/", "perkara/", "kegiatan/", "artikel/", "register/"):
        answer = client.get(f"/kerja/{language}/{page}")
        tree = html.document_fromstring(answer.content.decode())
        assert (tree.get("lang"), answer.headers["Content-Language"]) == (language, language)
        assert tree.xpath("//a[@class='language']/@href") == [f"/kerja/{other(language)}/{page}"]
        links = tree.xpath("//main//a/@href | //nav//a/@href")
        assert [a for a in links if a.startswith((f"/{other(language)}/", f"/kerja/{other(language)}/"))] == []
