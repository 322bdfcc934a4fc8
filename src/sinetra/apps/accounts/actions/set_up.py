"""An empty installation gets its organisation and its first two administrators, on behalf of the machine itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.actions.print_slip import PrintedSlip, print_slip
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.actions.store_organisation import store_organisation
from sinetra.apps.registry.models import Organisation, Region
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.core.errors import Conflict, gettext_noop


def new_administrator(*, username: str, name: str, organisation: Organisation, first: date, last: date) -> PrintedSlip:
    """Account, role of both days and slip in one step. Errors: those of the three verbs."""
    with unit_of_work(SYSTEM):
        user = create_user(username=username, name=name, organisation=organisation, actor=SYSTEM)
        grant_role(user=user, role=Role.ADMINISTRATOR, starts_on=first, ends_on=last, actor=SYSTEM)
        return print_slip(user=user, actor=SYSTEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Administrator:
    name: str
    username: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``region`` None: the whole country. The roles count from ``first`` to ``last``."""

    kind: OrganisationKind
    organisation: str
    region: Region | None
    administrators: tuple[Administrator, Administrator]
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """``slips``: those of accounts that are new; ``known``: user names that were there already."""

    organisation: Organisation
    slips: tuple[PrintedSlip, ...]
    known: tuple[str, ...]


def set_up(plan: Plan) -> Done:
    """All of it or nothing. Errors: ``Conflict`` when the installation belongs to another organisation or a user name
    to somebody else.
    """
    slips, known = [], []
    with unit_of_work(SYSTEM):
        organisation = _organisation(plan)
        for person in plan.administrators:
            user = User.objects.filter(username=person.username).first()
            if user is None:
                made = new_administrator(
                    username=person.username,
                    name=person.name,
                    organisation=organisation,
                    first=plan.first,
                    last=plan.last,
                )
                slips.append(made)
            else:
                _check_same(user, person, organisation)
                known.append(user.username)
    return Done(organisation=organisation, slips=tuple(slips), known=tuple(known))


def _organisation(plan: Plan) -> Organisation:
    run_by = RoleGrant.objects.filter(role=Role.ADMINISTRATOR).select_related("organisation").order_by("id").first()
    found = Organisation.objects.filter(kind=plan.kind, name=plan.organisation).first()
    if run_by is not None and run_by.organisation != found:
        raise Conflict(
            gettext_noop(
                "Pemasangan ini sudah disiapkan untuk %(name)s; kantor lain ditambahkan dengan sinetra admin create"
            ),
            name=run_by.organisation.name,
        )
    if found is not None:
        if found.region_id != (plan.region.pk if plan.region else None):
            raise Conflict(
                gettext_noop("%(name)s sudah tercatat dengan wilayah lain: %(region)s"),
                name=found.name,
                region=found.region_id or "–",
            )
        return found
    level = OrganisationLevel(plan.region.level) if plan.region else OrganisationLevel.NATIONAL
    return store_organisation(name=plan.organisation, kind=plan.kind, level=level, region=plan.region, actor=SYSTEM)


def _check_same(user: User, person: Administrator, organisation: Organisation) -> None:
    if user.organisation_id != organisation.pk or user.name != person.name:
        raise Conflict(
            gettext_noop("Nama pengguna %(value)s sudah dipakai orang lain"), code="username_taken", value=user.username
        )
