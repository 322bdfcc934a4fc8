"""Correcting what was entered of an office, a leave or a pair: the row stays, the audit entry says what changed."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.row import Row
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.record_leave import record_leave
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.models import CampaignLeave, ElectionPair, HeldRole
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.attempt import posted
from sinetra.web.staff.heads.enter import entered, holders, notes_of_hold, notes_of_leave
from sinetra.web.staff.heads.entry_forms import HoldForm, LeaveForm, PairForm
from sinetra.web.staff.heads.offices import government
from sinetra.web.templatetags.words import election_name

R = TypeVar("R", bound=Row)


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def hold(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _known(request, HeldRole, pk)
    require(request.actor, "registry.hold_role", row)
    form = HoldForm(posted(request), initial=model_to_dict(row))
    return entered(
        request,
        row.organisation,
        form,
        _("Betulkan jabatan"),
        notes_of_hold(),
        lambda: hold_role(
            organisation=row.organisation, person=row.person, known=row, actor=request.actor, **form.said()
        ),
    )


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def leave(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _known(request, CampaignLeave, pk)
    office = row.organisation
    require(request.actor, "registry.record_leave", row)
    form = LeaveForm(holders(office), posted(request), initial=model_to_dict(row))
    return entered(
        request,
        office,
        form,
        _("Betulkan cuti kampanye"),
        notes_of_leave(office),
        lambda: record_leave(organisation=office, known=row, actor=request.actor, **form.said()),
    )


@staff("registry.read")
@require_http_methods(["GET", "POST"])
def pair(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = _known(request, ElectionPair, pk)
    require(request.actor, "registry.store_pair", row)
    office = government(request.actor)
    if office is None:
        raise NotFound(gettext_noop("Instansi ini tidak ada dalam register Anda."))
    form = PairForm(posted(request), initial=model_to_dict(row))
    return entered(
        request,
        office,
        form,
        _("Betulkan pasangan calon"),
        [_("Pemilihan: %(name)s.") % {"name": election_name(row.election)}],
        lambda: store_pair(
            organisation=row.organisation,
            election=row.election,
            region=row.region,
            known=row,
            actor=request.actor,
            **form.said(),
        ),
    )


def _known(request: StaffRequest, model: type[R], pk: UUID) -> R:
    """Errors: ``NotFound``."""
    row = visible(request.actor, model).filter(pk=pk).select_related("organisation__region").first()
    if row is None:
        raise NotFound(gettext_noop("Catatan ini tidak ada."))
    return row
