"""Entering who holds an office, who is on campaign leave, and which pairs run: each with its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.models import CampaignLeave, ElectionPair, HeldRole, Organisation
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.apps.reports.law_clock import election_on
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.heads.offices import day_field, government, own_office
from sinetra.web.staff.registry_words import HELD_KINDS, HELD_ROLES
from sinetra.web.templatetags.words import election_name


class SourceForm(forms.Form):
    """What every entry says: where it stands and how far that was checked."""

    source = PlainText(
        label=_lazy("Sumber"),
        max_length=300,
        help_text=_lazy("Misalnya nomor dan tanggal keputusan, atau berita."),
        error_messages={"required": _lazy("Tuliskan sumbernya.")},
    )
    confidence = forms.ChoiceField(
        label=_lazy("Sejauh mana dicek"),
        choices=[(value.value, CONFIDENCE[value.value]) for value in reversed(Confidence)],
    )


class HoldForm(SourceForm):
    role = forms.ChoiceField(label=_lazy("Jabatan"), choices=list(HELD_ROLES.items()))
    kind = forms.ChoiceField(label=_lazy("Jenis"), choices=list(HELD_KINDS.items()))
    holder_name = PlainText(label=_lazy("Nama pemegang"), max_length=200)
    holder_title = PlainText(
        label=_lazy("Sebutan jabatan"), max_length=200, help_text=_lazy("Misalnya Pjs Wali Kota Cendana.")
    )
    from_on = day_field(_lazy("Hari pertama"))
    until_on = day_field(_lazy("Hari terakhir"), required=False, help_text=_lazy("Kosong bila masih menjabat."))
    reason = PlainText(
        label=_lazy("Sebab"),
        required=False,
        max_length=300,
        help_text=_lazy("Untuk Plt, Plh, Pjs, dan Pj: mengapa menggantikan."),
    )
    field_order = ["role", "kind", "holder_name", "holder_title", "from_on", "until_on", "reason"]


class LeaveForm(SourceForm):
    holder_name = PlainText(
        label=_lazy("Nama pemegang"), max_length=200, help_text=_lazy("Persis seperti dalam daftar jabatan.")
    )
    from_on = day_field(_lazy("Hari pertama cuti"))
    until_on = day_field(_lazy("Hari terakhir cuti"), help_text=_lazy("Hari terakhir masa kampanye."))
    field_order = ["holder_name", "from_on", "until_on"]


class PairForm(SourceForm):
    number = forms.IntegerField(label=_lazy("Nomor urut"), required=False, min_value=1, max_value=99)
    head_name = PlainText(label=_lazy("Nama calon kepala daerah"), max_length=200)
    deputy_name = PlainText(label=_lazy("Nama calon wakil"), required=False, max_length=200)
    head_is_incumbent = forms.BooleanField(label=_lazy("Calon kepala daerah petahana"), required=False)
    deputy_is_incumbent = forms.BooleanField(label=_lazy("Calon wakil petahana"), required=False)
    runs_from = day_field(
        _lazy("Tercatat sebagai pasangan sejak"), required=False, help_text=_lazy("Hari pendaftaran atau penetapan.")
    )
    withdrawn_on = day_field(
        _lazy("Tidak lagi sejak"), required=False, help_text=_lazy("Bila batal, diganti, atau meninggal.")
    )
    field_order = ["number", "head_name", "deputy_name", "head_is_incumbent", "deputy_is_incumbent", "runs_from"]


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

    def run(given: dict[str, Any]) -> object:
        given |= {"role": HeldRoleName(given["role"]), "kind": HeldKind(given["kind"])}
        return hold_role(organisation=office, actor=request.actor, **given)

    notes = [
        _("Kepala daerah yang cuti tetap pemegang jabatan: catat penggantinya dan cutinya."),
        _("Jabatan definitif yang terbuka berakhir sehari sebelum yang baru."),
    ]
    return _entered(request, office, HoldForm(posted(request)), _("Catat jabatan"), notes, run)


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def leave(request: StaffRequest, pk: UUID) -> HttpResponse:
    office = office_of(request, pk)
    require(request.actor, "registry.record_leave", CampaignLeave(organisation=office))
    notes = [_("Cuti petahana selama seluruh masa kampanye, di luar tanggungan negara, tanpa fasilitas jabatan.")]
    return _entered(
        request,
        office,
        LeaveForm(posted(request)),
        _("Catat cuti kampanye"),
        notes,
        lambda given: record_leave(organisation=office, actor=request.actor, **given),
    )


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
    notes = [_("Pemilihan: %(name)s.") % {"name": election_name(election)}]
    return _entered(
        request,
        office,
        PairForm(posted(request)),
        _("Catat pasangan calon"),
        notes,
        lambda given: store_pair(organisation=own, election=election, region=region, actor=request.actor, **given),
    )


def _entered(
    request: StaffRequest,
    office: Organisation,
    form: forms.Form,
    title: str,
    notes: list[str],
    run: Callable[[dict[str, Any]], object],
) -> HttpResponse:
    if form.is_valid():
        given = form.cleaned_data | {"confidence": Confidence(form.cleaned_data["confidence"])}
        if attempt(form, lambda: run(given)) is not None:
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
