"""The personnel office brings in a file: looks first, stores then, and gets back all that is wrong."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import field, tree_of

from sinetra.apps.registry.imports.held_file import forget_old
from sinetra.apps.registry.models import Headcount, Person, Unit

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
OFFICER = "petugas.bkpsdm"
HEAD = "nama,status,nip,unit,jabatan,nama_jabatan\n"
NEW = "Selasih Contohmurni,pns,199201012015032907,BKPSDM,functional,Analis\n"


@pytest.fixture
def officer(city: None, signed_in: SignIn) -> Client:
    return signed_in(OFFICER)


def upload(text: str | bytes, name: str = "pegawai.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def send(client: Client, text: str | bytes, kind: str = "pegawai", **more: Any) -> Any:
    return client.post(reverse("import_people"), {"kind": kind, "file": upload(text, **more)})


def state(answer: Any) -> str:
    return field(tree_of(answer), "state")


def words(answer: Any) -> str:
    return " ".join(" ".join(tree_of(answer).xpath("//main")[0].itertext()).split())


def sealed_files() -> list[Path]:
    return list((Path(settings.SINETRA_DATA) / "uploads").glob("*"))


@pytest.fixture(autouse=True)
def _no_files_of_an_earlier_test() -> None:
    for path in sealed_files():
        path.unlink()


def test_what_would_change_is_shown_before_anything_is_stored_and_then_stored_once(officer):
    before = Person.objects.count()
    answer = send(officer, HEAD + NEW)
    assert answer.status_code == 200 and "Baru 1 Berubah 0 Tetap 0" in words(answer)
    assert Person.objects.count() == before and not Headcount.objects.exists()
    (kept,) = sealed_files()
    assert b"Selasih" not in kept.read_bytes()
    stored = officer.post(reverse("store_import"), {"state": state(answer)}, follow=True)
    assert "Tersimpan: 1 baru, 0 berubah, 0 tetap." in stored.content.decode()
    person = Person.objects.get(name="Selasih Contohmurni")
    assert person.unit.code == "BKPSDM" and Headcount.objects.exists() and not sealed_files()
    again = officer.post(reverse("store_import"), {"state": state(answer)})
    assert again.status_code == 422 or "tidak lagi disimpan" in again.content.decode()
    same = send(officer, HEAD + NEW)
    assert "tidak ada yang perlu disimpan" in words(same) and "Tetap 1" in words(same)


def test_all_that_is_wrong_is_listed_with_row_and_column_and_taken_along(officer):
    wrong = "".join(f"Nama {n},pns,{n},BKPSDM,,\n" for n in range(30))
    before = Person.objects.count()
    answer = send(officer, HEAD + NEW + wrong)
    assert answer.status_code == 422 and Person.objects.count() == before
    text = words(answer)
    assert "30 kesalahan dalam pegawai.csv" in text and "20 yang pertama" in text
    tree = tree_of(answer)
    assert len(tree.xpath("//tbody/tr")) == 20
    taken = officer.post(reverse("import_faults"), {"state": state(answer)})
    rows = list(load_workbook(BytesIO(taken.content)).active.iter_rows(values_only=True))
    assert len(rows) == 31 and rows[1][:2] == (3, "nip") and "18 angka" in rows[1][2]


def test_a_file_that_is_no_table_is_told_at_its_field(officer):
    answer = send(officer, b"PK\x03\x04", name="pegawai.csv")
    assert "beri nama berakhiran .xlsx" in words(answer)
    assert "Pilih berkas XLSX atau CSV." in words(officer.post(reverse("import_people"), {"kind": "pegawai"}))
    assert not sealed_files()


@pytest.mark.parametrize("kind", ["pegawai", "unit"])
def test_the_example_has_lists_to_choose_from_and_comes_in_again(officer, kind):
    answer = officer.get(reverse("import_example", args=[kind]))
    book = load_workbook(BytesIO(answer.content))
    table = book.worksheets[0]
    assert book.sheetnames[1:] == ["Petunjuk", "Daftar"]
    lists = {str(rule.sqref)[0]: rule.formula1 for rule in table.data_validations.dataValidation if rule.type == "list"}
    heads = {cell.column_letter: cell.value for cell in table[1]}
    chosen = {heads[letter]: formula for letter, formula in lists.items()}
    expected = {"status", "unit", "jabatan"} if kind == "pegawai" else {"jenis", "induk"}
    assert set(chosen) == expected
    column = chosen["unit" if kind == "pegawai" else "induk"].split("!$")[1][0]
    listed = {cell.value for cell in book["Daftar"][column][1:] if cell.value}
    assert listed == set(Unit.objects.filter(organisation__short_name="Pemko Cendana").values_list("code", flat=True))
    instructions = " ".join(str(cell.value) for row in book["Petunjuk"] for cell in row)
    assert "Tempel sebagai nilai" in instructions and "formulas are refused" in instructions
    filled = {
        "nama": "Selasih Contohmurni",
        "status": "pns",
        "nip": "199201012015032907",
        "unit": "BKPSDM",
        "kode": "UJI-1",
        "jenis": "sekolah",
    }
    if kind == "pegawai":
        assert table.column_dimensions["C"].number_format == "@"
    for letter, name in heads.items():
        table[f"{letter}2"] = filled.get(name)
    made = BytesIO()
    book.save(made)
    assert "Baru 1" in words(send(officer, made.getvalue(), kind, name=f"{kind}.xlsx"))


def test_an_empty_example_says_that_it_is_empty(officer):
    answer = officer.get(reverse("import_example", args=["unit"]))
    assert "belum berisi baris" in words(send(officer, answer.content, "unit", name="contoh-unit.xlsx"))
    assert officer.get("/kerja/id/register/impor/contoh/gaji.xlsx").status_code == 404


def test_only_the_personnel_office_reaches_the_page_and_nobody_stores_the_file_of_another(officer, signed_in):
    answer = send(officer, HEAD + NEW)
    other = signed_in("admin")
    assert other.get(reverse("import_people")).status_code == 403
    assert send(other, HEAD + NEW).status_code == 403
    for address in ("store_import", "import_faults"):
        assert other.post(reverse(address), {"state": state(answer)}).status_code == 403
    # A Bawaslu office brings in its own tables there, and nobody's people.
    staff = signed_in("staf.bawaslu")
    assert staff.get(reverse("import_example", args=["unit"])).status_code == 403
    assert "kind" in send(staff, HEAD + NEW).context["form"].errors
    for address in ("store_import", "import_faults"):
        assert staff.post(reverse(address), {"state": state(answer)}).status_code == 422
    assert Client().get(reverse("import_people")).status_code == 302
    assert not Person.objects.filter(name="Selasih Contohmurni").exists()


def test_a_file_lies_there_for_half_an_hour_at_most(officer):
    answer = send(officer, HEAD + NEW)
    (kept,) = sealed_files()
    old = time.time() - 31 * 60
    os.utime(kept, (old, old))
    late = officer.post(reverse("store_import"), {"state": state(answer)})
    assert "tidak lagi disimpan" in late.content.decode()
    assert forget_old() == 1 and not sealed_files()
    assert not Person.objects.filter(name="Selasih Contohmurni").exists()
