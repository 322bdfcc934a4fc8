"""Heads and candidates of a regional government: dated offices, campaign leave, pairs, incumbents, interests."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.heads import incumbent_running, pair_label
from sinetra.apps.registry.models import CampaignLeave, DeclaredInterest, ElectionPair, HeldRole, Organisation
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.heads.offices import government
from sinetra.web.staff.heads.rows import interest_cells, interest_columns
from sinetra.web.staff.lists import table
from sinetra.web.staff.registry_words import HELD_KINDS, HELD_ROLES, day_in_words
from sinetra.web.templatetags.words import election_name

SHORT = 20  # of what there is little; the offices themselves are a paged list


@staff("registry.read")
def heads(request: StaffRequest) -> HttpResponse:
    office = government(request.actor, request.GET.get("instansi", ""))
    context: dict[str, Any] = {"back": Link(text=_("Register"), url=reverse("registry")), "office": office}
    if office is None:
        return render(request, "staff/heads/listing.html", context)
    region = office.region_id or ""
    running = incumbent_running(region, today(office.region_id)) if region else ()
    context |= {
        "table": _offices(request, office),
        "leaves": _leaves(request, office),
        "pairs": _pairs(request, region),
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


def _offices(request: StaffRequest, office: Organisation) -> Table:
    return table(
        request,
        visible(request.actor, HeldRole).filter(organisation=office),
        order=("-from_on", "-id"),
        caption=_("Jabatan, yang terbaru di atas"),
        columns=[Column(text=text) for text in (_("Jabatan"), _("Pemegang"), _("Jenis"), _("Masa"), _("Sumber"))],
        cells=lambda row: [
            Cell(text=str(HELD_ROLES[row.role])),
            Cell(text=row.holder_name),
            Cell(text=str(HELD_KINDS[row.kind])),
            Cell(text=_span(row)),
            Cell(text=f"{row.source} ({CONFIDENCE[row.confidence]})"),
        ],
        empty=(_("Belum ada jabatan"), _("Catat kepala daerah, wakil, dan sekretaris daerah dengan sumbernya.")),
    )


def _span(row: HeldRole | CampaignLeave) -> str:
    first = day_in_words(row.from_on)
    return f"{first} – {day_in_words(row.until_on)}" if row.until_on else _("sejak %(first)s") % {"first": first}


def _leaves(request: StaffRequest, office: Organisation) -> Table:
    rows = visible(request.actor, CampaignLeave).filter(organisation=office).order_by("-from_on", "-id")[:SHORT]
    return Table(
        caption=_("Cuti kampanye"),
        columns=[Column(text=_("Pemegang")), Column(text=_("Masa")), Column(text=_("Sumber"))],
        rows=[
            [
                Cell(text=row.holder_name),
                Cell(text=_span(row)),
                Cell(text=f"{row.source} ({CONFIDENCE[row.confidence]})"),
            ]
            for row in rows
        ],
        empty_title=_("Belum ada cuti kampanye"),
        empty_text=_("Petahana yang mencalonkan diri di daerahnya cuti selama seluruh masa kampanye."),
    )


def _pairs(request: StaffRequest, region: str) -> Table:
    rows = visible(request.actor, ElectionPair).filter(region_id=region).order_by("-election", "number", "id")[:SHORT]
    return Table(
        caption=_("Pasangan calon di daerah ini"),
        columns=[Column(text=text) for text in (_("Pemilihan"), _("Pasangan"), _("Petahana"), _("Masa"))],
        rows=[
            [
                Cell(text=election_name(row.election)),
                Cell(text=_("Kolom kosong") if row.is_empty_column else pair_label(row)),
                Cell(text=_("ya") if row.has_incumbent else _("tidak")),
                Cell(text=_running(row)),
            ]
            for row in rows
        ],
        empty_title=_("Belum ada pasangan calon"),
        empty_text=_("Pasangan dicatat setelah KPU menetapkannya, dengan sumbernya."),
    )


def _running(row: ElectionPair) -> str:
    if row.withdrawn_on:
        return _("tidak lagi sejak %(day)s") % {"day": day_in_words(row.withdrawn_on)}
    if row.runs_from:
        return _("sejak %(first)s") % {"first": day_in_words(row.runs_from)}
    return _("hari pertama belum dicatat")


def _interests(request: StaffRequest, office: Organisation) -> Table:
    rows = visible(request.actor, DeclaredInterest).filter(office=office, matter=None)
    found = rows.select_related("pair", "user", "office", "matter").order_by("-from_on", "-id")[:SHORT]
    return Table(
        caption=_("Kepentingan pejabat yang dinyatakan"),
        columns=interest_columns(),
        rows=[interest_cells(row, request.actor) for row in found],
        empty_title=_("Belum ada kepentingan yang dinyatakan"),
        empty_text=_("Yang belum dinyatakan belum tentu tidak ada."),
    )
