"""The result of a screened file as a workbook: each row as it came, then verdict, windows, readings and why."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from sinetra.apps.careers.transfer_rows import COLUMNS, Answered
from sinetra.core.transfers import TransferResult, WindowId
from sinetra.web.transfer_view import VERDICTS, WINDOWS, explained, unknown, window_words
from sinetra.web.workbook import Sheet, Value, about, workbook

_NAMES = tuple(column.name for column in COLUMNS)


class ResultBook:
    """Filled row by row, in the order of the file; written when all are there."""

    def __init__(self) -> None:
        windows = [str(WINDOWS[name]) for name in WindowId]
        heads = (_("Putusan"), *windows, _("Penjelasan"), _("Bacaan lain"), _("Yang salah"))
        self._rows: list[list[Value]] = [[_("Baris"), *_NAMES, *heads]]
        # The same question has the same answer, and a file asks it often.
        self._told: dict[int, tuple[TransferResult, list[Value]]] = {}

    def add(self, row: Answered) -> None:
        given: list[Value] = [row.number, *(row.values.get(name, "") for name in _NAMES)]
        self._rows.append([*given, *(self._answer(row.result) if row.result else _wrong(row))])

    def _answer(self, result: TransferResult) -> list[Value]:
        """Kept with its result, so that no other one gets the same id."""
        if id(result) not in self._told:
            self._told[id(result)] = (result, _answer(result))
        return self._told[id(result)][1]

    def content(self) -> bytes:
        lines = [
            _("Hasil pemeriksaan terhadap masa larangan penggantian pejabat."),
            _("Program menghitung; pejabat yang berwenang memutuskan."),
            _("Bacaan lain disebut bila sumber-sumber berbeda. Yang bertanda perlu-cek belum dibaca pada naskahnya."),
        ]
        sheet = Sheet(title=_("Hasil"), rows=self._rows, widths=(7, 12, 16), freeze="B2")
        return workbook(sheet, about(lines))


def _answer(found: TransferResult) -> list[Value]:
    result: dict[str, Any] = found.to_json()
    windows = {item["id"]: window_words(item) for item in reversed(result["windows"])}
    others = [
        f"{reading['reading']} ({VERDICTS[reading['verdict']][1]}; {reading['source']})"
        for item in result["windows"]
        for reading in item["readings"]
        if not reading["followed"]
    ]
    verdict = str(VERDICTS[found.verdict][1])
    return [verdict, *(windows.get(name, "") for name in WindowId), _why(result), " | ".join(others), ""]


def _why(result: dict[str, Any]) -> str:
    missing = "; ".join(unknown(result))
    lines = [*explained(result), *([_("Belum diketahui: %(facts)s.") % {"facts": missing}] if missing else [])]
    return " ".join(lines)


def _wrong(row: Answered) -> list[Value]:
    told = "; ".join(f"{problem.column}: {problem.what()}" for problem in row.problems)
    return [_("tidak diperiksa"), *("" for _name in WindowId), "", "", told]


def example_book() -> bytes:
    """The columns, two invented rows, and what each column takes."""
    first = {"tanggal": "2024-12-02", "jabatan": "lurah", "alasan": "vacancy", "penanda_tangan": "pjs", "izin": "ya"}
    first |= {"izin_nomor": "100.2/1/2024", "izin_tanggal": "2024-11-29", "acuan": "usul 1"}
    second = {"tanggal": "2025-10-01", "jabatan": "administrator", "penanda_tangan": "definitive", "acuan": "usul 2"}
    rows: list[list[Value]] = [list(_NAMES)]
    rows += [[given.get(name, "") for name in _NAMES] for given in (first, second)]
    help_rows: list[list[Value]] = [[_("Kolom"), _("Wajib"), _("Yang diterima")]]
    help_rows += [[column.name, _("ya") if column.required else "", ", ".join(column.accepted)] for column in COLUMNS]
    return workbook(
        Sheet(title="Mutasi", rows=rows, widths=(12, 16), freeze="A2"),
        Sheet(title=_("Petunjuk"), rows=help_rows, widths=(18, 8, 100)),
    )
