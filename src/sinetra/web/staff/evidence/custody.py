"""Who touched one file, when, and what for."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinetra.apps.evidence.file_reads import custody_of, file_view, note_of
from sinetra.apps.evidence.models import CustodyEntry
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.ports.clock import Zone, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.evidence.words import TOUCHES
from sinetra.web.staff.lists import page_address


@staff("evidence.read")
@require_safe
def evidence_custody(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = file_view(request.actor, pk)
    found = custody_of(request.actor, view.evidence, after=request.GET.get("after"))
    zone = zone_of(view.evidence.report.region_id)
    table = Table(
        caption=_("Siapa menyentuh, kapan, untuk apa; yang terbaru di atas"),
        columns=[Column(text=_("Waktu")), Column(text=_("Apa")), Column(text=_("Oleh")), Column(text=_("Untuk apa"))],
        rows=[_cells(entry, zone) for entry in found],
        newer=page_address(request, None) if request.GET.get("after") else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=_("Belum ada catatan"),
    )
    return render(request, "staff/evidence/custody.html", {"view": view, "table": table})


def _cells(entry: CustodyEntry, zone: Zone) -> list[Cell]:
    return [
        Cell(text=instant_text(entry.at, zone, get_language() or "id")),
        Cell(text=str(TOUCHES.get(entry.what, entry.what))),
        Cell(text=_by(entry)),
        Cell(text=note_of(entry) or "–"),
    ]


def _by(entry: CustodyEntry) -> str:
    if entry.by is not None:
        return entry.by.name
    return _("pelapor") if entry.what == Touch.RECEIVED else _("sistem")
