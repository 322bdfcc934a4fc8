"""Somebody becomes something in their organisation, from one day to another."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.two_persons import POWERFUL, alone_with, grant_bar, refuse
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Region, Unit
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.errors import BadInput, Conflict, gettext_noop

LONGEST = timedelta(days=5 * 366)
# Roles that only one kind of organisation can give.
ONLY_IN = {
    Role.BAWASLU_STAFF: frozenset({OrganisationKind.BAWASLU}),
    Role.BAWASLU_COMMISSIONER: frozenset({OrganisationKind.BAWASLU}),
    Role.BKN_OFFICER: frozenset({OrganisationKind.BKN, OrganisationKind.KASN}),
}
# Who runs the accounts neither opens the identity vault nor checks the audit chain.
APART = (
    frozenset({Role.ADMINISTRATOR, Role.CUSTODIAN}),
    frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),
)


def grant_role(
    *,
    user: User,
    role: Role,
    starts_on: date,
    ends_on: date,
    actor: Actor,
    region: Region | None = None,
    unit: Unit | None = None,
    at: datetime | None = None,
) -> RoleGrant:
    """Both days count. Roles of the same days are for the same region (or one role for several regions). ``unit``:
    needed for a unit's organiser, for nobody else.

    Errors: ``Forbidden`` (no administrator, oneself, beyond one's own region), ``BadInput`` naming ``ends_on``,
    ``role`` or ``unit``, ``Conflict`` with a role that the person has on one of the days, and ``two_persons`` for a
    powerful role when the actor made the account or printed its slip.
    """
    grant = RoleGrant(
        organisation_id=user.organisation_id,
        user=user,
        role=role,
        region=region,
        unit=unit,
        starts_on=starts_on,
        ends_on=ends_on,
        granted_by_id=actor.user_id,
    )
    require(actor, "accounts.grant_role", grant)
    _check(grant)
    with unit_of_work(actor, at=at) as work:
        alone_with(user)
        user.refresh_from_db()
        if not user.is_active:
            raise Conflict(gettext_noop("Akun ini sudah ditutup"), code="closed")
        for other in RoleGrant.objects.filter(user=user, starts_on__lte=ends_on, ends_on__gte=starts_on):
            _check_beside(grant, other)
        if role in POWERFUL:
            refuse(grant_bar(user, actor, work.at))
        work.create(grant)
        place = {"region": grant.region_id, "unit": grant.unit_id}
        days = {"starts_on": starts_on, "ends_on": ends_on}
        data = {"user": str(user.pk), "role": role.value, **place, **days}
        work.record("accounts.grant_role", grant, data=data)
    return grant


def _check(grant: RoleGrant) -> None:
    if grant.ends_on < grant.starts_on or grant.ends_on - grant.starts_on > LONGEST:
        raise BadInput(
            gettext_noop("Peran harus berakhir antara %(first)s dan %(last)s"),
            field="ends_on",
            first=grant.starts_on.isoformat(),
            last=(grant.starts_on + LONGEST).isoformat(),
        )
    if (grant.unit is None) == (grant.role == Role.UNIT_ORGANISER):
        raise BadInput(gettext_noop("Pilih unit untuk penyelenggara unit, dan hanya untuk peran itu"), field="unit")
    if grant.unit is not None and grant.unit.organisation_id != grant.organisation_id:
        raise BadInput(gettext_noop("Unit ini ada di instansi lain"), field="unit")
    kinds = ONLY_IN.get(Role(grant.role))
    if kinds is not None and grant.user.organisation.kind not in kinds:
        raise BadInput(
            gettext_noop("Peran %(value)s tidak ada di instansi ini; hanya di: %(accepted)s"),
            field="role",
            accepted=tuple(sorted(kinds)),
            value=Role(grant.role).value,
        )


def _check_beside(grant: RoleGrant, other: RoleGrant) -> None:
    params = {"role": other.role, "starts_on": other.starts_on.isoformat(), "ends_on": other.ends_on.isoformat()}
    if (other.role, other.region_id, other.unit_id) == (grant.role, grant.region_id, grant.unit_id):
        raise Conflict(
            gettext_noop("Peran %(role)s sudah dipegang dari %(starts_on)s sampai %(ends_on)s"), code="held", **params
        )
    if {Role(grant.role), Role(other.role)} in APART:
        raise Conflict(
            gettext_noop("Tidak boleh bersama peran %(role)s (%(starts_on)s sampai %(ends_on)s)"),
            code="apart",
            **params,
        )
    one_is_whole = (grant.region_id is None) != (other.region_id is None)
    if grant.region_id != other.region_id and (one_is_whole or other.role != grant.role):
        raise Conflict(
            gettext_noop("Wilayahnya lain dari peran %(role)s pada hari yang sama; buat akun tersendiri"),
            code="region",
            **params,
        )
