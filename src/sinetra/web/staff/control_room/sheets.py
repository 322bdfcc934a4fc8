"""A view as a workbook: one sheet a table, and one that says where the numbers come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.http import HttpResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, instant_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.page import Desk, desk_of
from sinetra.web.staff.control_room.views import VIEWS, views_of
from sinetra.web.staff.control_room.words import language, number
from sinetra.web.workbook import Sheet, Value, about, workbook_response

#: A name of a sheet has at most so many characters.
_TITLE = 31
_PLAIN = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


@staff("control_room.read")
def room_workbook(request: StaffRequest, code: str) -> HttpResponse:
    """Errors: ``NotFound``, also for a view that the role may not open."""
    if code not in VIEWS or code not in views_of(request.actor):
        raise NotFound(gettext_noop("Tampilan ini tidak ada, atau bukan untuk Anda."))
    desk = desk_of(request)
    view = VIEWS[code](request.actor, desk, request.GET)
    sheets = [_sheet(place, table) for place, table in enumerate(tables_of(view), 1)]
    name = f"ruang-kendali-{code.removeprefix('room_')}-{desk.day.isoformat()}.xlsx"
    return workbook_response(name, *sheets, about(_about(view, desk)))


def tables_of(view: View) -> list[Table]:
    return [table for section in view.sections for table in section.tables if table.rows]


def _sheet(place: int, table: Table) -> Sheet:
    rows: list[list[Value]] = [[column.text for column in table.columns]]
    rows += [[_value(column, cell) for column, cell in zip(table.columns, row, strict=True)] for row in table.rows]
    title = f"{place} {table.caption}"[:_TITLE].translate(str.maketrans("", "", "[]:*?/\\"))
    return Sheet(title=title, rows=rows, widths=(40,), freeze="B2")


def _value(column: Column, cell: Cell) -> Value:
    """A number as a number, so that the copy can be added up; anything else as it is read on the page."""
    text = cell_text(cell)
    thousands, decimal = (",", ".") if language() == "en" else (".", ",")
    plain = text.replace(thousands, "").replace(decimal, ".")
    if not column.number or not _PLAIN.fullmatch(plain):
        return text
    return float(plain) if "." in plain else int(plain)


def cell_text(cell: Cell) -> str:
    """What a reader of the page sees, without its markup."""
    if cell.clock is not None:
        return f"{day_text(cell.clock.due, language(), weekday=False)} ({cell.clock.words})"
    return strip_tags(str(cell.text)) if hasattr(cell.text, "__html__") else str(cell.text)


def _about(view: View, desk: Desk) -> Iterator[str]:
    yield f"{_('Ruang kendali')}: {view.title}"
    yield f"{desk.office.name}, {day_text(desk.day, language())}"
    for section in view.sections:
        yield from section_lines(section, desk)


def section_lines(section: Section, desk: Desk) -> Sequence[str]:
    """Its finding, its numbers, what it rests on, and how to read it."""
    lines = [section.title, *(f"{count.term}: {count.text}" for count in section.counts)]
    if section.empty is not None:
        lines.append(f"{section.empty.title}. {section.empty.text}")
    if section.source is not None:
        lines.append(source_line(section, desk))
    return [*lines, *section.notes]


def source_line(section: Section, desk: Desk) -> str:
    """As the page says it, with the time of the count: a copy may be older than it looks."""
    source = section.source
    if source is None:
        return ""
    parts = [source.text]
    if source.n is not None:
        parts.append(f"n = {number(source.n)}")
    parts.append(_("keadaan per %(day)s") % {"day": day_text(source.as_of, language())})
    if source.at is not None:
        parts.append(_("dihitung %(at)s") % {"at": instant_text(source.at, zone_of(desk.office.region_id), language())})
    return " · ".join(parts)
