"""The sessions of a programme as a file for the calendar of a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import Activity, ActivitySession, Programme
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.prevention.selectors import programmes
from sinetra.apps.prevention.session_time import zone as zone_of_session
from sinetra.core.documents.icalendar import Happening
from sinetra.core.documents.icalendar import calendar as calendar_file
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.staff.prevention.words import mark


@staff("activity.read")
def programme_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    """A programme for the calendar of a phone or an office."""
    row = programmes.programme(request.actor, pk)
    body = calendar_file(row.title, _happenings(request.actor, row))
    return download(body, "text/calendar; charset=utf-8", f"program-{row.starts_on.isoformat()}.ics")


def _happenings(actor: Actor, row: Programme) -> Iterator[Happening]:
    sessions = visible(actor, ActivitySession).filter(activity__programme=row, day__isnull=False)
    for session in sessions.select_related("activity__organisation", "unit").order_by("day", "id")[
        : rows_of.MOST_SESSIONS
    ]:
        yield _happening(session, session.day or row.starts_on)
    undated = visible(actor, Activity).filter(programme=row, starts_on__isnull=False)
    for activity in undated.exclude(sessions__day__isnull=False).order_by("starts_on", "id")[: rows_of.MOST_SESSIONS]:
        yield Happening(
            uid=f"{activity.pk}@sinetra",
            title=_title(activity, ""),
            starts=activity.starts_on or row.starts_on,
            ends=None,
            changed=activity.created_at,
            sequence=activity.version,
            place="; ".join(activity.venues),
            cancelled=activity.state == Activity.State.CANCELLED,
        )


def _happening(session: ActivitySession, day: date) -> Happening:
    activity = session.activity
    zone = zone_of_session(session).info
    starts = datetime.combine(day, session.starts_at, zone) if session.starts_at else day
    unit = session.unit.name if session.unit else session.unit_text
    return Happening(
        uid=f"{session.pk}@sinetra",
        title=_title(activity, session.title or unit),
        starts=starts,
        ends=datetime.combine(day, session.ends_at, zone) if session.starts_at and session.ends_at else None,
        changed=session.created_at,
        sequence=session.version + activity.version,
        place=session.venue,
        text=activity.theme,
        cancelled=activity.state == Activity.State.CANCELLED,
    )


def _title(activity: Activity, part: str) -> str:
    title = f"{activity.title}: {part}" if part else activity.title
    return f"{title} ({mark(activity)[1]})" if activity.known_from_press_only else title
