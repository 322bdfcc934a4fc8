"""The example file: an empty sheet with drop-down lists, what each column takes, and the lists themselves."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext, gettext_noop, override

from sinetra.apps.registry.tables.columns import Holds
from sinetra.core.cells import as_text
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.staff.imports.kinds import FileKind

LAST_ROW = 100_000
WIDTHS = {"nama": 34, "nip": 22, "nip_lama": 22, "nama_jabatan": 34, "jabatan": 18, "status": 18}
WORDS = {**STATUSES, **POSITIONS}
# What each column takes; read in both languages.
HELP = {
    "nama": gettext_noop("Nama lengkap."),
    "status": gettext_noop("Pilih dari daftar."),
    "nip": gettext_noop("NIP atau NI PPPK, 18 angka. Kolom ini berformat Teks; jangan diubah. Kosong bagi non-ASN."),
    "unit": gettext_noop("Kode unit; pilih dari daftar."),
    "jabatan": gettext_noop("Pilih dari daftar; boleh kosong."),
    "nama_jabatan": gettext_noop("Nama jabatan seperti tertulis dalam keputusan; boleh kosong."),
    "nip_lama": gettext_noop("Nomor sebelumnya, bila baru berganti; boleh kosong."),
    "kode": gettext_noop("Kode singkat unit, milik instansi sendiri."),
    "jenis": gettext_noop("Pilih dari daftar."),
    "induk": gettext_noop("Kode unit di atasnya; boleh kosong."),
    "nomor": gettext_noop("Nomor surat rekomendasi, seperti tercetak."),
    "tanggal": gettext_noop("Tanggal surat, misalnya 2024-11-20 atau 20/11/2024."),
    "kepada": gettext_noop("Jabatan atau instansi penerima, misalnya Wali Kota Cendana."),
    "jumlah_orang": gettext_noop("Tentang berapa orang; kosong berarti satu. Tanpa nama."),
    "tanggal_diterima": gettext_noop("Tanggal penerima menerimanya; kosong bila tidak diketahui."),
    "jawaban": gettext_noop("Jawaban terakhir; pilih dari daftar. Kosong berarti belum ada."),
    "tanggal_jawaban": gettext_noop("Tanggal jawaban itu; boleh kosong."),
    "surat_jawaban": gettext_noop("Nomor surat jawaban atau keputusannya; boleh kosong."),
    "catatan": gettext_noop("Catatan singkat, tanpa nama orang; boleh kosong."),
    "wilayah": gettext_noop("Kode wilayah, misalnya 63.72.01; boleh kosong."),
}
GENERAL = (
    gettext_noop("Isi lembar pertama, satu baris satu orang atau satu unit."),
    gettext_noop("Jangan ubah judul kolom, dan jangan gabungkan sel."),
    gettext_noop("Tempel sebagai nilai: rumus ditolak."),
    gettext_noop("Berkas yang sama boleh dikirim berkali-kali; yang sama tidak berubah."),
)


def example(kind: FileKind, units: Sequence[tuple[str, str]]) -> bytes:
    """``units``: code and name of the office's units, for the drop-down list."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    table, help_sheet, lists = book.active, book.create_sheet("Petunjuk"), book.create_sheet("Daftar")
    table.title, table.freeze_panes = kind.sheet, "A2"
    for place, column in enumerate(kind.columns, 1):
        head = table.cell(row=1, column=place, value=column.name)
        head.font = Font(bold=column.required)
        width = table.column_dimensions[head.column_letter]
        width.width, width.number_format = WIDTHS.get(column.name, 16), "@"
        values = _values(column.name, column.accepted, units)
        if values:
            _list(table, lists, head.column_letter, column.name, values)
        elif column.holds is Holds.DIGITS:
            _eighteen(table, head.column_letter)
    _instructions(help_sheet, kind)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _values(name: str, accepted: Sequence[str], units: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    if name in {"unit", "induk"}:
        return list(units)
    return [(str(value), str(WORDS.get(value, ""))) for value in accepted]


def _list(table: Any, lists: Any, letter: str, name: str, values: Sequence[tuple[str, str]]) -> None:
    """Two columns of the lists' sheet, and the drop-down list that shows the first."""
    from openpyxl.worksheet.datavalidation import DataValidation

    place = lists.max_column + 1 if lists["A1"].value else 1
    lists.cell(row=1, column=place, value=name)
    for row, (value, word) in enumerate(values, 2):
        lists.cell(row=row, column=place, value=as_text(value)).number_format = "@"
        lists.cell(row=row, column=place + 1, value=as_text(word))
    source = lists.cell(row=1, column=place).column_letter
    # A code that is not listed may be one of this very file: said, not refused.
    rule = DataValidation(
        type="list",
        formula1=f"Daftar!${source}$2:${source}${len(values) + 1}",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning" if name == "induk" else "stop",
    )
    table.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _eighteen(table: Any, letter: str) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="textLength", operator="equal", formula1="18", allow_blank=True, showErrorMessage=True, errorStyle="stop"
    )
    table.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{LAST_ROW}")


def _title(kind: FileKind, name: str, language: str) -> str:
    told = kind.titles.get(name)
    if told is None:
        return gettext(HELP[name])
    return told.en if language == "en" else told.id


def _instructions(sheet: Any, kind: FileKind) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 20, 100
    for language in ("id", "en"):
        with override(language):
            for text in GENERAL:
                sheet.append(["", gettext(text)])
            for column in kind.columns:
                must = gettext("wajib") if column.required else gettext("boleh kosong")
                sheet.append([column.name, f"{_title(kind, column.name, language)} ({must})"])
            sheet.append([])
