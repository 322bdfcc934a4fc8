"""Opening and closing a session."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.prevention.actions.close_session import close_session
from sinetra.apps.prevention.actions.open_session import open_session
from sinetra.apps.prevention.models import ActivitySession
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import session_pairs
from sinetra.web.staff.accounts.forms import NothingForm
from sinetra.web.staff.attempt import attempt, posted


@staff("session.open")
@require_http_methods(["GET", "POST"])
def open_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    consequences = [
        _("Peserta dapat mencatat kehadiran dengan kode QR atau tautan sesi."),
        _("Kode di layar berganti setiap menit."),
        _("Tautan sesi berlaku sampai sesi ditutup."),
    ]
    words = (_("Buka sesi"), _("Sesi dibuka. Tampilkan kode QR di layar."), consequences)
    return _confirm(request, session, words, lambda: open_session(session=session, actor=request.actor))


@staff("session.close")
@require_http_methods(["GET", "POST"])
def close_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    consequences = [
        _("Peserta tidak dapat lagi mencatat kehadiran sendiri."),
        _("Nilai tes perorangan dihapus. Hasil gabungan tetap ada."),
        _("Daftar, kertas, dan berkas luring masih dapat dimasukkan."),
        _("Sesi yang ditutup tidak dapat dibuka lagi."),
    ]
    words = (_("Tutup sesi"), _("Sesi ditutup."), consequences)
    return _confirm(request, session, words, lambda: close_session(session=session, actor=request.actor), stop=True)


def _confirm(
    request: StaffRequest,
    session: ActivitySession,
    words: tuple[str, str, list[str]],
    act: Callable[[], object],
    *,
    stop: bool = False,
) -> HttpResponse:
    verb, done, consequences = words
    form = NothingForm(posted(request))
    if form.is_valid() and attempt(form, act) is not None:
        messages.success(request, done)
        return redirect("session", pk=session.pk)
    context = {
        "title": verb,
        "consequences": consequences,
        "pairs": session_pairs(session),
        "form": form,
        "submit": verb,
        "stop": stop,
        "back": Link(text=_("Batal"), url=reverse("session", args=[session.pk])),
    }
    return render(request, "parts/confirm.html", context)
