"""A signed sheet typed in: a few rows at a time, with the scan beside them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.actions.add_attendance_sheet import add_attendance_sheet
from sinetra.apps.prevention.actions.take_entries import take_entries
from sinetra.apps.prevention.entries import Said, read_entries
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.apps.prevention.uploads import ENDINGS, SIGNED_SHEET
from sinetra.core.errors import BadInput
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.law_words import STATUSES
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Fault, Link
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.staff.prevention.fields import Upload

ROWS = 10


class PaperRow(forms.Form):
    """Nothing is required of a row: an empty one is no entry."""

    number = forms.CharField(label=_lazy("NIP"), max_length=40, required=False)
    name = forms.CharField(label=_lazy("Nama"), max_length=200, required=False)
    unit = forms.CharField(label=pgettext_lazy("orang", "Unit kerja"), max_length=200, required=False)
    status = forms.ChoiceField(label=_lazy("Status"), choices=[("", "–"), *STATUSES.items()], required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["number"].widget.attrs["inputmode"] = "numeric"
        self.fields["unit"].widget.attrs["list"] = "units"


class ScanForm(forms.Form):
    scan = Upload(
        taken=SIGNED_SHEET,
        label=_lazy("Pindaian lembar"),
        help_text=_lazy("Foto atau PDF, paling besar 15 MB."),
        required=False,
    )


@staff("attendance.take")
@require_http_methods(["GET", "POST"])
def paper_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    """All of the page is stored or nothing; what was typed stays where something is wrong."""
    session = rows_of.session(request.actor, pk)
    sent = request.method == "POST"
    rows = [PaperRow(request.POST if sent else None, prefix=f"r{number}") for number in range(1, ROWS + 1)]
    scan = ScanForm(request.POST, request.FILES) if sent else ScanForm()
    faults: list[Fault] = []
    checked = [form.is_valid() for form in (*rows, scan)]
    if sent and all(checked):
        faults = _store(request, session, rows, scan)
        if not faults:
            return redirect("session_paper", pk=pk)
    units = session.activity.invited_units.order_by("unit__name").values_list("unit__name", flat=True)
    context = {
        "rows": rows,
        "form": scan,
        "faults": faults,
        "title": _("Ketik dari kertas"),
        "lead": session_title(session),
        "units": units[:200],
        "back": Link(text=session_title(session), url=reverse("session", args=[pk])),
    }
    return render(request, "staff/prevention/attendance/paper.html", context)


def _store(request: StaffRequest, session: ActivitySession, rows: Sequence[PaperRow], scan: ScanForm) -> list[Fault]:
    lines = [Said(row=place, **row.cleaned_data) for place, row in enumerate(rows, 1) if any(row.cleaned_data.values())]
    entries = read_entries(session, lines)
    faults = [
        Fault(field=f"id_r{entry.said.row}-{entry.field}", message=entry.problem.text())
        for entry in entries
        if entry.problem
    ]
    file = scan.cleaned_data["scan"]
    if not lines and not file:
        faults.append(Fault(field="id_r1-number", message=_("Isi sedikitnya satu baris, atau pilih pindaian.")))
    if faults:
        return faults
    if file:
        try:
            add_attendance_sheet(session=session, content=file, actor=request.actor)
        except BadInput as error:
            return [Fault(field="id_scan", message=in_words(error))]
    taken = take_entries(session=session, entries=entries, way=Attendance.Way.PAPER, actor=request.actor)
    said = _("Tersimpan: %(new)s baru, %(there)s sudah tercatat. Lanjutkan dengan baris berikutnya.")
    messages.success(request, said % {"new": taken.new, "there": taken.there})
    return []


@staff("attendance.read")
def scan_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Always a download: what a scanner made never runs as a page of this site."""
    sheet = rows_of.sheet(request.actor, pk)
    content = kept_files.opened(sheet.scan, kept_files.ATTENDANCE)
    ending = ENDINGS[sheet.media_type][0]
    return download(content, sheet.media_type, f"daftar-hadir-{sheet.scan[:12]}.{ending}")
