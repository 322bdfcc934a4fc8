"""Laporan nihil: the periods for which the office states that nothing came in, and the form that states it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.actions.file_nil_report import file_nil_report
from sinetra.apps.cases.models import NilReport
from sinetra.apps.cases.nil_reports import nil_reports as rows_of
from sinetra.apps.cases.vocabulary import Period
from sinetra.apps.registry.models import Organisation
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.fields import day_field
from sinetra.web.staff.recommendations.tabs import tabs
from sinetra.web.staff.words import PERIODS


class NilForm(forms.Form):
    period = forms.ChoiceField(
        label=_lazy("Periode"),
        choices=list(PERIODS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _lazy("Pilih satu minggu atau satu bulan.")},
    )
    day = day_field(_lazy("Salah satu hari dalam periode itu"), help_text=_lazy("Minggu dihitung Senin sampai Minggu."))


@staff("nil_report.read")
def nil_reports(request: StaffRequest) -> HttpResponse:
    new = Link(text=_("Buat laporan nihil"), url=reverse("new_nil_report"))
    context = {
        "table": table(
            request,
            rows_of(request.actor),
            caption=_("Laporan nihil kantor ini, periode terbaru di atas"),
            columns=[
                Column(text=_("Periode")),
                Column(text=_("Dari")),
                Column(text=_("Sampai")),
                Column(text=_("Dinyatakan oleh")),
                Column(text=_("Tanggal")),
                Column(text=_("Keadaan")),
            ],
            cells=_cells,
            order=("-begins_on", "-id"),
            empty=(
                _("Belum ada laporan nihil"),
                _("Periode tanpa laporan dan temuan dinyatakan nihil, supaya kosong tidak sama dengan lupa."),
            ),
        ),
        "new": new if may(request.actor, "nil_report.file") else None,
        "tabs": tabs(request.actor, "nil_reports"),
    }
    return render(request, "staff/nil_reports.html", context)


def _cells(row: NilReport) -> list[Cell]:
    language = get_language() or "id"
    outdated = bool(getattr(row, "is_outdated", False))
    return [
        Cell(text=str(PERIODS[row.period])),
        Cell(text=day_text(row.begins_on, language)),
        Cell(text=day_text(row.ends_on, language)),
        Cell(text=row.by.name if row.by else "–"),
        Cell(text=day_text(row.filed_on, language, weekday=False)),
        Cell(text=_("kemudian ada laporan") if outdated else _("nihil"), sentiment="attention" if outdated else "good"),
    ]


@staff("nil_report.file")
@require_http_methods(["GET", "POST"])
def new_nil_report(request: StaffRequest) -> HttpResponse:
    form = NilForm(posted(request))
    if form.is_valid():
        office = visible(request.actor, Organisation).get(pk=request.actor.office)
        period, day = Period(form.cleaned_data["period"]), form.cleaned_data["day"]
        done = attempt(form, lambda: file_nil_report(organisation=office, period=period, day=day, actor=request.actor))
        if done is not None:
            messages.success(request, _("Laporan nihil dicatat."))
            return redirect("nil_reports")
    context = {
        "title": _("Buat laporan nihil"),
        "consequences": [
            _("Kantor Anda menyatakan: pada periode itu tidak ada laporan dan temuan."),
            _("Sinetra memeriksa dahulu; periode yang tidak nihil ditolak."),
            _("Jumlahnya tampil pada Angka terbuka."),
        ],
        "form": form,
        "submit": _("Nyatakan nihil"),
        "back": Link(text=_("Batal"), url=reverse("nil_reports")),
    }
    return render(request, "parts/confirm.html", context)
