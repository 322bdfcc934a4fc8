"""Reads of accounts: who acts today, who may sign in, the accounts of an organisation."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import PUBLIC, Actor, Role


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
