"""A file of proposed replacements: a result for every row, bad rows named, numbers kept, rows not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.careers import selectors
from sinetra.apps.careers.actions import screen_transfers
from sinetra.apps.careers.models import TransferFile
from sinetra.apps.careers.policies import account
from sinetra.apps.careers.transfer_rows import COLUMNS, MOST_ROWS, Answered
from sinetra.apps.registry.imports import held_file
from sinetra.apps.registry.tables.problems import BadRows, Problem
from sinetra.core.errors import BadInput
from sinetra.web import sealed
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import said
from sinetra.web.downloads import download
from sinetra.web.format import number_text, size_text
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Cell, Column, Link, Pair, Table
from sinetra.web.staff.careers.result_book import ResultBook, example_book
from sinetra.web.staff.imports.pages import MOST_BYTES
from sinetra.web.staff.lists import table
from sinetra.web.transfer_view import VERDICTS
from sinetra.web.workbook import XLSX

FORM = "transfer_results"
SHOWN = 20


class FileForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Berkas"),
        help_text=_lazy("XLSX atau CSV, tanpa nama orang. Barisnya tidak disimpan; yang disimpan hanya jumlahnya."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={name: _lazy("Pilih berkas XLSX atau CSV.") for name in ("required", "missing", "invalid")}
        | {"empty": _lazy("Berkas ini kosong.")},
    )

    def clean_file(self) -> held_file.HeldFile:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Paling besar %s.") % size_text(MOST_BYTES, get_language() or "id"))
        return held_file.HeldFile(name=file.name, content=file.read())


@staff("transfer.check")
@require_http_methods(["GET", "POST"])
def screen(request: StaffRequest) -> HttpResponse:
    """POST with a file: how many of each verdict, what is wrong, and the way to the result."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        try:
            return _screened(request, form.cleaned_data["file"])
        except BadRows as error:
            form.add_error("file", "; ".join(problem.text() for problem in error.problems[:5]))
        except BadInput as error:
            form.add_error("file", in_words(error))
    context = {
        "form": form,
        "columns": [(column.name, column.required, ", ".join(column.accepted)) for column in COLUMNS],
        "most": number_text(MOST_ROWS, get_language() or "id"),
        "table": _before(request),
        "back": Link(text=_("Cek mutasi"), url=reverse("transfer_checks")),
    }
    return render(request, "staff/careers/file.html", context)


def _before(request: StaffRequest) -> Table:
    def cells(row: TransferFile) -> list[Cell]:
        numbers = ", ".join(f"{VERDICTS[code][1]}: {count}" for code, count in sorted(row.counts.items()))
        return [Cell(text=said(row.checked_on)), Cell(text=row.rows), Cell(text=row.bad_rows), Cell(text=numbers)]

    return table(
        request,
        selectors.files(request.actor),
        caption=_("Berkas yang pernah diperiksa"),
        columns=[
            Column(text=_("Tanggal")),
            Column(text=_("Baris"), number=True),
            Column(text=_("Baris salah"), number=True),
            Column(text=_("Putusan")),
        ],
        cells=cells,
        empty=(_("Belum ada berkas"), _("Unduh contohnya, isi, lalu periksa.")),
    )


def _screened(request: StaffRequest, file: held_file.HeldFile) -> HttpResponse:
    book, counts = ResultBook(), Counter[str]()
    wrong: list[Problem] = []

    def tell(row: Answered) -> None:
        book.add(row)
        counts[row.result.verdict.value if row.result else ""] += 1
        if row.problems and len(wrong) < SHOWN:
            wrong.extend(row.problems)

    with held_file.on_disk(file) as path:
        screen_transfers(path=path, actor=request.actor, tell=tell)
    result = held_file.HeldFile(name="hasil.xlsx", content=book.content())
    token = held_file.hold(result, owner=account(request.actor))
    context = {
        "pairs": _pairs(file.name, counts),
        "bad": counts[""],
        "wrong": Table(
            caption=_("Yang salah, menurut baris"),
            columns=[Column(text=_("Baris"), number=True), Column(text=_("Kolom")), Column(text=_("Yang salah"))],
            rows=[[Cell(text=p.row), Cell(text=p.column), Cell(text=p.what())] for p in wrong[:SHOWN]],
        ),
        "state": sealed.seal(FORM, {"token": token.hex}),
        "minutes": held_file.MINUTES,
        "back": Link(text=_("Periksa satu berkas"), url=reverse("screen_transfers")),
    }
    return render(request, "staff/careers/file_result.html", context)


def _pairs(name: str, counts: Mapping[str, int]) -> list[Pair]:
    language = get_language() or "id"
    told = [(str(word), counts.get(code, 0)) for code, (_sentiment, word) in VERDICTS.items()]
    rows = [Pair(term=term, value=number_text(number, language)) for term, number in told]
    total = Pair(term=_("Baris dibaca"), value=number_text(sum(counts.values()), language))
    bad = Pair(term=_("Baris salah"), value=number_text(counts.get("", 0), language))
    return [Pair(term=_("Berkas"), value=f"“{name}”"), total, *rows, bad]


@staff("transfer.check")
@require_http_methods(["POST"])
def result(request: StaffRequest) -> HttpResponse:
    """The result while it is held: half an hour, for who screened the file."""
    state = sealed.unseal(FORM, request.POST.get("state", ""), seconds=held_file.MINUTES * 60)
    found = held_file.held(UUID(hex=state["token"]), owner=account(request.actor))
    return download(found.content, XLSX, _("hasil-cek-mutasi.xlsx"))


@staff("transfer.check")
def example(request: StaffRequest) -> HttpResponse:
    del request
    return download(example_book(), XLSX, "contoh-cek-mutasi.xlsx")
