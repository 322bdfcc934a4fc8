"""The weekly brief on paper: the same figures as the views that the role may open, as of the same day."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.exercise import exercise_word
from sinetra.core.documents.room_brief import BriefSection, BriefSheet, BriefTable, room_brief_pdf
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Table
from sinetra.web.staff.control_room.frame import Section
from sinetra.web.staff.control_room.page import Desk, desk_of
from sinetra.web.staff.control_room.sheets import cell_text, source_line
from sinetra.web.staff.control_room.views import VIEWS, views_of
from sinetra.web.staff.control_room.words import language

#: Rows of a table on paper; the page has all.
MOST = 15


@staff("control_room.read")
def brief_file(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    response = HttpResponse(room_brief_pdf(sheet_of(request.actor, desk)), content_type="application/pdf")
    name = f"ruang-kendali-{desk.day.isoformat()}.pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def sheet_of(actor: Actor, desk: Desk) -> BriefSheet:
    monday = desk.day - timedelta(days=desk.day.weekday())
    sections = []
    for code in views_of(actor):
        view = VIEWS[code](actor, desk, QueryDict())
        sections += [_section(view.title, section, desk) for section in view.sections]
    days = (day_text(monday, language(), weekday=False), day_text(desk.day, language()))
    return BriefSheet(
        language="en" if language() == "en" else "id",
        title=_("Ruang kendali: ringkasan pekan"),
        week=_("%(from)s sampai %(to)s") % {"from": days[0], "to": days[1]},
        office=desk.office.name,
        sections=tuple(sections),
        note=_("Angka yang sama dengan halaman Ruang kendali pada hari ini. Tidak ada nama orang yang dilaporkan."),
        exercise=exercise_word(),
    )


def _section(view: str, section: Section, desk: Desk) -> BriefSection:
    lines = [f"{count.term}: {count.text}" for count in section.counts]
    if section.empty is not None:
        lines.append(f"{section.empty.title}. {section.empty.text}")
    return BriefSection(
        view=view,
        title=section.title,
        lines=tuple(lines),
        tables=tuple(_table(table) for table in section.tables),
        source=source_line(section, desk),
    )


def _table(table: Table) -> BriefTable:
    more = len(table.rows) - MOST
    return BriefTable(
        caption=table.caption,
        columns=tuple(column.text for column in table.columns),
        numbers=tuple(column.number for column in table.columns),
        rows=tuple(tuple(cell_text(cell) for cell in row) for row in table.rows[:MOST]),
        empty="" if table.rows else table.empty_title,
        more=_("dan %(n)s baris lagi di halamannya") % {"n": more} if more > 0 else "",
    )
