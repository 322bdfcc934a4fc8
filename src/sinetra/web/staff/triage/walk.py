"""From one report of the desk to the one before and after it, without going back to the list."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language

from sinetra.apps.base.paging import beside
from sinetra.apps.cases.desk import COLUMNS, DeskOrder, desk
from sinetra.apps.reports.models import Report
from sinetra.web.access import StaffRequest
from sinetra.web.format import day_text
from sinetra.web.parts import Link
from sinetra.web.staff.triage.filters import DeskForm
from sinetra.web.staff.work_queue.walk import Walk

#: In the address of a report that was opened from the desk.
_FROM = "antrean"


def walk_query(form: DeskForm) -> str:
    return urlencode({_FROM: "1", **form.told()})


def walk_of(request: StaffRequest, report: Report) -> Walk | None:
    """None for a report that was not opened from the desk. One that has left the list has no neighbours any more."""
    if _FROM not in request.GET:
        return None
    form = DeskForm(request.GET, request.actor)
    filters, told, query = form.filters(), urlencode(form.told()), walk_query(form)
    if filters.order is DeskOrder.DUE and report.due_on is None:
        filters = replace(filters, order=DeskOrder.UNDATED)  # they stand behind the last deadline
    rows, order = desk(request.actor, filters), COLUMNS[filters.order]
    row = rows.filter(pk=report.pk).first()
    before, after = beside(rows, row, order=order) if row is not None else (None, None)
    return Walk(
        back=f"{reverse('inbox')}?{told}" if told else reverse("inbox"),
        before=_link(before, query),
        after=_link(after, query),
    )


def _link(row: Report | None, query: str) -> Link | None:
    if row is None:
        return None
    text = f"{row.region.name}, {day_text(row.filed_on, get_language() or 'id', weekday=False)}"
    return Link(text=text, url=f"{reverse('received_report', args=[row.pk])}?{query}")
