"""``/kerja/…/sesi/<uuid>/``: what is to be done at a session, and who has come so far."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.policy import may
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.selectors import activities as activity_rows
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.apps.prevention.session_time import zone
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text, number_text
from sinetra.web.law_words import STATUSES
from sinetra.web.parts import Cell, Column, Pair, Table
from sinetra.web.public.participation.session_facts import session_pairs, session_title
from sinetra.web.staff.lists import table
from sinetra.web.staff.prevention.activity_links import activity_links
from sinetra.web.staff.prevention.attendance.links import attendance_links
from sinetra.web.staff.prevention.attendance.words import STATES, WAYS, name_of


class SearchForm(forms.Form):
    q = forms.CharField(label=_lazy("Cari nama, unit, atau NIP"), max_length=80, required=False)


@staff("attendance.read")
def session_page(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    found = rows_of.counts(session)
    sentiment, word = STATES[ActivitySession.State(session.state)]
    form = SearchForm(request.GET or None)
    rows = rows_of.attendances(request.actor, session=session, text=_searched(form))
    context = {
        "session": session,
        "title": session_title(session),
        "activity_url": reverse("activity", args=[session.activity_id]),
        "links": activity_links(request.actor, session.activity, without="activity_attendance"),
        "sentiment": sentiment,
        "state": word,
        "pairs": session_pairs(session),
        "figures": _figures(found),
        "link": request.build_absolute_uri(reverse("check_in", args=[session.pk, rows_of.session_link(session.pk)])),
        "sheets": session.sheets.order_by("-id"),
        "table": attendance_table(request, rows, session),
        "form": form,
        "may_export": may(request.actor, "attendance.export", session),
    }
    return render(request, "staff/prevention/attendance/session.html", context)


@staff("attendance.read")
def activity_attendance(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Who came to any session of an activity."""
    activity = activity_rows.activity(request.actor, pk)
    form = SearchForm(request.GET or None)
    rows = rows_of.attendances(request.actor, activity=activity, text=_searched(form))
    context = {
        "activity": activity,
        "sessions": attendance_links(request.actor, activity),
        "table": attendance_table(request, rows, None),
        "form": form,
    }
    return render(request, "staff/prevention/attendance/activity.html", context)


def _searched(form: SearchForm) -> str:
    return str(form.cleaned_data["q"]) if form.is_valid() else ""


def _figures(found: rows_of.Counts) -> list[Pair]:
    said = get_language() or "id"
    return [
        Pair(term=_("Hadir"), value=number_text(found.came, said)),
        Pair(term=_("Dari luar undangan"), value=number_text(found.walk_ins, said)),
        Pair(term=_("NIP belum dicocokkan"), value=number_text(found.unmatched, said)),
    ]


def attendance_table(request: HttpRequest, rows: QuerySet[Attendance], session: ActivitySession | None) -> Table:
    """The last that came stand above."""

    def cells(row: Attendance) -> list[Cell]:
        where = [] if session else [Cell(text=session_title(row.session))]
        return [
            Cell(text=name_of(row), url=reverse("attendance", args=[row.pk])),
            *where,
            Cell(text=row.unit_text or "–"),
            Cell(text=str(STATUSES.get(row.status, "–"))),
            Cell(text=str(WAYS[Attendance.Way(row.way)])),
            Cell(text=instant_text(row.came_at, zone(row.session), get_language() or "id")),
            _mark(row),
        ]

    heads = [_("Nama"), *([] if session else [_("Sesi")]), _("Unit"), _("Status"), _("Cara"), _("Waktu"), _("Catatan")]
    return table(
        request,
        rows,
        caption=_("Yang hadir, terakhir dicatat di atas"),
        columns=[Column(text=head) for head in heads],
        cells=cells,
        empty=(
            _("Belum ada yang tercatat"),
            _("Buka sesi, lalu tampilkan kode QR di layar. Peserta memindainya sendiri."),
        ),
    )


def _mark(row: Attendance) -> Cell:
    if row.number:
        return Cell(text=_("NIP belum dicocokkan"), sentiment="attention")
    return Cell(text=_("di luar undangan"), sentiment="info") if row.is_walk_in else Cell(text="–")
