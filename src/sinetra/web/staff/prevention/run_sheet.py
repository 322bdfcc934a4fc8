"""*Susunan acara* as a page to print and as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.core.documents.run_sheet import Line, RunSheet, run_sheet_pdf
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.public.participation.session_facts import hours_said
from sinetra.web.staff.prevention.activity_page import MOST
from sinetra.web.staff.prevention.words import KINDS, day_said, group_word, language


@staff("activity.read")
def run_sheet(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    back = Link(text=row.title, url=reverse("activity", args=[pk]))
    return render(request, "staff/prevention/run_sheet.html", {"sheet": sheet_of(row), "activity": row, "back": back})


@staff("activity.read")
def run_sheet_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    day = row.starts_on.isoformat() if row.starts_on else "tanpa-tanggal"
    response = HttpResponse(run_sheet_pdf(sheet_of(row)), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="susunan-acara-{day}.pdf"'
    return response


def sheet_of(row: Activity) -> RunSheet:
    pairs = (
        (_("Jenis"), str(KINDS[row.kind])),
        (_("Tanggal"), day_said(row.starts_on)),
        (_("Penyelenggara"), row.organiser),
        (_("Dibuka atau dipimpin oleh"), row.opened_by),
        (_("Tema"), row.theme),
        (_("Sasaran"), "; ".join([*row.audience, *map(group_word, row.groups)])),
    )
    people = (
        (_("Narasumber"), tuple(_speakers(row))),
        (_("Rombongan"), tuple(_delegates(row))),
        (_("Unit yang diundang"), tuple(_units(row))),
    )
    return RunSheet(
        language="en" if language().startswith("en") else "id",
        title=row.title,
        office=row.organisation.name,
        pairs=tuple((word, text) for word, text in pairs if text),
        lines=tuple(_lines(row)),
        agenda=tuple(line.strip() for line in row.agenda.splitlines() if line.strip()),
        people=tuple((word, lines) for word, lines in people if lines),
        heading={
            "title": _("Susunan acara"),
            "day": _("Hari"),
            "hours": _("Waktu"),
            "what": _("Acara"),
            "place": _("Tempat"),
            "agenda": _("Agenda"),
            "notes": _("Catatan"),
        },
        exercise=exercise_word(),
    )


def _lines(row: Activity) -> list[Line]:
    return [
        Line(
            day=day_said(session.day),
            hours=hours_said(session),
            what=session.title or (session.unit.name if session.unit else session.unit_text) or str(KINDS[row.kind]),
            where=session.venue or "–",
        )
        for session in row.sessions.select_related("unit").order_by("day", "starts_at", "place")[:MOST]
    ]


def _speakers(row: Activity) -> list[str]:
    rows = row.named_speakers.order_by("place", "id")[:MOST]
    return [", ".join(filter(None, (item.name, item.institution, item.topic))) for item in rows]


def _delegates(row: Activity) -> list[str]:
    return [": ".join(filter(None, (item.role, item.name))) for item in row.delegates.order_by("place", "id")[:MOST]]


def _units(row: Activity) -> list[str]:
    rows = row.invited_units.select_related("unit").order_by("unit__name", "id")[: MOST + 1]
    names = [item.unit.name for item in rows]
    return [*names[:MOST], _("dan unit lain")] if len(names) > MOST else names
