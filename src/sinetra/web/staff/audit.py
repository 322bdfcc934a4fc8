"""The audit chain of the actor's organisation: what happened, and whether it still holds."""

from __future__ import annotations

from functools import partial

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.selectors import entries, last_checkpoint
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column
from sinetra.web.staff.lists import table
from sinetra.web.staff.oversight.tabs import tabs


class FilterForm(forms.Form):
    action = forms.CharField(
        label=gettext_lazy("Awal nama peristiwa"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Misalnya: report, matter, accounts."),
    )


@staff("audit.read")
def audit(request: StaffRequest) -> HttpResponse:
    form = FilterForm(request.GET or None)
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    zone = zone_of(office.region_id).abbreviation
    action = form.cleaned_data["action"] if form.is_valid() else ""
    listed = table(
        request,
        entries(request.actor, action=action),
        caption=_("Jejak audit, yang terbaru di atas"),
        columns=[
            Column(text=_("No."), number=True),
            Column(text=_("Waktu")),
            Column(text=_("Peristiwa")),
            Column(text=_("Oleh")),
            Column(text=_("Tanda")),
        ],
        cells=partial(_cells, zone=zone),
        order=("-seq",),
        empty=(
            _("Tidak ada entri"),
            _("Setiap perubahan menulis satu entri; yang cocok dengan saringan ini tidak ada."),
        ),
    )
    context = {"table": listed, "form": form, "checkpoint": last_checkpoint(request.actor), "zone": zone}
    context["tabs"] = tabs(request.actor, "audit")
    return render(request, "staff/audit.html", context)


def _cells(entry: AuditEntry, zone: str) -> list[Cell]:
    return [
        Cell(text=entry.seq),
        Cell(text=instant_text(entry.at, zone, get_language() or "id")),
        Cell(text=entry.action),
        Cell(text=entry.actor),
        Cell(text=entry.hash[:12]),
    ]
