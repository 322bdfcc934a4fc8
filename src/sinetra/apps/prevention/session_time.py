"""When a session is, as instants; and when somebody came who was written down later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sinetra.apps.prevention.models import Activity, ActivitySession
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import Zone, now, today, zone_of

MORNING, EVENING = time(7), time(17)
AROUND = timedelta(hours=1)
LONGEST = timedelta(hours=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    first: datetime
    last: datetime


def region_of(activity: Activity) -> str | None:
    """Where its clocks are: the region of the activity, else of the office that holds it."""
    return activity.region_id or activity.organisation.region_id


def zone(session: ActivitySession) -> Zone:
    """The zone in which the hours of the session are written."""
    return zone_of(region_of(session.activity))


def window(session: ActivitySession) -> Window:
    """The hours of the session and an hour on each side; the working day when no hours are written.

    Errors: ``BadInput`` on ``day`` for a session without one.
    """
    if session.day is None:
        raise BadInput(gettext_noop("Isi dahulu tanggal sesi ini pada kegiatannya."), field="day")
    info = zone(session).info
    # Codes are made of real time; a demonstration may shift the legal date, and its session of today is today.
    day = session.day + (now().astimezone(info).date() - today(region_of(session.activity)))
    first = datetime.combine(day, session.starts_at or MORNING, info)
    last = datetime.combine(day, session.ends_at or EVENING, info)
    if last <= first:
        last = first + timedelta(hours=4)
    return Window(first=first - AROUND, last=min(last + AROUND, first - AROUND + LONGEST))


def came_at_of(session: ActivitySession, said: datetime | None, now: datetime) -> datetime:
    """The time that was noted, never in the future; without one the beginning of the session."""
    if said is not None:
        return min(said, now)
    if session.day is None:
        return now
    start = datetime.combine(session.day, session.starts_at or MORNING, zone(session).info)
    return min(start, now)
