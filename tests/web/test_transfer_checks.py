"""Files of replacements and letters as pages; the public calculator, figures and check of a letter."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parent))

from reading import text_of
from staff_pages import fields_of

from sinetra.apps.careers.demo import load_careers
from sinetra.apps.careers.models import CareerStep, CareerTally, TransferCheck, TransferFile, TransferLetter
from sinetra.catalogue import ROOT
from sinetra.web.transfer_form import initial_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
CSV = (
    "tanggal,jabatan,penanda_tangan,izin,izin_tanggal,acuan\n"
    "2024-12-02,lurah,definitive,ya,2024-11-20,usul 1\n"
    "kapan,lurah,definitive,,,usul 2\n"
    "2024-03-22,administrator,definitive,tidak,,usul 3\n"
)


@pytest.fixture
def officer(signed_in: SignIn) -> Client:
    return signed_in("petugas.bkpsdm")


@pytest.fixture
def careers(city: None) -> None:
    load_careers(ROOT / "samples" / "cendana.yaml")


@pytest.fixture
def transfer(careers: None) -> CareerStep:
    return CareerStep.objects.get(title="Lurah Akar Wangi", decision="proposed")


def sent(client: Client, text: str, name: str = "mutasi.csv") -> Any:
    return client.post(reverse("screen_transfers"), {"file": SimpleUploadedFile(name, text.encode())})


def state_of(answer: Any) -> str:
    found: str = html.document_fromstring(answer.content.decode()).xpath("string(//input[@name='state']/@value)")
    return found


def test_a_file_gives_numbers_names_the_bad_row_and_a_workbook_with_a_result_for_every_row(officer: Client):
    answer = sent(officer, CSV)
    page = text_of(answer)
    assert "Sebagian baris tidak diperiksa" in page
    assert "kapan" in page
    result = officer.post(reverse("transfer_results"), {"state": state_of(answer)})
    sheet = load_workbook(BytesIO(result.content)).worksheets[0]
    head, *rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    verdicts = [row[head.index("Putusan")] for row in rows]
    assert verdicts == ["Boleh dilaksanakan", "tidak diperiksa", "Dilarang"]
    assert [row[head.index("acuan")] for row in rows] == ["usul 1", "usul 2", "usul 3"]
    assert "22 Maret 2024" in rows[2][head.index("Penjelasan")]
    assert "hari itu masih boleh" in rows[2][head.index("Bacaan lain")]
    assert "Belum diketahui" not in rows[2][head.index("Penjelasan")]
    assert "tanggal" in rows[1][head.index("Yang salah")]
    assert TransferFile.objects.get().counts == {"allowed": 1, "forbidden": 1}
    assert "Berkas yang pernah diperiksa" in text_of(officer.get(reverse("screen_transfers")))


def test_what_is_missing_and_decides_is_told_in_the_result(officer: Client):
    answer = sent(officer, "tanggal,jabatan,penanda_tangan\n2024-12-02,lurah,definitive\n")
    result = officer.post(reverse("transfer_results"), {"state": state_of(answer)})
    (_head, row) = load_workbook(BytesIO(result.content)).worksheets[0].iter_rows(values_only=True)
    assert any("Belum diketahui: apakah ada izin Menteri." in str(cell) for cell in row)


def test_a_permit_without_number_and_date_is_not_read_as_unknown(officer: Client):
    text = "tanggal,jabatan,penanda_tangan,izin\n2024-12-02,lurah,definitive,ya\n2024-12-02,lurah,definitive,\n"
    result = officer.post(reverse("transfer_results"), {"state": state_of(sent(officer, text))})
    head, *rows = load_workbook(BytesIO(result.content)).worksheets[0].iter_rows(values_only=True)
    verdicts = [row[head.index("Putusan")] for row in rows]
    assert verdicts == ["Belum dapat dipastikan", "Perlu izin Menteri"]


def test_the_example_can_be_sent_as_it_is(officer: Client):
    example = officer.get(reverse("transfer_example"))
    file = SimpleUploadedFile("contoh.xlsx", example.content)
    answer = officer.post(reverse("screen_transfers"), {"file": file})
    assert "Unduh hasil" in text_of(answer)
    assert TransferFile.objects.get().bad_rows == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [("gaji\n1\n", "kolom"), ("", "kosong"), ("tanggal,jabatan\n", "tidak berisi")],
)
def test_a_file_that_is_none_is_refused_beside_its_control_and_nothing_is_stored(
    officer: Client, text: str, words: str
):
    answer = sent(officer, text)
    assert words in text_of(answer)
    assert not TransferFile.objects.exists()
    assert not CareerTally.objects.exists()


def test_the_result_is_for_who_sent_the_file_only(officer: Client, signed_in: SignIn):
    state = state_of(sent(officer, CSV))
    assert signed_in("ppk").post(reverse("transfer_results"), {"state": state}).status_code == 403
    assert signed_in("kepala.bkpsdm").post(reverse("transfer_results"), {"state": state}).status_code == 422
    assert officer.post(reverse("transfer_results"), {"state": "x"}).status_code == 422


def letter_of(client: Client, step: CareerStep, kind: str = "permit", **changes: str) -> Any:
    address = reverse("write_transfer_letter", args=[step.pk, kind])
    return client.post(address, fields_of(client.get(address)) | {"number": "800/9/2024"} | changes)


def test_a_letter_is_seen_as_a_draft_then_issued_downloaded_checked_and_taken_back(
    officer: Client, client: Client, transfer: CareerStep
):
    draft = letter_of(officer, transfer, do="draft")
    assert draft.content.startswith(b"%PDF")
    assert not TransferLetter.objects.exists()
    assert letter_of(officer, transfer).status_code == 302
    row = TransferLetter.objects.get()
    page = officer.get(reverse("career_step", args=[transfer.pk]))
    assert "800/9/2024" in text_of(page)
    file = officer.get(reverse("transfer_letter", args=[row.pk]))
    assert file.content.startswith(b"%PDF")
    code = code_in(file.content)
    told = client.get(reverse("check_document", args=[code]))
    assert "Surat ini berlaku" in text_of(told)
    assert "800/9/2024" in text_of(told)
    assert transfer.person is not None
    assert transfer.person.name not in text_of(told)
    assert (
        officer.post(reverse("revoke_transfer_letter", args=[row.pk]), {"reason": "Salah tanggal."}).status_code == 302
    )
    assert "Surat ini dicabut" in text_of(client.get(reverse("check_document", args=[code])))


def code_in(content: bytes) -> str:
    """The code of the address that the QR of a letter leads to."""
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    found = re.search(r"/surat/([0-9A-Z]{16})", "".join(text.split()))
    assert found is not None
    return found[1]


def test_what_a_letter_lacks_stands_beside_its_field(officer: Client, transfer: CareerStep):
    page = letter_of(officer, transfer, number="", more="Ia dilaporkan warga.")
    assert "laporan yang belum terbukti" in text_of(page)
    assert "Ia dilaporkan warga." in page.content.decode()
    assert "Tulis nomor suratnya" in text_of(letter_of(officer, transfer, number=""))
    assert not TransferLetter.objects.exists()
    assert officer.get(reverse("write_transfer_letter", args=[transfer.pk, "lain"])).status_code == 404


def test_who_may_not_neither_writes_nor_downloads(officer: Client, signed_in: SignIn, transfer: CareerStep):
    letter_of(officer, transfer)
    row = TransferLetter.objects.get()
    for username in ("tim.netralitas", "inspektorat", "admin", "staf.bawaslu", "orang.luar"):
        other = signed_in(username)
        assert other.get(reverse("transfer_letter", args=[row.pk])).status_code == 403, username
        assert other.get(reverse("revoke_transfer_letter", args=[row.pk])).status_code == 403, username
    ppk = signed_in("ppk")
    assert ppk.get(reverse("transfer_letter", args=[row.pk])).status_code == 200
    assert ppk.get(reverse("revoke_transfer_letter", args=[row.pk])).status_code == 403


def asked(client: Client, language: str = "id", **given: str) -> str:
    return text_of(client.get(reverse("transfer_calculator").replace("/id/", f"/{language}/", 1), given))


def test_the_calculator_stores_nothing_and_gives_verdict_windows_and_every_reading(client: Client, places: None):
    given = {"tanggal": "2024-03-22", "wilayah": "63.72", "jabatan": "administrator", "penandatangan": "definitive"}
    told = asked(client, izin="tidak", **given)
    assert "Dilarang" in told
    assert "Di sini sumber-sumber berbeda" in told
    assert "Hari itu masih boleh" in told
    assert "UU 10/2016 Pasal 71 ayat (2)" in told
    assert "Perlu izin Menteri" in asked(client, **given)
    english = asked(client, "en", izin="tidak", **given)
    assert "Forbidden" in english
    assert "22 March 2024" in english
    assert not TransferCheck.objects.exists()
    assert not CareerTally.objects.exists()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"tanggal": "2024-11-08", "izin": "ya", "izin_tanggal": "2024-11-11"}, "Dilarang"),
        ({"tanggal": "2024-11-08", "izin": "ya", "izin_tanggal": "2024-11-07"}, "Boleh dilaksanakan"),
        ({"tanggal": "2025-06-02", "izin": "tidak"}, "Dilarang"),
        ({"tanggal": "2026-06-02", "izin": "tidak"}, "Boleh dilaksanakan"),
    ],
)
def test_the_dated_examples_get_their_verdict(client: Client, places: None, given: dict[str, str], words: str):
    usual = {"wilayah": "63.72", "jabatan": "camat", "penandatangan": "definitive"}
    page = client.get(reverse("transfer_calculator"), usual | given)
    verdict = html.document_fromstring(page.content.decode()).xpath("string(//h2[@class='verdict'])")
    assert verdict == words


def test_a_letter_of_which_only_is_known_that_it_exists_is_kept_as_that(officer: Client):
    given = {"tanggal": "2024-05-02", "jabatan": "camat", "penandatangan": "definitive", "wilayah": "99.71"}
    answer = officer.post(reverse("new_transfer_check"), given | {"izin": "ya", "pertek": "ya"})
    assert answer.status_code == 302
    row = TransferCheck.objects.get()
    assert row.facts["permit"] == row.facts["technical_approval"] == {}
    assert row.verdict == "undetermined"
    begun = initial_of(row.facts)
    assert (begun["izin"], begun["pertek"]) == ("ya", "ya")
    assert not any(begun[name] for name in begun if name.startswith(("izin_", "pertek_")))


def test_what_is_wrong_in_the_calculator_stands_beside_its_control(client: Client):
    told = asked(client, tanggal="besok", wilayah="Atlantis")
    assert "Tulis tanggal seperti" in told
    assert "Atlantis" in told
    known = asked(client, tanggal="2024-11-08", pemilihan="pilkada_2020", wilayah="99.71")
    assert "Ada yang perlu diperbaiki" in known


def test_the_figures_tell_numbers_with_reasons_and_no_name(client: Client, careers: None):
    page = client.get(reverse("transfer_figures"))
    told = text_of(page)
    assert "Pemilu 2024" in told
    assert "Mengisi jabatan kosong" in told or "mengisi jabatan kosong" in told
    for row in CareerStep.objects.select_related("person"):
        assert row.person is not None
        assert row.person.name not in told
    csv = client.get(reverse("after_vote_csv")).content.decode()
    assert "transfer,vacancy," in csv
    assert "Set-Cookie" not in page.headers


def test_without_any_the_figures_say_that_there_are_none(client: Client, city: None):
    told = text_of(client.get(reverse("transfer_figures")))
    assert "Belum ada penggantian pejabat tercatat" in told
    assert "Nihil" in told


def test_the_figures_stand_in_an_installation_without_any_office(client: Client):
    assert "Belum ada pemungutan suara" in text_of(client.get(reverse("transfer_figures")))
