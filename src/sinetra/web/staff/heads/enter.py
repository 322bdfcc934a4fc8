"""Entering who holds an office, who is on campaign leave, and which pairs run: with its source."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.heads import campaign_in, takers_of_leave
from sinetra.apps.registry.models import CampaignLeave, ElectionPair, HeldRole, Organisation
from sinetra.apps.reports.law_clock import election_on
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.heads.entry_forms import HoldForm, LeaveForm, PairForm, SourceForm
from sinetra.web.staff.heads.offices import government, own_office
from sinetra.web.staff.registry_words import HELD_ROLES
from sinetra.web.templatetags.words import election_name


def office_of(request: StaffRequest, pk: UUID) -> Organisation:
    """The regional government in the address. Errors: ``NotFound``."""
    office = government(request.actor, str(pk))
    assert office is not None  # noqa: S101 - one was asked for
    return office


def heads_address(office: Organisation) -> str:
    return f"{reverse('heads')}?instansi={office.pk}"


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, pk: UUID) -> HttpResponse:
    office = office_of(request, pk)
    require(request.actor, "registry.hold_role", HeldRole(organisation=office))
    form = HoldForm(posted(request))
    return entered(
        request,
        office,
        form,
        _("Catat jabatan"),
        notes_of_hold(),
        lambda: hold_role(organisation=office, actor=request.actor, **form.said()),
    )


def notes_of_hold() -> list[str]:
    return [
        _("Kepala daerah yang cuti tetap pemegang jabatan: catat penggantinya dan cutinya."),
        _("Jabatan definitif yang terbuka berakhir sehari sebelum yang baru."),
    ]


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def leave(request: StaffRequest, pk: UUID) -> HttpResponse:
    office = office_of(request, pk)
    require(request.actor, "registry.record_leave", CampaignLeave(organisation=office))
    campaign = campaign_in(office.region_id or "", today(office.region_id))
    days = {"from_on": campaign.first, "until_on": campaign.last} if campaign else {}
    form = LeaveForm(holders(office), posted(request), initial=days)
    return entered(
        request,
        office,
        form,
        _("Catat cuti kampanye"),
        notes_of_leave(office),
        lambda: record_leave(organisation=office, actor=request.actor, **form.said()),
    )


def holders(office: Organisation) -> dict[str, str]:
    return {name: f"{name} ({HELD_ROLES[role]})" for name, role in takers_of_leave(office.pk)}


def notes_of_leave(office: Organisation) -> list[str]:
    notes = [
        _("Cuti petahana selama seluruh masa kampanye, di luar tanggungan negara, tanpa fasilitas jabatan."),
        _("Cuti diberitahukan kepada KPU (UU 10/2016 Pasal 70 ayat (3) sampai (5))."),
    ]
    if not takers_of_leave(office.pk):
        notes.append(_("Kepala daerah dan wakil belum tercatat. Catat jabatannya dahulu."))
    return notes


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def pair(request: StaffRequest, pk: UUID) -> HttpResponse:
    office = office_of(request, pk)
    own = own_office(request.actor)
    require(request.actor, "registry.store_pair", ElectionPair(organisation=own, region=office.region))
    election = election_on(today(office.region_id), office.region_id) if office.region_id else ""
    region = office.region
    if not election or region is None:
        raise Forbidden(gettext_noop("Tidak ada pemilihan yang berjalan di daerah ini."), code="no_election")
    form = PairForm(posted(request))
    return entered(
        request,
        office,
        form,
        _("Catat pasangan calon"),
        [_("Pemilihan: %(name)s.") % {"name": election_name(election)}],
        lambda: store_pair(organisation=own, election=election, region=region, actor=request.actor, **form.said()),
    )


def entered(
    request: StaffRequest,
    office: Organisation,
    form: SourceForm,
    title: str,
    notes: list[str],
    run: Callable[[], object],
) -> HttpResponse:
    if form.is_valid() and attempt(form, run) is not None:
        messages.success(request, _("Selesai: %(what)s.") % {"what": title})
        return redirect(heads_address(office))
    context = {
        "form": form,
        "title": title,
        "lead": office.name,
        "notes": notes,
        "submit": _("Simpan"),
        "back": Link(text=_("Kepala daerah dan calon"), url=heads_address(office)),
    }
    return render(request, "staff/prevention/form.html", context)
