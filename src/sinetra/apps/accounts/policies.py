"""Who may see and do what with the rows of accounts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.accounts.models import ActivationSlip, PasswordReset, RoleGrant, User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, inside, is_within, own_organisation, roles, rows_of


@rows_of(User)
def users(actor: Actor, rows: QuerySet[User]) -> QuerySet[User]:
    """Colleagues see each other's names; nobody sees accounts of another organisation."""
    return own_organisation(actor, rows)


@rows_of(RoleGrant)
def grants(actor: Actor, rows: QuerySet[RoleGrant]) -> QuerySet[RoleGrant]:
    own = own_organisation(actor, rows)
    return own if actor.has(Role.ADMINISTRATOR, Role.AUDITOR) else own.filter(user_id=actor.user_id)


def administrators_only(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(Role.ADMINISTRATOR) else rows.none()


rows_of(ActivationSlip)(administrators_only)
rows_of(PasswordReset)(administrators_only)


def administers_other(actor: Actor, row: Any) -> bool:
    """An administrator of the same organisation, about somebody else: nobody raises themselves.

    ``row`` is a user, or a row about a user. An administrator of a region reaches neither the whole organisation nor
    people who are something outside that region.
    """
    subject = row.pk if isinstance(row, User) else row.user_id
    if actor.kind != "person" or not actor.has(Role.ADMINISTRATOR) or subject == actor.user_id:
        return False
    whole = isinstance(row, RoleGrant) and row.region_id is None
    return inside(actor, row) and not (whole and actor.regions) and _reaches(actor, subject)


def _reaches(actor: Actor, subject: UUID) -> bool:
    if not actor.regions:
        return True
    held = RoleGrant.objects.filter(user_id=subject).values_list("region_id", flat=True)
    return all(region is not None and any(is_within(region, scope) for scope in actor.regions) for region in held)


def leaves_or_administers(actor: Actor, row: Any) -> bool:
    return (actor.kind == "person" and actor.user_id == row.pk) or administers_other(actor, row)


def is_self(actor: Actor, row: Any) -> bool:
    return actor.kind == "person" and actor.user_id == row.pk


def is_person(actor: Actor, row: Any) -> bool:
    return actor.kind == "person"


# The pages: all accounts of the organisation; one's own, which even somebody without any role has.
allow("accounts.read", roles(Role.ADMINISTRATOR))
allow("accounts.read_own", is_person)
allow("accounts.create_user", roles(Role.ADMINISTRATOR))
allow("accounts.print_slip", administers_other)
allow("accounts.request_reset", administers_other)
allow("accounts.confirm_reset", administers_other)
allow("accounts.grant_role", administers_other)
allow("accounts.end_role", administers_other)
allow("accounts.close_user", administers_other)
allow("accounts.hand_over", leaves_or_administers)
allow("accounts.change_password", is_self)
