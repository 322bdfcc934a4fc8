"""Proposing a step, of one person or of a whole unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.row import Row
from sinetra.apps.careers import selectors
from sinetra.apps.careers.actions import propose_step
from sinetra.apps.careers.actions.propose_step import Proposal
from sinetra.apps.careers.models import CareerPolicy, CareerStep
from sinetra.apps.careers.vocabulary import Reason, StepKind
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.law.words import Position
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt, posted
from sinetra.web.staff.careers.forms import ProposeForm

R = TypeVar("R", bound=Row)


@staff("career.propose")
@require_http_methods(["GET", "POST"])
def for_person(request: StaffRequest, pk: UUID) -> HttpResponse:
    person = selectors.person(request.actor, pk)
    form, units, policies = _form(request, for_unit=False)
    if form.is_valid():
        proposal = _proposal(form.cleaned_data, units, policies)
        row = attempt(form, lambda: propose_step(proposal=proposal, person=person, actor=request.actor))
        if row is not None:
            return _proposed(request, row)
    back = Link(text=_("Karier: %(name)s") % {"name": person.name}, url=reverse("person_career", args=[person.pk]))
    lead = " · ".join(part for part in (person.name, person.position_title) if part)
    return _page(request, form, _("Usulkan langkah karier"), lead, back)


@staff("career.propose")
@require_http_methods(["GET", "POST"])
def for_unit(request: StaffRequest) -> HttpResponse:
    form, units, policies = _form(request, for_unit=True)
    if form.is_valid():
        unit = _chosen(form.cleaned_data["unit"], units)
        proposal = _proposal(form.cleaned_data, units, policies)
        row = attempt(form, lambda: propose_step(proposal=proposal, unit=unit, actor=request.actor))
        if row is not None:
            return _proposed(request, row)
    back = Link(text=_("Karier tanpa politik"), url=reverse("career_steps"))
    return _page(request, form, _("Usulkan langkah untuk satu unit"), "", back)


def _form(request: StaffRequest, *, for_unit: bool) -> tuple[ProposeForm, Sequence[Unit], Sequence[CareerPolicy]]:
    office = visible(request.actor, Organisation).get(pk=request.actor.office)
    units = list(visible(request.actor, Unit).filter(organisation=office).order_by("name", "id"))
    if for_unit:
        own = (CareerStep(organisation=office, unit=unit) for unit in units)
        units = [row.unit for row in own if row.unit and may(request.actor, "career.propose", row)]
    day = today(office.region_id)
    policies = list(selectors.in_force(office.pk, day))
    form = ProposeForm(posted(request), initial={"proposed_on": day}, units=units, policies=policies, for_unit=for_unit)
    return form, units, policies


def _chosen(key: str, rows: Sequence[R]) -> R | None:
    return next((row for row in rows if str(row.pk) == key), None)


def _proposal(given: dict[str, Any], units: Sequence[Unit], policies: Sequence[CareerPolicy]) -> Proposal:
    return Proposal(
        kind=StepKind(given["kind"]),
        title=given["title"],
        reason=Reason(given["reason"]),
        criteria=given["criteria"],
        words=given["words"],
        proposed_on=given["proposed_on"],
        effective_on=given["effective_on"],
        to_unit=_chosen(given.get("to_unit", ""), units),
        position=Position(given["position"]) if given.get("position") else None,
        policy=_chosen(given["policy"], policies),
        penalty_number=given["penalty_number"],
        penalty_on=given["penalty_on"],
    )


def _proposed(request: StaffRequest, row: CareerStep) -> HttpResponse:
    messages.success(request, _("Usul tercatat. Keputusannya dicatat di halaman ini."))
    return redirect("career_step", pk=row.pk)


def _page(request: StaffRequest, form: ProposeForm, title: str, lead: str, back: Link) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "lead": lead,
        "notes": [
            _("Pegawai membaca langkah, keputusan, dan jenis alasannya di Halaman saya."),
            _("Usul tentang diri sendiri dicatat rekan Anda."),
        ],
        "submit": _("Catat usul"),
        "back": back,
    }
    return render(request, "staff/prevention/form.html", context)
