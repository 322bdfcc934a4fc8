"""The page *Surat* of a matter: made, looked at, numbered, taken along, brought back; anybody checks by the code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from pypdf import PdfReader

from sinetra.apps.cases.letters.kept import text_of
from sinetra.apps.cases.models import IssuedDocument, Matter, SignedCopy
from sinetra.core.documents.seal import check_pdf
from sinetra.ports.signer import document_signer

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of as page_text
from staff_pages import rows, tells_of_a_report

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
SIGNED = {
    "capacity": "an",
    "principal": "Ketua",
    "deputy": "",
    "signatory_title": "Kepala Sekretariat",
    "signatory_name": "Akasia Contohwan",
}
REST = {"nature": "Penting", "annexes": "", "copies": "Arsip"} | SIGNED
RECEIPT = {"received_by": "Petugas penerima", "evidence": "Foto"} | REST


@pytest.fixture
def matter(reports: None) -> Matter:
    return rows()[1]


@pytest.fixture
def staff(signed_in: SignIn) -> Client:
    return signed_in("staf.bawaslu")


@pytest.fixture
def chair(signed_in: SignIn) -> Client:
    return signed_in("pleno")


def drafted(client: Client, matter: Matter, name: str, given: dict[str, str]) -> IssuedDocument:
    answer = client.post(reverse("write_letter", args=[matter.pk, name]), given)
    assert answer.status_code == 302, page_text(answer)
    return IssuedDocument.objects.select_related("matter__organisation").order_by("-created_at", "-id")[0]


def numbered(client: Client, row: IssuedDocument) -> IssuedDocument:
    answer = client.post(reverse("number_letter", args=[row.pk]), {"version": row.version}, follow=True)
    assert "Surat bernomor" in page_text(answer)
    return IssuedDocument.objects.select_related("matter__organisation").get(pk=row.pk)


def test_a_matter_without_letters_offers_those_that_fit_and_says_what_their_codes_are(
    staff: Client, matter: Matter
) -> None:
    assert reverse("letters", args=[matter.pk]) in staff.get(reverse("matter", args=[matter.pk])).content.decode()
    page = page_text(staff.get(reverse("letters", args=[matter.pk])))
    assert "Belum ada surat" in page and "Surat penerusan" in page
    assert "Bukan kode resmi" in page and "Surat keterangan tidak terbukti" not in page


def test_a_letter_goes_from_draft_to_a_sealed_file(staff: Client, matter: Matter) -> None:
    row = drafted(staff, matter, "receipt", RECEIPT)
    draft = page_text(staff.get(reverse("letter", args=[row.pk])))
    assert "konsep" in draft and "a.n. Ketua" in draft and "Petugas penerima" in draft
    preview = staff.get(reverse("letter_pdf", args=[row.pk])).content
    assert "KONSEP" in PdfReader(BytesIO(preview)).pages[0].extract_text()
    row = numbered(staff, row)
    content = staff.get(reverse("letter_pdf", args=[row.pk])).content
    assert check_pdf(content, document_signer().check).ok
    assert staff.get(reverse("letter_pdf", args=[row.pk])).content == content
    page = page_text(staff.get(reverse("letter", args=[row.pk])))
    assert row.sha256 in page and "segel uji; bukan tanda tangan elektronik tersertifikasi" in page
    assert "LATIHAN" in page and "Ubah konsep" not in page


def test_what_is_wrong_stays_written_and_is_named(staff: Client, matter: Matter) -> None:
    answer = staff.post(reverse("write_letter", args=[matter.pk, "receipt"]), RECEIPT | {"received_by": ""})
    assert answer.status_code == 200 and "Kepala Sekretariat" in answer.content.decode()
    answer = staff.post(reverse("write_letter", args=[matter.pk, "receipt"]), RECEIPT | {"principal": ""})
    assert "blok tanda tangan belum lengkap" in page_text(answer)
    assert not IssuedDocument.objects.exists()


def test_a_draft_that_was_rewritten_meanwhile_gets_no_number(staff: Client, matter: Matter) -> None:
    row = drafted(staff, matter, "receipt", RECEIPT)
    address, read = reverse("edit_letter", args=[row.pk]), {"version": row.version}
    staff.post(address, RECEIPT | read | {"received_by": "Petugas lain"})
    late = staff.post(address, RECEIPT | read | {"received_by": "Petugas ketiga"})
    assert "baru saja diubah orang lain" in page_text(late) and "Petugas ketiga" in late.content.decode()
    answer = staff.post(reverse("number_letter", args=[row.pk]), {"version": row.version})
    assert "baru saja diubah orang lain" in page_text(answer)
    assert IssuedDocument.objects.get(pk=row.pk).number == ""


def test_a_new_version_and_a_draft_thrown_away(staff: Client, matter: Matter) -> None:
    old = numbered(staff, drafted(staff, matter, "receipt", RECEIPT))
    address = f"{reverse('write_letter', args=[matter.pk, 'receipt'])}?ganti={old.pk}"
    assert "Petugas penerima" in staff.get(address).content.decode()
    staff.post(address, RECEIPT)
    new = IssuedDocument.objects.get(edition=2)
    staff.post(reverse("discard_letter", args=[new.pk]), {"version": new.version})
    assert not IssuedDocument.objects.filter(edition=2).exists()
    staff.post(address, RECEIPT)
    numbered(staff, IssuedDocument.objects.get(edition=2))
    page = page_text(staff.get(reverse("letters", args=[matter.pk])))
    assert "diganti versi baru" in page and "berlaku" in page


def test_the_docx_carries_the_code_and_the_signed_file_comes_back(staff: Client, matter: Matter) -> None:
    row = numbered(staff, drafted(staff, matter, "receipt", RECEIPT))
    word = Document(BytesIO(staff.get(reverse("letter_docx", args=[row.pk])).content))
    code = text_of(row).code
    assert word.core_properties.keywords == code and row.number in "\n".join(p.text for p in word.paragraphs)
    signed = staff.get(reverse("letter_pdf", args=[row.pk])).content + b"\n<</Type/Sig/ByteRange[0 1 2 3]>>\n%%EOF\n"
    answer = bring(staff, row, signed)
    assert "Berkas cocok dengan surat ini" in answer and "belum diperiksa di sini" in answer
    copy = SignedCopy.objects.get()
    assert staff.get(reverse("signed_pdf", args=[copy.pk])).content == signed
    assert "sudah tersimpan" in bring(staff, row, signed)


def bring(client: Client, row: IssuedDocument, content: bytes, typed: str = "") -> str:
    file = SimpleUploadedFile("surat.pdf", content)
    return page_text(client.post(reverse("bring_signed", args=[row.pk]), {"file": file, "typed": typed}, follow=True))


def test_a_file_that_does_not_belong_is_told_and_kept(staff: Client, matter: Matter) -> None:
    first, second = (numbered(staff, drafted(staff, matter, "receipt", RECEIPT)) for _ in range(2))
    strange = staff.get(reverse("letter_pdf", args=[second.pk])).content
    answer = bring(staff, first, strange)
    assert text_of(second).code in answer and "ditandai tidak cocok" in answer
    assert "tidak cocok dengan surat ini" in page_text(staff.get(reverse("letter", args=[first.pk])))
    assert staff.get(reverse("signed_pdf", args=[SignedCopy.objects.get().pk])).content == strange
    assert "bukan jenis yang diterima" in bring(staff, first, b"PK\x03\x04")


def test_only_a_commissioner_numbers_minutes_of_the_plenary_and_revokes(
    staff: Client, chair: Client, matter: Matter
) -> None:
    given = {"held_on": "2024-11-21", "present": "A\nB", "votes": "2-0-0", "decision": "Diteruskan."} | REST
    row = drafted(staff, matter, "plenary_minutes", given)
    assert "diberi nomor oleh anggota pleno" in page_text(staff.get(reverse("letter", args=[row.pk])))
    assert staff.post(reverse("number_letter", args=[row.pk]), {"version": row.version}).status_code == 403
    row = numbered(chair, row)
    assert staff.get(reverse("revoke_letter", args=[row.pk])).status_code == 403
    assert "Tuliskan alasannya" in page_text(chair.post(reverse("revoke_letter", args=[row.pk]), {"reason": ""}))
    chair.post(reverse("revoke_letter", args=[row.pk]), {"reason": "Salah tanggal rapat."})
    assert IssuedDocument.objects.get(pk=row.pk).state == "revoked"


def test_anybody_checks_a_letter_and_learns_nobody_s_name(
    staff: Client, chair: Client, client: Client, matter: Matter
) -> None:
    row = numbered(staff, drafted(staff, matter, "receipt", RECEIPT))
    code = text_of(row).code
    asked = client.get(reverse("check_documents"), {"kode": code.lower()}, follow=True)
    page = page_text(asked)
    assert "Surat ini berlaku" in page and row.sha256 in page and row.number in page and "LATIHAN" in page
    assert matter.number not in page and "Akasia" not in page and not tells_of_a_report(asked)
    chair.post(reverse("revoke_letter", args=[row.pk]), {"reason": "Salah alamat."})
    page = page_text(client.get(reverse("check_document", args=[code])))
    assert "Surat ini dicabut" in page and "Salah alamat" not in page
    assert client.get(reverse("check_document", args=["0000000000000000"])).status_code == 404
    assert "tidak lengkap" in page_text(client.get(reverse("check_documents"), {"kode": "abc"}))
    english = client.get(reverse("check_document", args=[code]).replace("/id/", "/en/", 1))
    assert "This letter was revoked" in page_text(english) and not english.cookies


def test_the_office_sets_its_own_naskah_dinas(chair: Client, staff: Client, matter: Matter) -> None:
    given = {
        "lines": "Badan Pengawas Pemilihan Umum",
        "address": "Jalan Contoh 1",
        "place": "Cendana",
        "paper": "f4",
        "pattern": "{sequence:04}/K.CDN/{year}",
        "nature": "Segera",
        "copies": "Arsip",
    } | SIGNED
    assert "tidak diterima" in page_text(chair.post(reverse("letter_house"), given | {"pattern": "{nomor}"}))
    assert chair.post(reverse("letter_house"), given).status_code == 302
    assert "Akasia Contohwan" in staff.get(reverse("write_letter", args=[matter.pk, "receipt"])).content.decode()
    row = numbered(staff, drafted(staff, matter, "receipt", RECEIPT))
    assert row.number == "0001/K.CDN/2024"
    box = PdfReader(BytesIO(staff.get(reverse("letter_pdf", args=[row.pk])).content)).pages[0].mediabox
    assert round(float(box.height) / 72 * 25.4) == 330
    assert staff.get(reverse("letter_house")).status_code == 403


def test_a_letter_that_does_not_fit_the_matter_is_refused(staff: Client, matter: Matter) -> None:
    assert staff.get(reverse("write_letter", args=[matter.pk, "clearance"])).status_code == 409
    assert staff.get(reverse("write_letter", args=[matter.pk, "surat-cinta"])).status_code == 404


@pytest.mark.parametrize(
    "username", ["petugas.bkpsdm", "kustodian", "orang.luar", "auditor.bkn", "admin", "inspektorat", "ppk"]
)
def test_who_may_not(username: str, staff: Client, signed_in: SignIn, matter: Matter) -> None:
    row = numbered(staff, drafted(staff, matter, "receipt", RECEIPT))
    content = staff.get(reverse("letter_pdf", args=[row.pk])).content
    bring(staff, row, content + b"\n%%EOF\n")
    client = signed_in(username)
    for name, args in (
        ("letters", [matter.pk]),
        ("write_letter", [matter.pk, "receipt"]),
        ("letter", [row.pk]),
        ("edit_letter", [row.pk]),
        ("number_letter", [row.pk]),
        ("discard_letter", [row.pk]),
        ("revoke_letter", [row.pk]),
        ("letter_pdf", [row.pk]),
        ("letter_docx", [row.pk]),
        ("bring_signed", [row.pk]),
        ("signed_pdf", [SignedCopy.objects.get().pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code in {403, 404}, name
    # Who works for a receiver has letters of their own, so a house style, too.
    own = username in {"petugas.bkpsdm", "auditor.bkn"}
    assert client.get(reverse("letter_house")).status_code == (200 if own else 403)
    assert client.post(reverse("make_letter_file", args=[row.pk])).status_code in {403, 404}
