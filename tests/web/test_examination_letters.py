"""The personnel office's letters as pages: what comes next is offered, written, numbered, taken along, and recorded."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

from once import Once
from sinetra.apps.cases.examinations.demo import load_examinations
from sinetra.apps.cases.letters.kept import text_of as letter_of
from sinetra.apps.cases.models import Examination, IssuedDocument
from sinetra.catalogue import ROOT
from sinetra.core.documents.seal import check_pdf
from sinetra.ports.signer import document_signer

pytestmark = pytest.mark.django_db
OFFICER, OTHER = "kepala.bkpsdm", "petugas.bkpsdm"
SignIn = Callable[[str], Client]
REST = {
    "nature": "Rahasia",
    "annexes": "",
    "copies": "Arsip",
    "capacity": "plt",
    "principal": "",
    "deputy": "",
    "signatory_title": "Kepala BKPSDM",
    "signatory_name": "Meranti Contohwan",
}
DELIVERED = {"delivered_on": "2024-11-21", "way": "handed", "handed_by": "Kepala bidang"} | REST


@pytest.fixture
def row(reports: None, once: Once) -> Examination:
    once("examinations", lambda: load_examinations(ROOT / "samples" / "cendana.yaml"))
    return Examination.objects.select_related("matter").get(stage="decided")


def written(client: Client, row: Examination, kind: str, given: dict[str, str]) -> IssuedDocument:
    address = reverse("write_letter", args=[row.matter_id, kind])
    answer = client.post(f"{address}?pemeriksaan={row.pk}", given)
    assert answer.status_code == 302, text_of(answer)
    made = IssuedDocument.objects.get(examination=row, kind=kind)
    answer = client.post(reverse("number_letter", args=[made.pk]), {"version": made.version}, follow=True)
    assert "Surat bernomor" in text_of(answer)
    return IssuedDocument.objects.select_related("matter__organisation", "examination").get(pk=made.pk)


def test_the_matter_offers_the_letter_of_the_next_step_and_shows_what_was_written(
    row: Examination, signed_in: SignIn
) -> None:
    answer = signed_in(OFFICER).get(reverse("matter", args=[row.matter_id]))
    section = html.document_fromstring(answer.content.decode()).xpath("//section[@aria-labelledby='surat']")[0]
    buttons = section.xpath(".//a[contains(@class, 'button')]")
    assert [link.text_content() for link in buttons] == ["Buat: Tanda terima penyampaian keputusan"]
    assert f"pemeriksaan={row.pk}" in buttons[0].get("href")
    words = section.text_content()
    assert "800/003/BKPSDM/2024" in words and "Buat: Laporan hasil pemeriksaan" in words
    assert "Buat: Surat panggilan" not in words, "that stage is over"


def test_where_none_was_written_yet_the_section_says_so(row: Examination, signed_in: SignIn) -> None:
    other = Examination.objects.exclude(pk=row.pk).get()
    page = text_of(signed_in(OFFICER).get(reverse("matter", args=[other.matter_id])))
    assert "Belum ada surat yang dibuat di sini." in page and "Buat: Tanda terima keberatan atau banding" in page


def test_a_letter_goes_from_the_step_to_its_number_and_fills_the_step_in(row: Examination, signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    step = reverse("examination_verb", args=[row.matter_id, row.pk, "deliver"])
    assert "Buat: Tanda terima penyampaian keputusan" in text_of(client.get(step))
    letter = written(client, row, "exam_delivery", DELIVERED)
    page = text_of(client.get(reverse("letter", args=[letter.pk])))
    for words in ("Plt. Kepala BKPSDM", "Kamis, 21 November 2024", "Hari terakhir mengajukan", "800/003/BKPSDM/2024"):
        assert words in page
    tree = html.document_fromstring(client.get(step).content.decode())
    assert tree.xpath("string(//input[@name='letter']/@value)") == letter.number
    assert tree.xpath("string(//input[@name='on']/@value)") == "2024-11-21"
    matter = text_of(client.get(reverse("matter", args=[row.matter_id])))
    assert letter.number in matter


def test_it_is_taken_along_as_pdf_and_docx_and_anybody_checks_it(row: Examination, signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    letter = written(client, row, "exam_delivery", DELIVERED)
    content = client.get(reverse("letter_pdf", args=[letter.pk])).content
    assert check_pdf(content, document_signer().check).ok
    draft = Document(BytesIO(client.get(reverse("letter_docx", args=[letter.pk])).content))
    assert letter.number in "\n".join(line.text for line in draft.paragraphs)
    code = letter_of(letter).code.replace("-", "")
    assert "Surat ini berlaku" in text_of(Client().get(reverse("check_document", args=[code])))


def test_beside_a_decision_stands_what_the_law_knows_and_nothing_is_chosen(row: Examination, signed_in: SignIn) -> None:
    Examination.objects.filter(pk=row.pk).update(stage="examined", penalty="", official="", verdict="")
    client = signed_in(OFFICER)
    address = reverse("write_letter", args=[row.matter_id, "exam_decision"])
    answer = client.get(address)
    assert "Berwenang untuk: Hukuman disiplin sedang" in text_of(answer)
    assert not html.document_fromstring(answer.content.decode()).xpath("//input[@type='radio'][@checked]")
    kept = {"penalty": "medium_promotion", "official": "jpt_pratama", "weighing": "Baru sekali."} | REST
    refused = client.post(address, kept | {"breach": ""})
    assert refused.status_code == 200 and "Baru sekali." in text_of(refused)
    assert not IssuedDocument.objects.filter(examination=row, number="").exists()


def test_the_letters_of_the_matter_stand_on_a_page_of_their_own_with_the_office_s_style(
    row: Examination, signed_in: SignIn
) -> None:
    client = signed_in(OFFICER)
    written(client, row, "exam_delivery", DELIVERED)
    page = text_of(client.get(reverse("letters", args=[row.matter_id])))
    assert "Tanda terima penyampaian keputusan" in page and "Jawaban kepada pengirim" in page
    assert "Naskah dinas" in page and client.get(reverse("letter_house")).status_code == 200
    english = client.get(reverse("letters", args=[row.matter_id]).replace("/id/", "/en/"))
    assert "Proof of delivery of the decision" in text_of(english) and "Answer to the sender" in text_of(english)


@pytest.mark.parametrize("name", ["exam_summons", "receipt", "clearance", "surat_cinta"])
def test_what_does_not_fit_the_stage_or_the_office_is_not_there(row: Examination, signed_in: SignIn, name: str) -> None:
    answer = signed_in(OFFICER).get(reverse("write_letter", args=[row.matter_id, name]))
    assert answer.status_code in {404, 409}


def test_the_examination_of_another_matter_fills_in_no_letter(row: Examination, signed_in: SignIn) -> None:
    other = Examination.objects.exclude(pk=row.pk).get()
    address = reverse("write_letter", args=[row.matter_id, "exam_delivery"])
    for given in (str(other.pk), "bukan-id"):
        assert signed_in(OFFICER).get(f"{address}?pemeriksaan={given}").status_code == 404


@pytest.mark.parametrize("who", ["staf.bawaslu", "auditor.bkn", "tim.netralitas", "ppk", "inspektorat", "admin"])
def test_who_may_not_open_the_letters(row: Examination, signed_in: SignIn, who: str) -> None:
    letter = written(signed_in(OFFICER), row, "exam_delivery", DELIVERED)
    client = signed_in(who)
    for name, args in (
        ("letters", [row.matter_id]),
        ("write_letter", [row.matter_id, "exam_delivery"]),
        ("letter", [letter.pk]),
        ("letter_pdf", [letter.pk]),
        ("letter_docx", [letter.pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code in {403, 404}


def test_an_officer_with_an_interest_opens_no_letter(row: Examination, signed_in: SignIn) -> None:
    letter = written(signed_in(OFFICER), row, "exam_delivery", DELIVERED)
    client = signed_in(OTHER)
    for name, args in (("letters", [row.matter_id]), ("letter", [letter.pk])):
        answer = client.get(reverse(name, args=args))
        assert answer.status_code in {403, 409} and letter.number not in answer.content.decode()
