"""One entry: whom it stands for, a new link for who lost theirs, and taking away what was wrong."""

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
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.actions.match_attendance import match_attendance
from sinetra.apps.prevention.actions.remove_attendance import remove_attendance
from sinetra.apps.prevention.actions.renew_participant_link import renew_participant_link
from sinetra.apps.prevention.models import Attendance
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.apps.prevention.selectors import personal_links
from sinetra.apps.prevention.session_time import zone
from sinetra.apps.registry import selectors as registry
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.parts import Link, Pair
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.qr import qr_picture
from sinetra.web.staff.accounts.forms import NothingForm, ReasonForm
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.attendance.words import WAYS, name_of


class FindForm(forms.Form):
    q = forms.CharField(label=_lazy("Cari pegawai: awal nama atau NIP"), max_length=80, required=False)


class PersonForm(forms.Form):
    person = forms.UUIDField()


@staff("attendance.read")
def attendance_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.attendance(request.actor, pk)
    matching = row.person_id is None and may(request.actor, "attendance.match", row)
    form = FindForm(request.GET or None)
    text = form.cleaned_data["q"] if matching and form.is_valid() else ""
    context = {
        "row": row,
        "title": name_of(row),
        "pairs": attendance_pairs(row),
        "matching": matching,
        "form": form,
        "searched": bool(text),
        "people": registry.people(request.actor, text=text, size=10) if text else (),
        "back": _back(row),
    }
    return render(request, "staff/prevention/attendance/attendance.html", context)


def attendance_pairs(row: Attendance) -> list[Pair]:
    said = [
        (_("NIP yang diketik"), row.number),
        (_("Unit"), row.unit_text),
        (_("Status"), str(STATUSES.get(row.status, ""))),
        (_("Jabatan"), str(POSITIONS.get(row.position, ""))),
        (_("Cara"), str(WAYS[Attendance.Way(row.way)])),
        (_("Waktu"), instant_text(row.came_at, zone(row.session), get_language() or "id")),
        (_("Register"), _("cocok") if row.person_id else _("tidak ada di register")),
        (_("Undangan"), _("di luar undangan") if row.is_walk_in else _("dari unit yang diundang")),
    ]
    return [Pair(term=term, value=value) for term, value in said if value]


@staff("attendance.match")
@require_http_methods(["POST"])
def match(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.attendance(request.actor, pk)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return redirect("attendance", pk=pk)
    person = personal_links.person(request.actor, form.cleaned_data["person"])
    found = match_attendance(attendance=row, person=person, actor=request.actor)
    messages.success(request, _("Dicocokkan dengan %(name)s.") % {"name": person.name})
    return redirect("attendance", pk=found.pk)


@staff("attendance.correct")
@require_http_methods(["GET", "POST"])
def remove(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.attendance(request.actor, pk)
    form = ReasonForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]

        def act() -> bool:
            remove_attendance(attendance=row, reason=reason, actor=request.actor)
            return True

        if attempt(form, act):
            messages.success(request, _("Kehadiran dihapus; alasannya tersimpan di jejak audit."))
            return redirect("session", pk=row.session_id)
    context = {
        "title": _("Hapus kehadiran ini"),
        "consequences": [
            _("Orang ini tidak lagi dihitung hadir."),
            _("Tautan pesertanya berhenti berlaku."),
            _("Alasan Anda tersimpan di jejak audit."),
        ],
        "pairs": [Pair(term=_("Nama"), value=name_of(row)), *attendance_pairs(row)],
        "form": form,
        "submit": _("Hapus kehadiran"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("attendance", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


@staff("attendance.correct")
@never_cache
@require_http_methods(["GET", "POST"])
def new_participant_link(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.attendance(request.actor, pk)
    form = NothingForm(posted(request))
    if form.is_valid():
        text = attempt(form, lambda: renew_participant_link(attendance=row, actor=request.actor))
        if text is not None:
            address = request.build_absolute_uri(reverse("participant", args=[text]))
            context = {"row": row, "address": address, "qr": qr_picture(address), "back": _back(row)}
            return render(request, "staff/prevention/attendance/new_link.html", context)
    context = {
        "title": _("Beri tautan peserta baru"),
        "consequences": [
            _("Tautan yang lama berhenti berlaku."),
            _("Tautan baru muncul satu kali di layar. Biarkan orangnya sendiri memindainya."),
        ],
        "pairs": [Pair(term=_("Nama"), value=name_of(row))],
        "form": form,
        "submit": _("Tampilkan tautan baru"),
        "back": Link(text=_("Batal"), url=reverse("attendance", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def _back(row: Attendance) -> Link:
    return Link(text=session_title(row.session), url=reverse("session", args=[row.session_id]))
