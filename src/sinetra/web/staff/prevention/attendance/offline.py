"""A session without a network: one file to take along, and one that comes back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.open_session import open_session
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.offline_files import MOST_OCTETS, read_offline
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.core.errors import BadInput
from sinetra.ports.clock import now
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.middleware.errors import in_words
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import session_pairs, session_title
from sinetra.web.staff.accounts.forms import NothingForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.attendance.offline_page import offline_page
from sinetra.web.staff.prevention.attendance.preview import preview, store


@staff("attendance.take")
@require_http_methods(["GET", "POST"])
def offline(request: StaffRequest, pk: UUID) -> HttpResponse:
    """The file holds the codes of the hours of the session; taking it along opens the session."""
    session = rows_of.session(request.actor, pk)
    form = NothingForm(posted(request))
    if form.is_valid():
        page = attempt(form, lambda: _taken_along(request, session))
        if page is not None:
            return download(page.encode(), "text/html; charset=utf-8", f"hadir-{session.day}-{session.place}.html")
    context = {
        "title": _("Tanpa jaringan: unduh berkas luring"),
        "consequences": [
            _("Sesi dibuka, supaya kode dari berkas ini berlaku."),
            _("Berkas dibuka langsung dari perangkat Anda, tanpa internet."),
            _("Peserta yang punya jaringan memindai kode di berkas. Lainnya dicatat di berkas."),
            _("Jam perangkat harus tepat. Berkas ini untuk panitia saja; jangan diteruskan."),
            _("Sesudahnya: tekan Simpan di berkas, lalu Sinkronkan di halaman sesi."),
        ],
        "pairs": session_pairs(session),
        "form": form,
        "submit": _("Unduh berkas luring"),
        "back": Link(text=_("Batal"), url=reverse("session", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def _taken_along(request: StaffRequest, session: ActivitySession) -> str:
    page = offline_page(session, site=request.build_absolute_uri("/").rstrip("/"), at=now())
    if session.state != ActivitySession.State.OPEN:
        open_session(session=session, actor=request.actor)
    return page


class SyncForm(forms.Form):
    file = forms.FileField(
        label=_lazy("Berkas dari perangkat luring"),
        help_text=_lazy("Berkas .json dari tombol Simpan. Berkas yang sama boleh dikirim dua kali."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    pasted = forms.CharField(
        label=_lazy("Atau tempel isinya"),
        required=False,
        max_length=MOST_OCTETS // 4,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@staff("attendance.take")
@require_http_methods(["GET", "POST"])
def sync(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    if "sealed" in request.POST:
        return store(request, session)
    form = SyncForm(request.POST, request.FILES) if request.method == "POST" else SyncForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read(MOST_OCTETS + 1) if file is not None else form.cleaned_data["pasted"].encode()
        try:
            lines = read_offline(session, content)
        except BadInput as error:
            form.add_error("file", in_words(error))
        else:
            if lines:
                return preview(request, session, lines, Attendance.Way.OFFLINE)
            messages.success(request, _("Berkas ini tidak berisi kehadiran. Tidak ada yang berubah."))
            return redirect("session", pk=pk)
    context = {
        "form": form,
        "title": _("Sinkronkan berkas luring"),
        "lead": session_title(session),
        "submit": _("Periksa dahulu"),
        "note": _("Siapa yang sudah tercatat lewat kode QR tetap dihitung satu kali."),
        "back": Link(text=session_title(session), url=reverse("session", args=[pk])),
    }
    return render(request, "staff/prevention/attendance/send.html", context)
