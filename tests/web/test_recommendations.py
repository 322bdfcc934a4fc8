"""Recommendations on the pages: an old list comes in, what waits longest stands first, one letter reminds of all."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook

from sinetra.apps.cases.demo import load_recommendations
from sinetra.apps.cases.models import LadderLetter, LadderStep, Recommendation
from sinetra.catalogue import ROOT

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
OLD = ROOT / "samples" / "recommendations.csv"
MAYOR = "Wali Kota Cendana"
LETTER = {
    "letter": "031/PM.00.02/K.CDN/XI/2024",
    "signatory_office": "Ketua Bawaslu Kota Cendana",
    "signatory_name": "Akasia Contohwan",
}


@pytest.fixture
def staff(city: None, signed_in: SignIn) -> Client:
    return signed_in("staf.bawaslu")


@pytest.fixture
def listed(staff: Client) -> Client:
    load_recommendations(OLD)
    return staff


def first_cells(answer: object) -> list[str]:
    tree = html.document_fromstring(answer.content.decode())  # type: ignore[attr-defined]
    return [" ".join(cell.text_content().split()) for cell in tree.xpath("//main//tbody/tr/*[1]")]


def numbers(answer: object) -> list[str]:
    return [cell.split("/")[0][-3:] for cell in first_cells(answer)]


def test_an_empty_list_says_how_to_fill_it(staff: Client) -> None:
    page = text_of(staff.get(reverse("recommendations")))
    assert "Belum ada rekomendasi" in page and "Masukkan daftar lama" in page


def test_an_old_list_is_looked_at_first_and_gives_an_ageing_list(staff: Client) -> None:
    file = SimpleUploadedFile("lama.csv", OLD.read_bytes())
    seen = staff.post(reverse("import_people"), {"kind": "rekomendasi", "file": file})
    assert "Baru7" in text_of(seen) and not Recommendation.objects.exists()
    state = html.document_fromstring(seen.content.decode()).xpath("//input[@name='state']/@value")[0]
    answer = staff.post(reverse("store_import"), {"state": state}, follow=True)
    assert numbers(answer) == ["011", "014", "017", "021", "025"]


def test_the_list_can_be_narrowed_and_taken_along(listed: Client) -> None:
    assert numbers(listed.get(reverse("recommendations"), {"state": "decided"})) == ["022", "019"]
    assert numbers(listed.get(reverse("recommendations"), {"addressee": MAYOR})) == ["011", "014", "021", "025"]
    book = load_workbook(BytesIO(listed.get(reverse("recommendations_workbook"), {"addressee": MAYOR}).content))
    assert next(book.worksheets[0].iter_rows(min_row=2))[0].value == "011/PM.00.02/K.CDN/VII/2024"


def test_one_of_them_says_why_it_is_due_and_that_no_law_says_so(listed: Client) -> None:
    row = Recommendation.objects.get(number__startswith="014")
    page = text_of(listed.get(reverse("recommendation", args=[row.pk])))
    assert "Lama tindak lanjut ini belum ditetapkan undang-undang" in page
    assert "tanggal terimanya tidak diketahui" in page
    assert "Surat pengingat" in page


def test_one_letter_for_all_late_ones_and_the_same_letter_again(listed: Client) -> None:
    address = f"{reverse('remind')}?addressee={MAYOR}"
    answer = listed.post(address, LETTER | {"dated_on": "2024-11-21"}, follow=True)
    assert "Surat pengingat dibuat" in text_of(answer)
    assert LadderStep.objects.count() == 3  # that of 18 November is not late yet
    letter = LadderLetter.objects.get()
    files = [listed.get(reverse("ladder_letter", args=[letter.pk])).content for _ in range(2)]
    assert files[0].startswith(b"%PDF") and files[0] == files[1]
    assert "Tidak ada yang perlu diingatkan" in text_of(listed.get(address))


def test_what_is_wrong_stays_written_and_is_named(listed: Client) -> None:
    row = Recommendation.objects.get(number__startswith="011")
    given = {"answer": "sanctioned", "on": "2024-11-20", "letter": "", "note": "menunggu tanda tangan"}
    answer = listed.post(reverse("answer_recommendation", args=[row.pk]), given)
    page = answer.content.decode()
    assert "Tuliskan nomor surat keputusannya." in page and "menunggu tanda tangan" in page
    assert Recommendation.objects.get(pk=row.pk).decided_on is None


def test_a_recorded_answer_ends_the_waiting(listed: Client) -> None:
    row = Recommendation.objects.get(number__startswith="011")
    given = {"answer": "sanctioned", "on": "2024-11-20", "letter": "800/500/BKPSDM"}
    answer = listed.post(reverse("answer_recommendation", args=[row.pk]), given, follow=True)
    page = text_of(answer)
    assert "Sanksi dijatuhkan" in page and "Catat jawaban" not in page


def test_a_rung_of_another_body_is_recorded_by_its_letter(listed: Client) -> None:
    row = Recommendation.objects.get(number__startswith="011")
    address = reverse("climb_recommendation", args=[row.pk])
    for number, issuer in (("1/B", ""), ("2/BKN", "BKN (contoh)")):
        given = {"letter": number, "dated_on": "2024-11-20", "recipient": MAYOR, "issuer": issuer}
        assert listed.post(address, given).status_code == 302
    page = text_of(listed.get(reverse("recommendation", args=[row.pk])))
    assert "2/BKN kepada Wali Kota Cendana" in page and "BKN (contoh)" in page


@pytest.mark.parametrize("username", ["petugas.bkpsdm", "kustodian", "orang.luar"])
def test_who_may_not(username: str, city: None, signed_in: SignIn) -> None:
    load_recommendations(OLD)
    client = signed_in(username)
    row = Recommendation.objects.get(number__startswith="011")
    for name, args in (
        ("recommendations", []),
        ("recommendations_workbook", []),
        ("remind", []),
        ("recommendation", [row.pk]),
        ("answer_recommendation", [row.pk]),
        ("climb_recommendation", [row.pk]),
    ):
        assert client.get(reverse(name, args=args)).status_code in {403, 404}, name


def test_another_office_finds_nothing_of_it(listed: Client, signed_in: SignIn) -> None:
    row = Recommendation.objects.get(number__startswith="011")
    client = signed_in("auditor.bkn")
    assert client.get(reverse("recommendation", args=[row.pk])).status_code == 404
    assert "Belum ada rekomendasi" in text_of(client.get(reverse("recommendations")))
    assert client.get(reverse("recommendation", args=[uuid4()])).status_code == 404


def test_each_sees_only_the_files_of_the_own_work(city: None, signed_in: SignIn) -> None:
    officer, staff = signed_in("petugas.bkpsdm"), signed_in("staf.bawaslu")
    assert "Rekomendasi lama" not in text_of(officer.get(reverse("import_people")))
    page = text_of(staff.get(reverse("import_people")))
    assert "Rekomendasi lama" in page and "NIP" not in page
    assert staff.get(reverse("import_example", args=["pegawai"])).status_code == 403
    assert officer.get(reverse("import_example", args=["rekomendasi"])).status_code == 403
    assert staff.get(reverse("import_example", args=["rekomendasi"])).status_code == 200
    posted = staff.post(reverse("import_people"), {"kind": "pegawai", "file": SimpleUploadedFile("a.csv", b"nama\n")})
    assert posted.status_code == 200 and "kind" in posted.context["form"].errors
