"""``/tenggat/kalender/<link>.ics``: open due dates for a calendar program, with no name of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinetra.apps.cases.calendar_feed import Feed, feed
from sinetra.apps.cases.models import Clock
from sinetra.apps.cases.vocabulary import CalendarScope
from sinetra.apps.reports.law_clock import Due
from sinetra.core.clock.deadlines import END_OF_DAY
from sinetra.core.documents.icalendar import Happening, calendar
from sinetra.ports.clock import zone_at
from sinetra.web import law_view
from sinetra.web.access import public
from sinetra.web.downloads import download
from sinetra.web.format import instant_text


@public
@require_safe
def due_calendar(request: HttpRequest, link: str) -> HttpResponse:
    found = feed(link)
    body = calendar(_name(found), _happenings(request, found))
    response = download(body, "text/calendar; charset=utf-8", "tenggat.ics")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _name(found: Feed) -> str:
    office = found.user.organisation.short_name
    if found.scope is CalendarScope.OWN:
        return _("Tenggat saya, %(office)s") % {"office": office}
    return _("Tenggat %(office)s") % {"office": office}


def _happenings(request: HttpRequest, found: Feed) -> Iterator[Happening]:
    for clock in found.clocks:
        due = Due.of(clock.told)
        address = request.build_absolute_uri(reverse("matter", args=[clock.matter_id]))
        yield Happening(
            uid=f"{clock.pk}@sinetra",
            title=f"{clock.matter.number}: {due.name[law_view.language()]}",
            starts=_starts(clock, due),
            ends=None,
            changed=clock.created_at,
            sequence=clock.version,
            text="\n".join((_until(due), address)),
        )


def _starts(clock: Clock, due: Due) -> date | datetime:
    """A day, where the period ends with the day; else the instant."""
    return clock.due_on if due.due_at.timetz().replace(tzinfo=None) == END_OF_DAY else due.due_at


def _until(due: Due) -> str:
    said = instant_text(due.due_at, zone_at(due.due_at).abbreviation, law_view.language())
    return _("Paling lambat %(moment)s") % {"moment": said}
