"""Sessions of an activity and stops of a visit: listed, added, changed."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.store_session import SessionDraft, store_session
from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.registry.models import Unit
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import hours_said, session_title
from sinetra.web.staff.attempt import posted
from sinetra.web.staff.prevention.part_forms import SessionForm
from sinetra.web.staff.prevention.parts_of import PartLine, added, part_page, removal
from sinetra.web.staff.prevention.words import day_said


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def sessions(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = SessionForm(posted(request), units=_units(request, row, None), initial={"day": row.starts_on})
    if added(
        request,
        form,
        lambda: store_session(activity=row, draft=SessionDraft(**form.cleaned_data), actor=request.actor),
    ):
        return redirect("activity_sessions", pk=pk)
    lines = [
        PartLine(
            title=session_title(session),
            text=" · ".join(filter(None, _when_and_where(session))),
            change=reverse("change_session", args=[session.pk]),
            verbs=(removal("sesi", session.pk),),
        )
        for session in row.sessions.select_related("unit").order_by("day", "starts_at", "place")
    ]
    return part_page(
        request,
        row,
        title=_("Sesi dan perhentian"),
        lines=lines,
        form=form,
        submit=_("Tambah sesi"),
        empty=_("Belum ada sesi. Satu kunjungan dapat singgah di beberapa tempat pada satu hari."),
    )


def _when_and_where(session: ActivitySession) -> tuple[str, ...]:
    """Without what its name says already."""
    places = (session.unit.name if session.unit else session.unit_text, session.venue)
    named = session_title(session)
    return day_said(session.day), hours_said(session), *(place for place in places if place != named)


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def change_session(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    row = session.activity
    names = ("title", "day", "starts_at", "ends_at", "venue", "unit")
    initial = {name: getattr(session, name) for name in names}
    form = SessionForm(posted(request), units=_units(request, row, session), initial=initial)
    if added(
        request,
        form,
        lambda: store_session(
            activity=row, draft=SessionDraft(**form.cleaned_data), actor=request.actor, session=session
        ),
    ):
        return redirect("activity_sessions", pk=row.pk)
    context = {
        "form": form,
        "title": _("Ubah sesi"),
        "submit": _("Simpan sesi"),
        "back": Link(text=row.title, url=reverse("activity_sessions", args=[row.pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _units(request: StaffRequest, row: Activity, session: ActivitySession | None) -> QuerySet[Unit]:
    """Those on the list of the activity, and the one that the session has."""
    chosen = Q(pk__in=row.invited_units.values("unit"))
    own = Q(pk=session.unit_id) if session is not None else Q(pk=None)
    return visible(request.actor, Unit).filter(chosen | own).order_by("name", "id")
