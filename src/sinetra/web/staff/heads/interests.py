"""Declared interests: the list of the office with one's own, and declaring, of oneself, of a colleague, of a head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.models import User
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.actions.end_interest import end_interest
from sinetra.apps.registry.models import DeclaredInterest
from sinetra.core.casework.interests import Tie
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.heads.enter import heads_address, office_of
from sinetra.web.staff.heads.interest_forms import ColleagueForm, EndForm, HeadForm, InterestForm, OwnForm
from sinetra.web.staff.heads.offices import own_office
from sinetra.web.staff.heads.rows import interest_cells, interest_columns
from sinetra.web.staff.lists import table

# What is stored is Indonesian, as every source in the register.
OWN_WORD = "pernyataan yang bersangkutan"


@staff("interest.read")
def interests(request: StaffRequest) -> HttpResponse:
    """One's own, and of colleagues for who may give matters to somebody else."""
    rows = visible(request.actor, DeclaredInterest).filter(
        Q(organisation_id=request.actor.office) | Q(user_id=request.actor.user_id)
    )
    listed = table(
        request,
        rows.select_related("user", "pair", "matter", "office"),
        order=("-from_on", "-id"),
        caption=_("Kepentingan yang dinyatakan, yang terbaru di atas"),
        columns=interest_columns(),
        cells=lambda row: interest_cells(row, request.actor),
        empty=(
            _("Belum ada kepentingan yang dinyatakan"),
            _("Nyatakan bila Anda, atau keluarga dekat, berkepentingan dalam pemilihan atau sebuah perkara."),
        ),
        empty_link=Link(text=_("Nyatakan kepentingan saya"), url=reverse("declare_interest")),
    )
    context = {
        "table": listed,
        "for_colleagues": may(request.actor, "matter.assign"),
        "back": Link(text=_("Register"), url=reverse("registry")),
    }
    return render(request, "staff/heads/interests.html", context)


@staff("interest.declare")
@require_http_methods(["GET", "POST"])
def own(request: StaffRequest) -> HttpResponse:
    office = own_office(request.actor)
    user = visible(request.actor, User).get(pk=str(request.actor.user_id))
    form = OwnForm(request.actor, posted(request), initial={"from_on": today(office.region_id)})
    notes = [
        _("Sesudah ini perkara yang bersangkutan tidak terbuka lagi bagi Anda."),
        _("Yang membacanya hanya Anda dan yang membagi perkara di kantor Anda."),
    ]
    title = _("Nyatakan kepentingan saya")
    return _declared(request, form, title, user.name, notes, reverse("interests"), lambda given: {"user": user})


@staff("matter.assign")
@require_http_methods(["GET", "POST"])
def of_colleague(request: StaffRequest) -> HttpResponse:
    office = own_office(request.actor)
    form = ColleagueForm(request.actor, posted(request), initial={"from_on": today(office.region_id)})
    notes = [_("Dicatat atas nama kantor. Rekan Anda membacanya, tetapi tidak dapat mengakhirinya sendiri.")]
    title = _("Catat kepentingan rekan")
    return _declared(
        request, form, title, office.name, notes, reverse("interests"), lambda given: {"user": given["user"]}
    )


@staff("interest.declare")
@require_http_methods(["GET", "POST"])
def of_head(request: StaffRequest, pk: UUID) -> HttpResponse:
    office = office_of(request, pk)
    require(request.actor, "interest.declare", DeclaredInterest(organisation_id=request.actor.office, office=office))
    form = HeadForm(request.actor, posted(request), initial={"from_on": today(office.region_id)})
    notes = [
        _("Hubungan keluarga dinyatakan pada tingkat instansi. Tidak ada daftar keluarga."),
        _("Bila pejabat ini PPK, halaman penerusan mengusulkan siapa yang memutus."),
    ]
    return _declared(
        request,
        form,
        _("Catat kepentingan pejabat"),
        office.name,
        notes,
        heads_address(office),
        lambda given: {"office": office, "holder_name": given["holder_name"]},
    )


def _declared(
    request: StaffRequest,
    form: InterestForm,
    title: str,
    lead: str,
    notes: list[str],
    back: str,
    about: Callable[[dict[str, Any]], dict[str, Any]],
) -> HttpResponse:
    if form.is_valid() and attempt(form, lambda: _declare(request, form, about(form.cleaned_data))) is not None:
        messages.success(request, _("Selesai: %(what)s.") % {"what": title})
        return redirect(back)
    return _form(request, form, title, lead, notes, back)


def _declare(request: StaffRequest, form: InterestForm, about: dict[str, Any]) -> DeclaredInterest:
    given = form.cleaned_data
    return declare_interest(
        organisation=own_office(request.actor),
        tie=Tie(given["tie"]),
        from_on=given["from_on"],
        source=given.get("source") or OWN_WORD,
        confidence=Confidence(given.get("confidence", Confidence.VERIFIED)),
        actor=request.actor,
        **form.target(),
        **about,
    )


def _form(request: StaffRequest, form: forms.Form, title: str, lead: str, notes: list[str], back: str) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "notes": notes,
        "submit": _("Simpan"),
        "back": Link(text=_("Kembali"), url=back),
    }
    return render(request, "staff/prevention/form.html", context)


def _ended(request: StaffRequest, row: DeclaredInterest, form: EndForm) -> bool:
    done = attempt(form, lambda: end_interest(interest=row, actor=request.actor, **form.cleaned_data))
    return done is not None


@staff("interest.declare")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = visible(request.actor, DeclaredInterest).select_related("user", "office").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Pernyataan ini tidak ada, atau bukan untuk Anda."))
    require(request.actor, "interest.end", row)
    form = EndForm(posted(request), initial={"until_on": today(own_office(request.actor).region_id)})
    if form.is_valid() and _ended(request, row, form):
        messages.success(request, _("Pernyataan diakhiri."))
        return redirect("interests")
    notes = [_("Yang terhalang sampai hari itu tetap terhalang untuk hari-hari itu.")]
    lead = row.user.name if row.user else row.holder_name
    return _form(request, form, _("Akhiri pernyataan"), lead, notes, reverse("interests"))
