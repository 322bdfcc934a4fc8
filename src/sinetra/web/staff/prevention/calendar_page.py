"""The month as a table."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import Activity, ActivitySession, Programme
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.prevention.selectors import programmes
from sinetra.apps.registry.models import Organisation
from sinetra.core.clock.months import shift
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import hours_text
from sinetra.web.staff.prevention.programmes import month_word
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.staff.prevention.words import language, mark

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An activity on a day; ``lines`` are its sittings of that day."""

    title: str
    url: str
    lines: tuple[str, ...]
    mark: tuple[str, str]


@dataclass(slots=True, kw_only=True)
class Day:
    day: date
    label: str
    in_month: bool
    is_today: bool
    items: list[Item] = field(default_factory=list)

    def add(self, item: Item) -> None:
        """Sittings of one activity stand under one title."""
        for index, other in enumerate(self.items):
            if other.url == item.url:
                self.items[index] = replace(other, lines=other.lines + item.lines)
                return
        self.items.append(item)


@staff("activity.read")
def month(request: StaffRequest) -> HttpResponse:
    """``?bulan=2024-11``, today's month without it; ``?program=`` only that programme."""
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    now = today(office.region_id)
    first = _month(request.GET.get("bulan", ""), now)
    row = _programme(request)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    days = {day: _day(day, first, now) for week in weeks for day in week}
    more = _fill(request.actor, days, row)
    context = {
        "title": month_word(first),
        "programme": row,
        "heads": [_weekday(day) for day in weeks[0]],
        "weeks": [[days[day] for day in week] for week in weeks],
        "is_empty": not any(day.items for day in days.values()),
        "more": more,
        "before": _link(shift(first, -1), row),
        "after": _link(shift(first, 1), row),
        "tabs": tabs(request.actor, "programmes"),
    }
    return render(request, "staff/prevention/calendar.html", context)


def _month(text: str, now: date) -> date:
    if not text:
        return now.replace(day=1)
    try:
        found = datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007 - a month has no zone
    except ValueError:
        found = date.min
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadInput(gettext_noop("Tulis bulan seperti 2024-11."), field="bulan", accepted=["2000-01 … 2100-12"])
    return found


def _programme(request: StaffRequest) -> Programme | None:
    wanted = request.GET.get("program", "")
    try:
        return programmes.programme(request.actor, UUID(wanted)) if wanted else None
    except ValueError:
        raise BadInput(gettext_noop("Program ini tidak ada."), field="program") from None


def _day(day: date, first: date, now: date) -> Day:
    return Day(day=day, label=day_text(day, language()), in_month=(day.month == first.month), is_today=(day == now))


def _weekday(day: date) -> tuple[str, str]:
    """In full and in short."""
    word = day_text(day, language()).partition(",")[0]
    return word, word[:3]


def _fill(actor: Actor, days: dict[date, Day], row: Programme | None) -> bool:
    """Whether there is more than the page shows."""
    first, last = min(days), max(days)
    sessions = rows_of.sessions_between(actor, first, last)
    others = rows_of.undated(actor, first, last)
    if row is not None:
        sessions, others = sessions.filter(activity__programme=row), others.filter(programme=row)
    found = list(sessions[: rows_of.MOST_SESSIONS + 1])
    for session in found[: rows_of.MOST_SESSIONS]:
        if session.day is not None:
            days[session.day].add(_of_session(session))
    for activity in others[: rows_of.MOST_SESSIONS]:
        if activity.starts_on is not None:
            days[activity.starts_on].add(_item(activity, ""))
    return len(found) > rows_of.MOST_SESSIONS


def _of_session(session: ActivitySession) -> Item:
    unit = session.unit.name if session.unit else session.unit_text
    said = (hours_text(session), unit, session.venue)
    return _item(session.activity, " · ".join(filter(None, said)))


def _item(activity: Activity, text: str) -> Item:
    sentiment, word = mark(activity)
    word = _("dari berita saja") if activity.known_from_press_only else word
    url = reverse("activity", args=[activity.pk])
    return Item(title=activity.title, url=url, lines=(text,) if text else (), mark=(sentiment, word))


def _link(first: date, row: Programme | None) -> Link:
    query = {"bulan": f"{first:%Y-%m}"} | ({"program": str(row.pk)} if row else {})
    return Link(text=month_word(first), url=f"{reverse('calendar')}?{urlencode(query)}")
