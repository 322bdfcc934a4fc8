"""What a list or an offline file would store, row by row, before it does. The rows travel sealed to the second step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.prevention.actions.take_entries import take_entries
from sinetra.apps.prevention.entries import Entry, Said, Standing, read_entries
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.web import sealed
from sinetra.web.access import StaffRequest
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.public.participation.session_facts import session_title
from sinetra.web.staff.prevention.attendance.words import FIELDS, STANDINGS

FORM = "attendance_list"


def preview(
    request: StaffRequest, session: ActivitySession, lines: Sequence[Said], way: Attendance.Way
) -> HttpResponse:
    entries = read_entries(session, lines)
    found = Counter(entry.standing for entry in entries)
    state = {"session": str(session.pk), "way": way.value, "lines": [_packed(line) for line in lines]}
    context = {
        "session": session,
        "title": session_title(session),
        "new": found[Standing.MATCHED] + found[Standing.UNMATCHED],
        "found": [(sentiment, word, found[name]) for name, (sentiment, word) in STANDINGS.items() if found[name]],
        "problems": [entry.problem.text() for entry in entries if entry.problem],
        "table": _table(entries),
        "sealed": sealed.seal(FORM, state),
        "back": Link(text=session_title(session), url=reverse("session", args=[session.pk])),
    }
    return render(request, "staff/prevention/attendance/preview.html", context)


def store(request: StaffRequest, session: ActivitySession) -> HttpResponse:
    """The second step. Errors: ``BadInput`` for a field that is old or of another session."""
    state = sealed.unseal(FORM, request.POST.get("sealed", ""))
    lines = [_unpacked(line) for line in state["lines"]] if state["session"] == str(session.pk) else []
    taken = take_entries(
        session=session,
        entries=read_entries(session, lines),
        way=Attendance.Way(state["way"]),
        actor=request.actor,
    )
    said = _("Tersimpan: %(new)s baru, %(there)s sudah tercatat, %(bad)s tidak terbaca.")
    messages.success(request, said % {"new": taken.new, "there": taken.there, "bad": taken.bad})
    return redirect("session", pk=session.pk)


def _packed(line: Said) -> list[object]:
    at = line.came_at.isoformat() if line.came_at else None
    return [line.row, line.number, line.name, line.unit, line.status, at]


def _unpacked(packed: list[str | None]) -> Said:
    row, number, name, unit, status, at = packed
    return Said(
        row=int(row or 0),
        number=number or "",
        name=name or "",
        unit=unit or "",
        status=status or "",
        came_at=datetime.fromisoformat(at) if at else None,
    )


def _table(entries: Sequence[Entry]) -> Table:
    heads = [_("Baris"), *(str(word) for word in FIELDS.values()), _("Hasil"), _("Nama di register")]
    return Table(caption=_("Baris demi baris"), columns=[Column(text=head) for head in heads], rows=_cells(entries))


def _cells(entries: Sequence[Entry]) -> list[list[Cell]]:
    rows = []
    for entry in entries:
        sentiment, word = STANDINGS[entry.standing]
        said = [Cell(text=getattr(entry.said, name) or "–") for name in FIELDS]
        rows.append(
            [Cell(text=entry.said.row), *said, Cell(text=word, sentiment=sentiment), Cell(text=entry.found or "–")]
        )
    return rows
