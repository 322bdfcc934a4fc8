"""The form on which a citizen reports (*Formulir Laporan*), filled in as far as the filing goes, to sign by hand.

The fields are those of the annexes of Perbawaslu 9/2024 and 7/2022; the arrangement on the paper is our own.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.official import FormNote
from sinetra.core.documents.setting import as_json, set_pdf
from sinetra.core.documents.typeset import PAPERS

TITLE = "Formulir Laporan"
STATEMENT = (
    "Saya menyatakan bahwa isi laporan ini benar menurut yang saya ketahui, dan saya bersedia "
    "mempertanggungjawabkannya menurut hukum."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An empty value is a dotted line to write on."""

    term: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """``sheet``: the mark by which the office finds the filing. ``last_day`` and ``hours`` are empty where unknown."""

    office: str
    letterhead: tuple[str, ...]
    address: str
    place: str
    sheet: str
    filed: str
    hour: str
    last_day: str
    hours: str
    reporter: tuple[Line, ...]
    reported: tuple[tuple[Line, ...], ...]
    event: tuple[Line, ...]
    story: str
    note: FormNote
    exercise: str

    @property
    def has_reporter(self) -> bool:
        return any(line.value for line in self.reporter)

    @property
    def foot(self) -> tuple[str, ...]:
        told = (
            f"{self.exercise}: formulir ini contoh, bukan dokumen resmi." if self.exercise else "",
            f"Tanda kiriman {self.sheet}. Diisi dari kiriman lewat Sinetra; tidak disimpan sebagai berkas.",
            f"{self.note.sentence} Susunan pada kertas dibuat Sinetra.",
        )
        return tuple(line for line in told if line)


def report_form_pdf(form: ReportForm, *, paper: str) -> bytes:
    """A4 or F4, PDF/UA. The same form gives the same bytes. Errors: ``KeyError`` for another paper."""
    sheet = PAPERS[paper]
    shown = asdict(form) | {
        "title": TITLE,
        "number": form.sheet,
        "code": "",
        "draft": "",
        "letterhead": [*form.letterhead, form.office],
        "head_code": form.note.code,
        "foot": list(form.foot),
        "statement": STATEMENT,
        "sheet_mark": form.sheet,
        "sheet": {"width": sheet.width, "height": sheet.height},
    }
    return set_pdf("report_form.typ", as_json(shown))
