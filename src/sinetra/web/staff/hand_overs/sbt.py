"""What waits for BKN as a file for SBT: chosen here, taken as XLSX or CSV, read back on the page of imports."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from io import StringIO
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.actions.export_sbt import export_sbt
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.recorded import waiting_for_sbt
from sinetra.apps.cases.sbt_file import COLUMNS, sbt_file
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.registry.models import Organisation
from sinetra.core.casework.sbt_file import FilledBy
from sinetra.core.cells import as_text
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt
from sinetra.web.staff.lists import page_address
from sinetra.web.workbook import XLSX, Sheet, about, workbook

# Tells a spreadsheet that the file is UTF-8.
_MARK = "\ufeff"
FILLED_BY = {
    FilledBy.SINETRA: gettext_lazy("diisi Sinetra"),
    FilledBy.OFFICER: gettext_lazy("diisi petugas"),
    FilledBy.SBT: gettext_lazy("jawaban SBT"),
}


class ChooseForm(forms.Form):
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Perkara yang masuk berkas"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Pilih sekurangnya satu perkara."),
            "invalid_choice": gettext_lazy("Salah satunya sudah dijawab; muat ulang halaman ini."),
        },
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Jenis berkas"), choices=[("xlsx", "XLSX"), ("csv", "CSV")], widget=forms.RadioSelect
    )

    def __init__(self, data: Any, found: Page[HandOver], day: date) -> None:
        super().__init__(data, initial={"kind": "xlsx"})
        choices = [(str(row.pk), _said(row, day)) for row in found]
        self.fields["chosen"].choices = choices  # type: ignore[attr-defined]


def _said(row: HandOver, day: date) -> str:
    sent = day_sent(row)
    told = {"number": row.matter.number, "to": row.counterpart_name, "days": max((day - sent).days, 0)}
    told["day"] = day_text(sent, get_language() or "id", weekday=False)
    return _("%(number)s kepada %(to)s, dikirim %(day)s (%(days)s hari)") % told


@staff("package.export")
@require_http_methods(["GET", "POST"])
def sbt(request: StaffRequest) -> HttpResponse:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    found = page(waiting_for_sbt(request.actor), order=("sent_at", "id"), after=request.GET.get("after"))
    day = today(office.region_id)
    form = ChooseForm(request.POST if request.method == "POST" else None, found, day)
    if form.is_valid():
        chosen = [row for row in found if str(row.pk) in form.cleaned_data["chosen"]]
        rows = attempt(form, lambda: export_sbt(hand_overs=chosen, actor=request.actor))
        if rows is not None:
            return _file(rows, form.cleaned_data["kind"], day)
    context = {
        "form": form,
        "is_empty": not len(found),
        "columns": [(column.name, _words(column.title), FILLED_BY[column.filled_by]) for column in sbt_file().columns],
        "note": _words(sbt_file().note),
        "source": sbt_file().source,
        "confidence": CONFIDENCE[sbt_file().confidence],
        "older": page_address(request, found.next_token) if found.next_token else "",
        "newer": page_address(request, None) if request.GET.get("after") else "",
        "back": Link(text=_("Ruang kerja"), url=reverse("workspace")),
    }
    return render(request, "staff/hand_overs/sbt.html", context)


def _words(text: Any) -> str:
    return str(text.en if get_language() == "en" else text.id)


def _file(rows: Sequence[Mapping[str, str]], kind: str, day: date) -> HttpResponse:
    """Head and names of the sheets are the same in both languages: the file is read back by them."""
    names = [column.name for column in COLUMNS]
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    if kind == "csv":
        out = StringIO()
        csv.writer(out).writerows([as_text(value) for value in line] for line in lines)
        return download((_MARK + out.getvalue()).encode(), "text/csv; charset=utf-8", f"sbt-{day.isoformat()}.csv")
    told = [
        _words(sbt_file().note),
        f"{sbt_file().source} ({CONFIDENCE[sbt_file().confidence]})",
        *(f"{c.name}: {_words(c.title)} ({FILLED_BY[c.filled_by]})" for c in sbt_file().columns),
    ]
    table = Sheet(title="SBT", rows=lines, widths=(16, 24, 16, 28, 20), freeze="A2")
    return download(workbook(table, about(told, "Petunjuk")), XLSX, f"sbt-{day.isoformat()}.xlsx")
