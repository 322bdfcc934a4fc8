"""Holding a matter back from erasure, and letting it go again, as verbs of the matter and pages of a report."""

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

from sinetra.apps.cases.actions.lift_hold import lift_hold
from sinetra.apps.cases.actions.set_hold import set_hold
from sinetra.apps.cases.erasure.holds import hold_on, reason_of
from sinetra.apps.cases.models import Matter, RetentionHold
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import report_view
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.intake_forms import ReasonForm
from sinetra.web.staff.verb import Verb


class HoldForm(ReasonForm):
    authority = forms.CharField(
        label=_lazy("Siapa yang meminta, dengan surat apa"),
        help_text=_lazy("Misalnya: Pengadilan Negeri Cendana, surat panggilan nomor 12/2024. Tanpa nama orang."),
        max_length=300,
        error_messages={"required": _lazy("Tuliskan siapa yang meminta data ini disimpan.")},
    )
    field_order = ["authority", "reason"]


def hold_pairs(hold: RetentionHold | None) -> list[Pair]:
    """The reason may name somebody: once nothing was proven it stays sealed."""
    if hold is None:
        return []
    pairs = [
        Pair(term=_("Ditahan sejak"), value=day_text(hold.set_on, get_language() or "id")),
        Pair(term=_("Diminta oleh"), value=hold.authority),
    ]
    # Set on a report, it went with that into its matter.
    matter = hold.matter or (hold.report.in_matter if hold.report is not None else None)
    if matter is None or not matter.is_cleared:
        pairs.append(Pair(term=_("Alasan"), value=reason_of(hold)))
    return pairs


def _held(matter: Matter) -> list[Pair]:
    return hold_pairs(hold_on(matter))


_SET = (
    _lazy("Isi perkara ini tidak dihapus selama penahanan berlaku, berapa pun umurnya."),
    _lazy("Siapa yang meminta tampil di halaman ini. Alasan masuk jejak audit."),
)
_LIFT = (
    _lazy("Masa simpan berlaku lagi. Yang sudah lewat terhapus pada malam berikutnya."),
    _lazy("Alasan masuk jejak audit."),
)
HOLDS: dict[str, Verb] = {
    "set_hold": Verb(
        button=_lazy("Tahan dari penghapusan"),
        title=_lazy("Tahan dari penghapusan"),
        consequences=_SET,
        run=lambda matter, actor, values: set_hold(
            of=matter, authority=values["authority"], reason=values["reason"], actor=actor
        ),
        form=HoldForm,
    ),
    "lift_hold": Verb(
        button=_lazy("Akhiri penahanan"),
        title=_lazy("Akhiri penahanan"),
        consequences=_LIFT,
        run=lambda matter, actor, values: lift_hold(of=matter, reason=values["reason"], actor=actor),
        form=ReasonForm,
        pairs=_held,
    ),
}


@staff("matter.set_hold")
@require_http_methods(["GET", "POST"])
def report_hold(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Of a report that is no matter yet: set, or end the one in force."""
    report = report_view(request.actor, pk).report
    hold = hold_on(report)
    found = HOLDS["set_hold" if hold is None else "lift_hold"]
    form = found.form(posted(request))
    if form.is_valid() and attempt(form, lambda: _act(report, hold, request, form.cleaned_data)) is not None:
        messages.success(request, _("Selesai: %(what)s.") % {"what": found.title})
        return redirect("received_report", pk=pk)
    context = {
        "title": found.title,
        "consequences": found.consequences,
        "pairs": hold_pairs(hold),
        "submit": found.button,
        "form": form,
        "back": Link(text=_("Batal"), url=reverse("received_report", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def _act(report: Report, hold: RetentionHold | None, request: StaffRequest, given: dict[str, str]) -> RetentionHold:
    if hold is None:
        return set_hold(of=report, authority=given["authority"], reason=given["reason"], actor=request.actor)
    return lift_hold(of=report, reason=given["reason"], actor=request.actor)
