"""A role is given, with its last day, or ends early."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions.end_role import end_role as end
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.region_named import region_named
from sinetra.apps.accounts.unit_named import unit_named
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.accounts.forms import EndRoleForm, GiveRoleForm
from sinetra.web.staff.accounts.second import about_roles
from sinetra.web.staff.accounts.words import ROLES, day_word, place_of, role_word
from sinetra.web.staff.attempt import attempt, posted


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def give_role(request: StaffRequest, pk: UUID) -> HttpResponse:
    user = selectors.account(request.actor, pk)
    form = GiveRoleForm(posted(request), user.organisation, _proposed(request, user))
    if form.is_valid():
        made = attempt(form, lambda: _give(request, user, form.cleaned_data))
        if made is not None:
            told = {"role": role_word(made.role), "name": user.name, "day": day_word(made.ends_on)}
            messages.success(request, _("%(name)s kini %(role)s sampai %(day)s.") % told)
            return redirect("account", pk=pk)
    context = {
        "title": _("Beri peran kepada %(name)s") % {"name": user.name},
        "consequences": [
            _("Orang ini dapat membaca dan mengerjakan apa yang dibuka oleh peran itu."),
            _("Peran berhenti sendiri sesudah hari terakhirnya."),
            _("Nama Anda dan hari ini tercatat dalam jejak audit."),
            *about_roles(user, request.actor),
        ],
        "form": form,
        "submit": _("Beri peran"),
        "back": Link(text=_("Batal"), url=reverse("account", args=[pk])),
    }
    return render(request, "parts/confirm.html", context)


def _give(request: StaffRequest, user: User, given: dict[str, Any]) -> RoleGrant:
    within = user.organisation.region_id
    return grant_role(
        user=user,
        role=next(role for role in ROLES if role.value == given["role"]),
        region=region_named(given["region"], within=within) if given["region"].strip() else None,
        unit=unit_named(given["unit"], organisation_id=user.organisation_id) if given["unit"].strip() else None,
        starts_on=given["starts_on"],
        ends_on=given["ends_on"],
        actor=request.actor,
    )


def _proposed(request: StaffRequest, user: User) -> dict[str, Any]:
    """From today; ``?after=`` goes on where a role of the same person ends, ``?role=`` chooses one."""
    first: date = today(user.organisation.region_id)
    proposed: dict[str, Any] = {"starts_on": first, "role": request.GET.get("role", "")}
    scopes = request.actor.regions
    proposed["region"] = scopes[0] if len(scopes) == 1 else ""
    before = next((g for g in selectors.roles_of(request.actor, user) if str(g.pk) == request.GET.get("after")), None)
    if before is not None:
        then = max(first, before.ends_on + timedelta(days=1))
        proposed |= {"starts_on": then, "role": before.role, "region": before.region_id or ""}
        proposed["unit"] = before.unit.code if before.unit else ""
    return proposed


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def end_role(request: StaffRequest, pk: UUID) -> HttpResponse:
    grant = selectors.role_grant(request.actor, pk)
    day = today(grant.user.organisation.region_id)
    form = EndRoleForm(posted(request), day)
    if form.is_valid():
        given = form.cleaned_data
        ended = attempt(
            form, lambda: end(grant=grant, last_day=given["last_day"], reason=given["reason"], actor=request.actor)
        )
        if ended is not None:
            told = {"role": role_word(ended.role), "day": day_word(ended.ends_on)}
            messages.success(request, _("Peran %(role)s berakhir %(day)s.") % told)
            return redirect("account", pk=grant.user_id)
    context = {
        "title": _("Akhiri peran %(role)s") % {"role": role_word(grant.role)},
        "consequences": [
            _("Sesudah hari terakhir, orang ini tidak dapat lagi bekerja dengan peran itu."),
            _("Pekerjaan terbuka tetap atas namanya. Lakukan serah terima bila ada yang meneruskan."),
        ],
        "pairs": [
            Pair(term=_("Nama"), value=grant.user.name),
            Pair(term=_("Wilayah atau unit"), value=place_of(grant)),
            Pair(term=_("Berakhir menurut rencana"), value=day_word(grant.ends_on)),
        ],
        "form": form,
        "submit": _("Akhiri peran"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("account", args=[grant.user_id])),
    }
    return render(request, "parts/confirm.html", context)
