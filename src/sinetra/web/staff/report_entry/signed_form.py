"""A signed form that reached the office is noted at its report."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.reports.actions.record_signed_form import record_signed_form
from sinetra.apps.reports.completion.open_points import sheet_mark
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import report_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.fields import day_field


class SignedForm(forms.Form):
    received_on = day_field(_lazy("Formulir diterima pada"), help_text=_lazy("Hari formulir sampai di kantor."))


@staff("report.record_form")
@require_http_methods(["GET", "POST"])
def signed_form(request: StaffRequest, pk: UUID) -> HttpResponse:
    report = report_view(request.actor, pk).report
    form = SignedForm(posted(request))
    if form.is_valid():
        received_on = form.cleaned_data["received_on"]
        done = attempt(form, lambda: record_signed_form(report=report, received_on=received_on, actor=request.actor))
        if done is not None:
            messages.success(request, _("Formulir bertanda tangan dicatat."))
            return redirect("received_report", pk=pk)
    context = {
        "title": _("Catat formulir bertanda tangan"),
        "consequences": [
            _("Diterima sampai hari terakhir: tetap laporan, dengan tenggatnya."),
            _("Diterima sesudahnya: isinya ditelaah sebagai informasi awal."),
            _("Pelapor membaca langkah ini. Formulir kertasnya disimpan kantor; namanya tidak ditulis di sini."),
        ],
        "pairs": form_pairs(report),
        "submit": _("Catat formulir"),
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("received_report", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def form_pairs(report: Report) -> list[Pair]:
    """The mark on the paper, and where its time stands."""
    language = get_language() or "id"
    pairs = [Pair(term=_("Tanda kiriman pada formulir"), value=sheet_mark(report))]
    if report.signed_on is not None:
        pairs.append(Pair(term=_("Formulir bertanda tangan"), value=day_text(report.signed_on, language)))
    elif report.sign_by is not None:
        pairs.append(Pair(term=_("Hari terakhir formulir bertanda tangan"), value=day_text(report.sign_by, language)))
    return pairs
