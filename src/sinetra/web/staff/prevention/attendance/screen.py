"""The code of a session for the wall of the room; and the sheet for who prefers paper."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from sinetra.apps.prevention.models import ActivitySession
from sinetra.apps.prevention.selectors import attendance as rows_of
from sinetra.ports.clock import now
from sinetra.web.access import StaffRequest, staff
from sinetra.web.public.participation.session_facts import session_pairs, session_title
from sinetra.web.qr import qr_picture

#: Three times in the life of a code, so that the one on the wall is never old and the number is of now.
REFRESH_SECONDS = 20
EMPTY_ROWS = 20


@staff("attendance.read")
@never_cache
def screen(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Loads itself anew without JavaScript; ``?diam`` stands still, for who must stop what moves."""
    session = rows_of.session(request.actor, pk)
    address = request.build_absolute_uri(reverse("check_in", args=[pk, rows_of.code_now(pk, now())]))
    still = "diam" in request.GET
    context = {
        "session": session,
        "title": session_title(session),
        "is_open": session.state == ActivitySession.State.OPEN,
        "address": address,
        "qr": qr_picture(address),
        "came": rows_of.counts(session).came,
        "still": still,
    }
    answer = render(request, "staff/prevention/attendance/screen.html", context)
    if not still:
        answer.headers["Refresh"] = str(REFRESH_SECONDS)
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOfUnit:
    """``rows`` are numbers of empty lines to sign."""

    title: str
    rows: range


@staff("attendance.read")
def sheet(request: StaffRequest, pk: UUID) -> HttpResponse:
    """*Daftar hadir*: a page to print for each invited unit, and one for guests."""
    session = rows_of.session(request.actor, pk)
    names = list(session.activity.invited_units.order_by("unit__name").values_list("unit__name", flat=True))
    sheets = [SheetOfUnit(title=name, rows=range(1, EMPTY_ROWS + 1)) for name in [*names, ""]]
    context = {"session": session, "title": session_title(session), "pairs": session_pairs(session), "sheets": sheets}
    return render(request, "staff/prevention/attendance/sheet.html", context)
