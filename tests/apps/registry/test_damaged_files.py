"""What spreadsheets and mails do to a file: each damage is named with row and column, and nothing is stored."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from sinetra.apps.audit.models import AuditEntry, SealedRow
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.registry.imports.people import import_people, preview_people
from sinetra.apps.registry.imports.units import import_units
from sinetra.apps.registry.models import Headcount, Person, Unit
from sinetra.apps.registry.tables import xlsx_parts
from sinetra.apps.registry.tables.problems import BadRows
from sinetra.core.errors import BadInput

HEAD = ["nama", "status", "nip", "unit", "jabatan", "nama_jabatan"]
MAY = datetime.fromisoformat("2024-05-01")
GOOD = ["Teratai Contohsari", "pns", "197601012002032910", "007", "school_head", "Kepala Sekolah"]
Change = Callable[[Workbook], Any]


@pytest.fixture
def office(city, tmp_path):
    path = tmp_path / "unit.csv"
    path.write_text("kode,nama,jenis\n007,SD Negeri 7,sekolah\nDISDIK,Dinas Pendidikan,dinas\n", encoding="utf-8")
    import_units(path, organisation=city.pemko, actor=SYSTEM)
    return city.pemko


def book(path: Path, *rows: list[Any], change: Change = lambda book: None) -> Path:
    made = Workbook()
    for row in (HEAD, GOOD, *rows):
        made.active.append(row)
    change(made)
    made.save(path)
    return path


def stored() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Person, Unit, Headcount, AuditEntry, SealedRow))


def refused(path: Path, office: Any) -> BadInput:
    """Neither looking nor storing leaves a trace."""
    before = stored()
    with pytest.raises(BadInput) as looked:
        preview_people(path, organisation=office, actor=SYSTEM)
    with pytest.raises(BadInput) as error:
        import_people(path, organisation=office, actor=SYSTEM)
    assert str(looked.value) == str(error.value) and stored() == before
    return error.value


def cell(name: str, value: Any) -> Change:
    def change(made: Workbook) -> None:
        made.active[name] = value

    return change


def hidden(made: Workbook) -> None:
    other = made.create_sheet("Lama")
    other["B3"], other.sheet_state = "Kenanga", "hidden"


def second(made: Workbook) -> None:
    made.create_sheet("Honorer")["A1"] = "nama"


def error_cell(made: Workbook) -> None:
    made.active["F2"] = "#N/A"
    made.active["F2"].data_type = "e"


# What was done to the workbook, and what is said: for places in rows "row, column: …".
DAMAGES: dict[str, tuple[Change, str]] = {
    "a NIP as number": (cell("C2", 197601012002032910), "baris 2, kolom nip: Excel mengubah sel C2 menjadi angka"),
    "a NIP as fraction": (cell("C2", 1.97601012002032e17), "baris 2, kolom nip: Excel mengubah sel C2 menjadi angka"),
    "a NIP rounded as text": (cell("C2", "197601012002032000"), "baris 2, kolom nip: 197601012002032000: tiga angka"),
    "a NIP as Excel shows it": (cell("C2", "1,97601E+17"), "baris 2, kolom nip: 1,97601E+17: lembar kerja memotong"),
    "zeros lost": (cell("D2", 7), "baris 2, kolom unit: '7': nol di depan hilang; mungkin maksud Anda 007"),
    "a date for a text": (
        cell("F2", MAY),
        "baris 2, kolom nama_jabatan: Excel mengubah sel F2",
    ),
    "a code as date": (cell("D2", date(2024, 5, 1)), "baris 2, kolom unit: Excel mengubah sel D2 menjadi tanggal"),
    "a code as the text of a date": (cell("D2", "1-Mei"), "baris 2, kolom unit: '1-Mei' tidak dikenal; Excel mengubah"),
    "a serial date": (cell("F2", 45413), "baris 2, kolom nama_jabatan: sel F2 berisi angka (45413)"),
    "a number for a name": (cell("A2", "45413"), "baris 2, kolom nama: '45413' hanya angka"),
    "a formula": (cell("A2", '=HYPERLINK("http://x")'), "baris 2, kolom nama: sel A2 berisi rumus"),
    "an error of Excel": (error_cell, "baris 2, kolom nama_jabatan: sel F2 berisi galat Excel #N/A"),
    "a merged head": (lambda b: b.active.merge_cells("A1:B1"), "baris 1, kolom nama: sel A1:B1 digabung"),
    "merged cells": (lambda b: b.active.merge_cells("D2:D3"), "baris 2, kolom unit: sel D2:D3 digabung"),
    "a hidden sheet": (hidden, "lembar tersembunyi “Lama” berisi data (baris 3, sel B3)"),
    "two sheets": (second, "beberapa lembar berisi data (Sheet, Honorer)"),
    "a column twice": (cell("F1", "nama"), "baris 1: kolom nama tidak dikenal atau berulang"),
    "a column gone": (lambda b: b.active.delete_cols(3), "baris 1: kolom nip tidak ada"),
    "beyond the columns": (cell("H2", "catatan"), "baris 2, kolom H: sel H2 berada di luar kolom"),
    "unknown unit": (cell("D2", "SD-9"), "baris 2, kolom unit: 'SD-9' tidak dikenal"),
    "unknown status": (cell("B2", "asn"), "baris 2, kolom status: 'asn' tidak dikenal; yang diterima: pns"),
    "unknown position": (cell("E2", "kepala"), "baris 2, kolom jabatan: 'kepala' tidak dikenal"),
    "a NIP twice": (lambda b: b.active.append(GOOD), "baris 3, kolom nip: 197601012002032910 sudah ada di baris 2"),
    "a NIP that says nothing": (cell("C2", "197613012002032910"), "baris 2, kolom nip: NIP: angka 1–8 (19761301)"),
    "a NIP too short": (cell("C2", "19760101200203291"), "baris 2, kolom nip: NIP: harus 18 angka, bukan 17"),
    "no name": (cell("A2", None), "baris 2, kolom nama: kosong"),
    "broken letters": (cell("A2", "Ub\ufffd"), "baris 2, kolom nama: Ub\ufffd: ada huruf yang rusak"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_of_a_workbook_is_named_with_its_place_and_nobody_is_stored(office, tmp_path, name) -> None:
    change, says = DAMAGES[name]
    assert says in str(refused(book(tmp_path / "pegawai.xlsx", change=change), office))


def test_the_same_workbook_undamaged_is_stored(office, tmp_path) -> None:
    def lists(made: Workbook) -> None:
        made.create_sheet("Petunjuk")["A1"] = "Isi lembar pertama."
        made.create_sheet("Kosong").sheet_state = "hidden"

    path = book(tmp_path / "pegawai.xlsx", ["Ubi Contohputra", "non_asn", None, "DISDIK"], [], change=lists)
    seen = preview_people(path, organisation=office, actor=SYSTEM)
    done = import_people(path, organisation=office, actor=SYSTEM)
    assert seen == done and (done.read, done.created, done.unchanged) == (2, 2, 0)
    assert Person.objects.get(name__startswith="Teratai").unit.code == "007"
    before = stored()
    again = import_people(path, organisation=office, actor=SYSTEM)
    assert (again.created, again.changed, again.unchanged) == (0, 0, 2) and stored() == before


HEAD_LINE, GOOD_LINE = ",".join(HEAD) + "\n", ",".join(GOOD) + "\n"
TEXTS: dict[str, tuple[bytes, str]] = {
    "a zero byte": ((HEAD_LINE + "Ub\0i,pns\n").encode(), "baris 2, kolom nama: bukan berkas teks"),
    "no known letters": (HEAD_LINE.encode() + b"Ubi,pns,\x81,007\n", "baris 2, kolom nip: pengodean tidak dikenal"),
    "UTF-16": ((HEAD_LINE + GOOD_LINE).encode("utf-16"), "UTF-16"),
    "cut off": ((HEAD_LINE + GOOD_LINE + "Ubi Contohputra,pns").encode(), "baris 3, kolom nip: berkas terpotong"),
    "an open quote": ((HEAD_LINE + '"Ubi,pns\n').encode(), "baris 2, kolom nama: bukan CSV yang utuh"),
    "a quote open later": ((HEAD_LINE + GOOD_LINE + 'Ubi,"pns\n').encode(), "baris 3, kolom status: bukan CSV"),
    "a cell too many": ((HEAD_LINE + GOOD_LINE.strip() + ",x\n").encode(), "baris 2, kolom nama_jabatan: 7 sel"),
    "a rounded NIP": ((HEAD_LINE + "Ubi,pns,198503152010011000,007,,\n").encode(), "baris 2, kolom nip: 198503152010"),
    "zeros lost": ((HEAD_LINE + "Ubi,pns,197601012002032910,7,,\n").encode(), "baris 2, kolom unit: '7': nol di depan"),
    "empty": (b"\r\n \r\n", "kosong"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_each_damage_of_a_text_file_is_named(office, tmp_path, name) -> None:
    content, says = TEXTS[name]
    path = tmp_path / "pegawai.csv"
    path.write_bytes(content)
    assert says in str(refused(path, office))


def packed(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def test_files_that_are_no_table_of_ours_are_told_apart(office, tmp_path, monkeypatch) -> None:
    whole = book(tmp_path / "baik.xlsx").read_bytes()
    old = bytes.fromhex("d0cf11e0a1b11ae1")
    middle = len(whole) // 2
    for name, content, says in (
        ("pegawai.csv", whole, "isinya buku kerja; beri nama berakhiran .xlsx"),
        ("pegawai.xlsx", (HEAD_LINE + GOOD_LINE).encode(), "bernama Excel, isinya bukan"),
        ("pegawai.xls", old + bytes(600), "berformat Excel lama (.xls)"),
        ("pegawai.xlsx", old + "EncryptedPackage".encode("utf-16-le"), "dilindungi kata sandi"),
        ("pegawai.xlsx", whole[:middle], "rusak atau terpotong"),
        ("pegawai.xlsx", whole[:middle] + bytes(40) + whole[middle + 40 :], "rusak atau terpotong"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert says in str(refused(path, office)), says
    other = tmp_path / "surat.xlsx"
    packed(other, "word/document.xml", b"<w/>")
    assert "bukan buku kerja Excel" in str(refused(other, office))
    macros = book(tmp_path / "makro.xlsx")
    packed(macros, "xl/vbaProject.bin", b"x")
    assert "berisi makro" in str(refused(macros, office))
    bomb = book(tmp_path / "bom.xlsx")
    packed(bomb, "xl/worksheets/sheet9.xml", bytes(40 << 20))
    assert "mengembang terlalu besar" in str(refused(bomb, office))
    monkeypatch.setattr(xlsx_parts, "MOST_TEXTS", 10)
    texts = book(tmp_path / "teks.xlsx")
    packed(texts, "xl/sharedStrings.xml", b"<sst/>" * 9)
    assert "mengembang terlalu besar" in str(refused(texts, office))


def test_units_have_their_own_damages(city, tmp_path) -> None:
    path = tmp_path / "unit.csv"

    def bring(text: str) -> Any:
        path.write_text("kode,nama,jenis,induk,wilayah\n" + text, encoding="utf-8")
        return import_units(path, organisation=city.pemko, actor=SYSTEM)

    assert bring("007,SD Negeri 7,sekolah,,99.71.01\n").created == 1
    for text, says in (
        ("7,SD Negeri 7,sekolah,,\n", "baris 2, kolom kode: '7': nol di depan hilang; mungkin maksud Anda 007"),
        ("8,SD 8,sekolah,7,\n", "baris 2, kolom induk: '7': nol di depan hilang; mungkin maksud Anda 007"),
        ("8,SD 8,sekolah,9,\n", "baris 2, kolom induk: '9' tidak dikenal"),
        ("8,SD 8,sekolah,,12.34\n", "baris 2, kolom wilayah: '12.34' tidak dikenal"),
        ("8,SD 8,warung,,\n", "baris 2, kolom jenis: 'warung' tidak dikenal"),
        ("8,SD 8,sekolah,,\n8,SD 9,sekolah,,\n", "baris 3, kolom kode: '8' sudah ada"),
        ("007,SD 7,sekolah,A,\nA,Dinas,dinas,007,\n", "berada di bawah dirinya sendiri"),
    ):
        before = stored()
        with pytest.raises(BadRows) as error:
            bring(text)
        assert says in str(error.value) and stored() == before
    path.write_text("kode,nama,jenis\n007,SDN 7,sekolah\n", encoding="utf-8")
    assert import_units(path, organisation=city.pemko, actor=SYSTEM).changed == 1
    assert Unit.objects.get(code="007").region_id == "99.71.01", "a column that the file does not have stays"


def test_of_a_file_that_is_wrong_throughout_all_is_counted_and_little_is_kept(office, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("sinetra.apps.registry.tables.problems.KEPT", 50)
    rows = "".join(f"Ubi {n},pns,123,007,,\n" for n in range(300))
    path = tmp_path / "pegawai.csv"
    path.write_text(HEAD_LINE + rows, encoding="utf-8")
    error = refused(path, office)
    assert isinstance(error, BadRows)
    assert (error.total, len(error.kept), len(error.problems)) == (300, 50, 20)


def test_two_of_one_name_in_one_unit_stay_two_whatever_their_order(office, tmp_path) -> None:
    rows = ["Siti,non_asn,,007,,Guru bantu\n", "Siti,non_asn,,007,,Penjaga\n", "Siti,non_asn,,007,,Penjaga\n"]
    path = tmp_path / "pegawai.csv"
    path.write_text(HEAD_LINE + "".join(rows), encoding="utf-8")
    assert import_people(path, organisation=office, actor=SYSTEM).created == 3
    path.write_text(HEAD_LINE + "".join(rows[::-1]), encoding="utf-8")
    again = import_people(path, organisation=office, actor=SYSTEM)
    assert (again.created, again.changed) == (0, 0)
    assert not Person.objects.filter(version__gt=1).exists()
