"""Heads and candidates of a regional government: dated offices, campaign leave, pairs, incumbents, interests."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.appointing import authority, office_facts
from sinetra.apps.registry.heads import campaign_in, incumbent_running, level_of
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, HeldRole, Organisation
from sinetra.core.casework.leave_gaps import leave_gaps
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Table
from sinetra.web.staff.heads import tables
from sinetra.web.staff.heads.offices import government
from sinetra.web.staff.heads.rows import interest_cells, interest_columns
from sinetra.web.staff.told import told


@staff("registry.read")
def heads(request: StaffRequest) -> HttpResponse:
    office = government(request.actor, request.GET.get("instansi", ""))
    context: dict[str, Any] = {"back": Link(text=_("Register"), url=reverse("registry")), "office": office}
    if office is None:
        return render(request, "staff/heads/listing.html", context)
    region, day = office.region_id or "", today(office.region_id)
    facts = office_facts(office.pk)
    running = incumbent_running(region, day) if region else ()
    campaign = campaign_in(region, day) if region else None
    context |= {
        "table": tables.offices(request, office),
        "leaves": tables.leaves(request, office),
        "away": tables.days_away(facts),
        "gaps": told(leave_gaps(facts, authority().grounds, level_of(office), campaign)) if campaign else [],
        "pairs": tables.pairs(request, region),
        "interests": _interests(request, office),
        "incumbents": [(", ".join(one.names), one.pair, one.source, one.confidence.value) for one in running],
        "acts": _acts(request, office),
        "ask": f"{reverse('appointing')}?instansi={office.pk}",
    }
    return render(request, "staff/heads/listing.html", context)


def _acts(request: StaffRequest, office: Organisation) -> list[Link]:
    """What this actor may enter here."""
    own = Organisation(pk=request.actor.office)
    known = [
        ("hold_role", _("Catat jabatan"), may(request.actor, "registry.hold_role", HeldRole(organisation=office))),
        ("record_leave", _("Catat cuti"), may(request.actor, "registry.record_leave", HeldRole(organisation=office))),
        (
            "store_pair",
            _("Catat pasangan calon"),
            may(request.actor, "registry.store_pair", ElectionPair(organisation=own, region=office.region)),
        ),
        (
            "declare_head_interest",
            _("Catat kepentingan"),
            may(request.actor, "interest.declare", DeclaredInterest(organisation=own, office=office)),
        ),
    ]
    return [Link(text=text, url=reverse(name, args=[office.pk])) for name, text, allowed in known if allowed]


def _interests(request: StaffRequest, office: Organisation) -> Table:
    rows = visible(request.actor, DeclaredInterest).filter(office=office, matter=None)
    found = rows.select_related("pair", "user", "office", "matter").order_by("-from_on", "-id")[: tables.SHORT]
    return Table(
        caption=_("Kepentingan pejabat yang dinyatakan"),
        columns=interest_columns(),
        rows=[interest_cells(row, request.actor) for row in found],
        empty_title=_("Belum ada kepentingan yang dinyatakan"),
        empty_text=_("Yang belum dinyatakan belum tentu tidak ada."),
    )
