"""Plan an activity, change the plan, cancel it, say that it was held, confirm what the press told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.confirm_activity import CORRECTABLE, confirm_activity
from sinetra.apps.prevention.actions.end_activity import cancel_activity, mark_as_held
from sinetra.apps.prevention.actions.invite_units import add_units
from sinetra.apps.prevention.actions.plan_activity import ActivityDraft, plan_activity
from sinetra.apps.prevention.models import Activity
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.prevention.forms import CancelForm, ConfirmForm, HeldForm, PlanForm
from sinetra.web.staff.prevention.words import day_said

_SAME = ("kind", "title", "starts_on", "duration_days", "organiser", "opened_by", "theme", "agenda", "meeting_link")


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def new_activity(request: StaffRequest) -> HttpResponse:
    """``?program=`` names the programme it is planned in; ``?unit=`` the unit that is to be visited."""
    office = visible(request.actor, Organisation).select_related("region").get(pk=request.actor.office)
    unit = _unit(request)
    initial = {
        "programme": request.GET.get("program", ""),
        **({"kind": Activity.Kind.VISIT, "title": _("Kunjungan ke %(unit)s") % {"unit": unit.name}} if unit else {}),
        "organiser": office.name,
        "region": office.region_id or "",
        "duration_days": 1,
    }
    return _plan_page(request, None, initial, unit)


def _unit(request: StaffRequest) -> Unit | None:
    """Of the own organisation; whoever changes the address gets the plain form."""
    try:
        pk = UUID(request.GET.get("unit", ""))
    except ValueError:
        return None
    return visible(request.actor, Unit).filter(pk=pk, organisation_id=request.actor.office).first()


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def change_activity(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    initial = {name: getattr(row, name) for name in _SAME} | {
        "programme": row.programme_id,
        "region": row.region_id or "",
        "groups": row.groups,
        "covers_non_asn": {True: "true", False: "false", None: ""}[row.covers_non_asn],
    }
    return _plan_page(request, row, initial)


def _plan_page(
    request: StaffRequest, row: Activity | None, initial: dict[str, Any], unit: Unit | None = None
) -> HttpResponse:
    form = PlanForm(posted(request), initial=initial, actor=request.actor, is_new=row is None)
    if form.is_valid():
        draft = _draft(form.cleaned_data)
        made = attempt(form, lambda: plan_activity(draft=draft, actor=request.actor, activity=row))
        if made is not None:
            if unit is not None:
                add_units(activity=made, units=[unit.pk], actor=request.actor)
            messages.success(request, _("Rencana disimpan."))
            return redirect("activity", pk=made.pk)
    back = reverse("activity", args=[row.pk]) if row else reverse("coverage" if unit else "activities")
    context = {
        "form": form,
        "title": _("Ubah rencana") if row else _("Rencanakan kegiatan"),
        "lead": "" if row else _("Sesi, narasumber, undangan, dan berkas ditambahkan sesudahnya."),
        "notes": [_("%(unit)s langsung masuk daftar unit kegiatan ini.") % {"unit": unit.name}] if unit else [],
        "submit": _("Simpan rencana"),
        "back": Link(text=_("Kembali"), url=back),
    }
    return render(request, "staff/prevention/form.html", context)


def _draft(given: dict[str, Any]) -> ActivityDraft:
    names = (*_SAME, "programme", "region", "starts_at", "ends_at", "venue")
    covers = {"true": True, "false": False}.get(given["covers_non_asn"])
    told = {name: given[name] for name in names if name in given}
    return ActivityDraft(**told, groups=tuple(given["groups"]), covers_non_asn=covers)


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def cancel(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = CancelForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, lambda: cancel_activity(activity=row, reason=reason, actor=request.actor)) is not None:
            messages.success(request, _("Kegiatan dibatalkan."))
            return redirect("activity", pk=pk)
    lines = [
        _("Kegiatan tetap tampil dalam program, dengan tanda dibatalkan dan alasan Anda."),
        _("Undangan yang sudah terbit tidak ditarik sendiri: beri tahu unit yang diundang."),
    ]
    return _confirm_page(request, row, form, _("Batalkan kegiatan"), lines, stop=True)


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = HeldForm(posted(request))
    if form.is_valid() and attempt(form, lambda: mark_as_held(activity=row, actor=request.actor)) is not None:
        messages.success(request, _("Kegiatan tercatat terlaksana."))
        return redirect("activity", pk=pk)
    lines = [_("Kegiatan dihitung sebagai terlaksana."), _("Notula, foto, dan komitmen masih dapat ditambahkan.")]
    return _confirm_page(request, row, form, _("Nyatakan terlaksana"), lines)


@staff("activity.confirm")
@require_http_methods(["GET", "POST"])
def confirm(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    initial = {name: getattr(row, name) for name in CORRECTABLE} | {
        "programme": row.programme_id,
        "covers_non_asn": {True: "true", False: "false", None: ""}[row.covers_non_asn],
    }
    form = ConfirmForm(posted(request), initial=initial, actor=request.actor)
    if form.is_valid():
        made = attempt(form, lambda: _confirmed(request, row, dict(form.cleaned_data)))
        if made is not None:
            messages.success(request, _("Kegiatan dikonfirmasi; sejak sekarang dihitung dalam cakupan."))
            return redirect("activity", pk=pk)
    context = {
        "form": form,
        "title": _("Konfirmasi: %(title)s") % {"title": row.title},
        "lead": _("Betulkan yang keliru. Kata-kata berita tetap tersimpan di samping isian Anda."),
        "notes": [
            _("Hanya penyelenggara yang dapat mengonfirmasi. Nama Anda dan alasannya tercatat."),
            _("Setelah dikonfirmasi, kegiatan dihitung dalam cakupan."),
        ],
        "submit": _("Konfirmasi kegiatan"),
        "back": Link(text=_("Kembali"), url=reverse("activity", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _confirmed(request: StaffRequest, row: Activity, given: dict[str, Any]) -> Activity:
    given["covers_non_asn"] = {"true": True, "false": False}.get(given["covers_non_asn"])
    reason, programme = given.pop("reason"), given.pop("programme")
    return confirm_activity(activity=row, corrections=given, reason=reason, programme=programme, actor=request.actor)


def _confirm_page(
    request: StaffRequest, row: Activity, form: Any, title: str, lines: list[str], *, stop: bool = False
) -> HttpResponse:
    context = {
        "title": title,
        "consequences": lines,
        "pairs": [
            Pair(term=_("Kegiatan"), value=row.title),
            Pair(term=_("Tanggal"), value=day_said(row.starts_on)),
        ],
        "form": form,
        "submit": title,
        "stop": stop,
        "back": Link(text=_("Kembali"), url=reverse("activity", args=[row.pk])),
    }
    return render(request, "parts/confirm.html", context)
