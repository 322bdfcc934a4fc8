"""Career policies of the office: all of them, one, a new one, one that ends. Whoever works here reads them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.careers import selectors
from sinetra.apps.careers.actions import end_policy, publish_policy
from sinetra.apps.careers.actions.publish_policy import NewPolicy
from sinetra.apps.careers.models import CareerPolicy
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import said, span
from sinetra.web.parts import Cell, Column, Link, Pair
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.careers.forms import EndPolicyForm, PolicyForm
from sinetra.web.staff.careers.tabs import tabs
from sinetra.web.staff.lists import table


@staff("career_policy.read")
def policies(request: StaffRequest) -> HttpResponse:
    day = today(visible(request.actor, Organisation).get(pk=request.actor.office).region_id)
    publishes = may(request.actor, "career_policy.publish")
    new = Link(text=_("Terbitkan kebijakan"), url=reverse("new_career_policy"))
    listed = table(
        request,
        selectors.policies(request.actor),
        order=("-from_on", "-id"),
        caption=_("Kebijakan karier, yang terbaru di atas"),
        columns=[Column(text=text) for text in (_("Nomor"), _("Judul"), _("Keadaan"), _("Masa"))],
        cells=lambda row: [
            Cell(text=row.number, url=reverse("career_policy", args=[row.pk])),
            Cell(text=row.title),
            _state(row, day),
            Cell(text=span(row.from_on, row.until_on)),
        ],
        empty=(_("Belum ada kebijakan karier"), _("Yang terbit di sini dapat dibaca semua pegawai kantor ini.")),
        empty_link=new if publishes else None,
    )
    context = {
        "table": listed,
        "title": _("Karier tanpa politik"),
        "lead": _("Kebijakan yang berlaku dapat dibaca setiap pegawai, juga lewat Halaman saya."),
        "tabs": tabs(request.actor, "career_policies"),
        "actions": [new] if publishes else [],
        "back": Link(text=_("Register"), url=reverse("registry")),
    }
    return render(request, "staff/careers/list.html", context)


def _state(row: CareerPolicy, day: date) -> Cell:
    if row.from_on > day:
        return Cell(text=_("belum berlaku"), sentiment="info")
    if row.until_on is not None and row.until_on < day:
        return Cell(text=_("berakhir"), sentiment="plain")
    return Cell(text=_("berlaku"), sentiment="good")


@staff("career_policy.read")
def policy(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = selectors.policy(request.actor, pk)
    told = [
        (_("Nomor"), row.number),
        (_("Tanggal kebijakan"), said(row.dated_on)),
        (_("Masa"), span(row.from_on, row.until_on)),
        (_("Diterbitkan oleh"), row.written_by.name),
        (_("Alasan berakhir"), row.end_reason),
    ]
    acts = []
    if row.until_on is None and may(request.actor, "career_policy.publish", row):
        acts = [
            Link(text=_("Terbitkan penggantinya"), url=f"{reverse('new_career_policy')}?ganti={row.pk}"),
            Link(text=_("Akhiri"), url=reverse("end_career_policy", args=[row.pk])),
        ]
    context = {
        "policy": row,
        "pairs": [Pair(term=term, value=value) for term, value in told if value],
        "acts": acts,
        "back": Link(text=_("Kebijakan karier"), url=reverse("career_policies")),
    }
    return render(request, "staff/careers/policy.html", context)


@staff("career_policy.publish")
@require_http_methods(["GET", "POST"])
def new_policy(request: StaffRequest) -> HttpResponse:
    wanted = request.GET.get("ganti", "")
    replaces = selectors.policy(request.actor, UUID(wanted)) if _is_key(wanted) else None
    form = PolicyForm(posted(request), initial={"title": replaces.title, "text": replaces.text} if replaces else None)
    if form.is_valid():
        new = NewPolicy(**form.cleaned_data)
        row = attempt(form, lambda: publish_policy(policy=new, replaces=replaces, actor=request.actor))
        if row is not None:
            messages.success(request, _("Kebijakan terbit dan terbaca oleh semua pegawai kantor ini."))
            return redirect("career_policy", pk=row.pk)
    ends = _("%(number)s berakhir sehari sebelum yang ini berlaku.")
    context = {
        "form": form,
        "title": _("Terbitkan kebijakan karier"),
        "notes": [ends % {"number": replaces.number}] if replaces else [],
        "submit": _("Terbitkan"),
        "back": Link(text=_("Kebijakan karier"), url=reverse("career_policies")),
    }
    return render(request, "staff/prevention/form.html", context)


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


@staff("career_policy.publish")
@require_http_methods(["GET", "POST"])
def end(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = selectors.policy(request.actor, pk)
    form = EndPolicyForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        if attempt(form, lambda: end_policy(policy=row, actor=request.actor, **given)) is not None:
            messages.success(request, _("Hari terakhirnya tercatat."))
            return redirect("career_policy", pk=pk)
    context = {
        "title": _("Akhiri kebijakan %(number)s") % {"number": row.number},
        "consequences": [
            _("Sesudah hari itu kebijakan ini tidak berlaku lagi bagi langkah baru."),
            _("Naskah dan alasannya tetap dapat dibaca."),
        ],
        "form": form,
        "submit": _("Akhiri"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("career_policy", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)
