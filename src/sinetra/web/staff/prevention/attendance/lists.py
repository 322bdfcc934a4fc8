"""Who came, from a workbook, a CSV or rows copied from Excel: first shown, then stored."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.attendance_lists import MOST_OCTETS, read_list
from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.core.errors import BadInput
from sinetra.web.access import StaffRequest, staff
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.staff.prevention.attendance.preview import preview, store


class ListForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Berkas"),
        help_text=_lazy("Excel (.xlsx) atau CSV. Perlu kolom NIP, atau Nama dan Unit kerja."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )
    pasted = forms.CharField(
        label=_lazy("Atau tempel dari Excel"),
        help_text=_lazy("Salin kolomnya dengan baris judul, lalu tempel di sini."),
        required=False,
        strip=False,
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        file = values.get("file")
        if file is None and not str(values.get("pasted", "")).strip():
            self.add_error("file", _("Pilih berkas, atau tempel barisnya."))
        if file is not None and file.size > MOST_OCTETS:
            self.add_error("file", _("Daftar ini terlalu besar; paling besar 5 MB."))
        return values

    @property
    def content(self) -> bytes:
        file = self.cleaned_data["file"]
        return bytes(file.read()) if file is not None else str(self.cleaned_data["pasted"]).encode()


@staff("attendance.take")
@require_http_methods(["GET", "POST"])
def list_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    if "sealed" in request.POST:
        return store(request, session)
    form = ListForm(request.POST, request.FILES) if request.method == "POST" else ListForm()
    if form.is_valid():
        try:
            return preview(request, session, read_list(form.content), Attendance.Way.LIST)
        except BadInput as error:
            form.add_error("file" if form.cleaned_data["file"] else "pasted", in_words(error))
    context = {
        "form": form,
        "title": _("Masukkan daftar hadir"),
        "lead": session_title(session),
        "submit": _("Periksa dahulu"),
        "note": _("Belum ada yang disimpan. Setiap baris diperlihatkan lebih dulu."),
        "back": Link(text=session_title(session), url=reverse("session", args=[pk])),
    }
    return render(request, "staff/prevention/attendance/send.html", context)
