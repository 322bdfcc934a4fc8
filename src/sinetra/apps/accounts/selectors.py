"""Reads of accounts: who acts today, who may sign in, the accounts of an organisation."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.accounts.models import PasswordReset, RoleGrant, User
from sinetra.apps.base.actor import PUBLIC, Actor, Role
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import visible


def grants_on(user_id: UUID, day: date) -> QuerySet[RoleGrant]:
    """The grants of an account that count on ``day``; both ends included."""
    return RoleGrant.objects.filter(user_id=user_id, starts_on__lte=day, ends_on__gte=day)


def actor_of(user: User, today: date) -> Actor:
    """The person with the roles of the legal date ``today``; an inactive account is the public.

    ``actions.grant_role`` keeps the roles of one day in the same region, so that roles and regions multiply exactly.
    """
    if not user.is_active:
        return PUBLIC
    grants = list(grants_on(user.pk, today).values_list("role", "region_id"))
    regions = {region for _, region in grants if region is not None}
    return Actor(
        kind="person",
        user_id=user.pk,
        organisation_id=user.organisation_id,
        roles=frozenset(Role(role) for role, _ in grants),
        regions=tuple(sorted(regions)),
        name=user.name,
    )


def accounts(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[User]:
    """The accounts of the actor's organisation by name, closed ones too."""
    return page(visible(actor, User).select_related("person"), order=("name",), after=after, size=size)


def roles_that_end(actor: Actor, today: date, *, within: timedelta = timedelta(days=30)) -> QuerySet[RoleGrant]:
    """Roles that count today and end soon, the nearest end first."""
    rows = visible(actor, RoleGrant).filter(starts_on__lte=today, ends_on__gte=today, ends_on__lte=today + within)
    return rows.filter(user__is_active=True).select_related("user", "region").order_by("ends_on", "id")


def open_resets(actor: Actor, at: datetime) -> QuerySet[PasswordReset]:
    """Requests that wait for a second administrator, the oldest first."""
    rows = visible(actor, PasswordReset).filter(confirmed_at__isnull=True, cancelled_at__isnull=True)
    return rows.filter(expires_at__gt=at).select_related("user", "requested_by").order_by("created_at", "id")
