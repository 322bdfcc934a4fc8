"""``/edaran/``: everybody reads what was published; a statement that one has it tells nothing about anybody."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.prevention.demo.circulars import load_circulars
from sinetra.apps.prevention.models import Circular, CircularReceipt

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "198301012008031930", "198301012008031931"


@pytest.fixture
def row(city: None) -> Circular:
    load_circulars()
    return Circular.objects.get(number__startswith="002/")


def text_of(content: bytes) -> str:
    return " ".join(html.document_fromstring(content.decode()).text_content().split())


def test_the_list_has_published_ones_only(row: Circular) -> None:
    page = text_of(Client().get(reverse("public_circulars")).content)
    assert "001/SE/X/2024" in page
    assert "002/SE/XI/2024" in page
    assert "masa tenang" not in page


def test_without_any_the_page_says_so(city: None) -> None:
    assert "Belum ada edaran" in text_of(Client().get(reverse("public_circulars")).content)


def test_a_draft_has_no_public_address(row: Circular) -> None:
    draft = Circular.objects.get(state="draft")
    for name in ("public_circular", "public_circular_pdf", "public_circular_message", "accept_circular"):
        assert Client().get(reverse(name, args=[draft.pk])).status_code == 404, name


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_cited_norm_leads_to_its_page_on_the_day_of_the_letter(row: Circular, language: str) -> None:
    address = reverse("public_circular", args=[row.pk]).replace("/id/", f"/{language}/", 1)
    page = html.document_fromstring(Client().get(address).content.decode())
    links = [url for url in page.xpath("//article[contains(@class,'piece')]//a/@href") if "/aturan/" in url]
    assert len(links) > 5
    assert all("pada=2024-11-18" in url for url in links)
    assert Client().get(links[0]).status_code == 200
    if language == "en":
        assert page.xpath("//article[contains(@class,'piece')]/@lang") == ["id"]


@pytest.mark.parametrize("name", ["public_circular", "accept_circular"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_of_one_keeps_to_its_language(row: Circular, name: str, language: str) -> None:
    address = reverse(name, args=[row.pk]).replace("/id/", f"/{language}/", 1)
    answer = Client().get(address)
    assert answer.headers["Content-Language"] == language
    other = {"id": "/en/", "en": "/id/"}[language]
    page = html.document_fromstring(answer.content.decode())
    assert not [url for url in page.xpath("//main//a/@href") if url.startswith(other)]


def test_files_are_the_letter_marked_as_an_exercise_and_always_the_same(row: Circular) -> None:
    pdf = reverse("public_circular_pdf", args=[row.pk])
    first = Client().get(pdf)
    assert first.headers["Content-Type"] == "application/pdf"
    assert first.content == Client().get(pdf.replace("/id/", "/en/", 1)).content
    message = Client().get(reverse("public_circular_message", args=[row.pk])).content.decode()
    assert message.startswith("*LATIHAN*\n*SURAT EDARAN 002/SE/XI/2024*")
    assert f"/id/edaran/{row.pk}/terima/" in message


def state(client: Client, row: Circular, **said: str) -> str:
    answer = client.post(reverse("accept_circular", args=[row.pk]), said)
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert not answer.cookies
    return answer.content.decode()


def test_known_unknown_and_repeated_get_the_same_page(row: Circular) -> None:
    before = CircularReceipt.objects.count()
    known = state(Client(), row, nip=KNOWN)
    assert CircularReceipt.objects.count() == before + 1
    pages = {known, state(Client(), row, nip=KNOWN), state(Client(), row, nip=UNKNOWN)}
    assert len(pages) == 1
    assert CircularReceipt.objects.count() == before + 1
    assert KNOWN not in known
    named = state(Client(), row, name="Ilalang Contohsari", unit="Dinas Sosial")
    other = state(Client(), row, name="Entah Siapa", unit="Di mana")
    assert {named, other} == pages


def test_what_is_wrong_is_said_beside_the_field_and_stays_typed(row: Circular) -> None:
    page = state(Client(), row, nip="1234")
    assert 'value="1234"' in page
    assert "aria-invalid" in page or "field-error" in page
    assert "Isi NIP Anda, atau nama dan unit kerja" in state(Client(), row)
    kept = state(Client(), row, name="Siti", unit="")
    assert 'value="Siti"' in kept


def test_the_form_needs_no_script_and_refuses_to_be_posted_from_elsewhere(row: Circular) -> None:
    address = reverse("accept_circular", args=[row.pk])
    page = Client().get(address)
    assert not re.search(rb"<script", page.content)
    assert "no-store" in page.headers["Cache-Control"]
    assert Client().post(address, {"nip": KNOWN}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_one_that_was_superseded_leads_on_and_takes_no_statement(row: Circular) -> None:
    Circular.objects.filter(pk=row.pk).update(state="superseded")
    before = CircularReceipt.objects.count()
    address = reverse("accept_circular", args=[row.pk])
    assert "tidak berlaku lagi" in text_of(Client().get(address).content)
    Client().post(address, {"nip": KNOWN})
    assert CircularReceipt.objects.count() == before


def test_the_rulebook_leads_there(city: None) -> None:
    assert reverse("public_circulars").encode() in Client().get(reverse("rulebook")).content


def test_no_page_tells_who_has_stated_it(row: Circular) -> None:
    for name in ("public_circular", "public_circulars"):
        address = reverse(name, args=[row.pk] if name == "public_circular" else [])
        assert "Contohsari" not in text_of(Client().get(address).content)
