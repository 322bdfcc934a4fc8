"""Reads of accounts: who acts today, who may sign in, the accounts of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from sinetra.apps.accounts.models import ActivationSlip, PasswordReset, RoleGrant, User
from sinetra.apps.accounts.two_persons import grant_bar, print_bar
from sinetra.apps.base.actor import PUBLIC, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.core.errors import NotFound, gettext_noop

ASKED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPersons:
    """Administrators other than the one who asks: who may give a powerful role, who may print the slip."""

    grants: tuple[User, ...]
    prints: tuple[User, ...]


def grants_on(user_id: UUID, day: date) -> QuerySet[RoleGrant]:
    """The grants of an account that count on ``day``; both ends included."""
    return RoleGrant.objects.filter(user_id=user_id, starts_on__lte=day, ends_on__gte=day)


def actor_of(user: User, today: date) -> Actor:
    """The person with the roles of the legal date ``today``; an inactive account is the public.

    ``actions.grant_role`` keeps the roles of one day in the same region, so that roles and regions multiply exactly.
    """
    if not user.is_active:
        return PUBLIC
    grants = list(grants_on(user.pk, today).values_list("role", "region_id", "unit_id"))
    regions = {region for _, region, _ in grants if region is not None}
    return Actor(
        kind="person",
        user_id=user.pk,
        organisation_id=user.organisation_id,
        roles=frozenset(Role(role) for role, _, _ in grants),
        regions=tuple(sorted(regions)),
        units=tuple(sorted({unit for _, _, unit in grants if unit is not None})),
        name=user.name,
    )


def account_list(actor: Actor, today: date, text: str = "") -> QuerySet[User]:
    """Accounts whose name or user name begins with ``text``, each with ``current_roles``: those of today and to come,
    the nearest end first. To be paged by name.
    """
    roles = visible(actor, RoleGrant).filter(ends_on__gte=today).select_related("region").order_by("ends_on", "id")
    rows = visible(actor, User).prefetch_related(Prefetch("grants", queryset=roles, to_attr="current_roles"))
    wanted = text.strip()
    return rows.filter(Q(name__istartswith=wanted) | Q(username__istartswith=wanted)) if wanted else rows


def account(actor: Actor, pk: UUID) -> User:
    """Errors: ``NotFound``, also for an account of another organisation."""
    found = visible(actor, User).select_related("organisation", "person").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Akun ini tidak ada di instansi Anda"))
    return found


def roles_of(actor: Actor, user: User) -> QuerySet[RoleGrant]:
    """Every role that the account has, had or will have, the latest end first."""
    rows = visible(actor, RoleGrant).filter(user=user).select_related("region", "unit", "user")
    return rows.order_by("-ends_on", "-id")


def role_grant(actor: Actor, pk: UUID) -> RoleGrant:
    """Errors: ``NotFound``."""
    found = visible(actor, RoleGrant).select_related("user__organisation", "region", "unit").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Peran ini tidak ada di instansi Anda"))
    return found


def reset_request(actor: Actor, pk: UUID) -> PasswordReset:
    """Errors: ``NotFound``."""
    rows = visible(actor, PasswordReset).select_related("user__organisation", "requested_by", "confirmed_by")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Permintaan ini tidak ada di instansi Anda"))
    return found


def last_slip(actor: Actor, user: User) -> ActivationSlip | None:
    """The slip printed last, for those who may print one."""
    return visible(actor, ActivationSlip).filter(user=user).select_related("issued_by").order_by("-id").first()


def administrators(actor: Actor, today: date) -> QuerySet[User]:
    """Whom to ask for a role: the active administrators of the actor's organisation, by name."""
    return _with_role(actor, today, grants__role=Role.ADMINISTRATOR)


def second_persons(actor: Actor, user: User, day: date, at: datetime) -> SecondPersons:
    """Who instead of ``actor`` may give ``user`` a powerful role or print their slip, by name; at most twenty asked."""
    grants, prints = [], []
    for other in administrators(actor, day).exclude(pk__in=[actor.user_id, user.pk])[:ASKED]:
        them = actor_of(other, day)
        if not may(them, "accounts.close_user", user):
            continue
        if grant_bar(user, them, at) is None:
            grants.append(other)
        if print_bar(user, them, day, agreed=user.has_usable_password()) is None:
            prints.append(other)
    return SecondPersons(grants=tuple(grants), prints=tuple(prints))


def possible_successors(actor: Actor, leaving: User, today: date) -> QuerySet[User]:
    """Colleagues who are something today, by name, each with ``current_roles`` as far as the actor may see them."""
    counts = visible(actor, RoleGrant).filter(starts_on__lte=today, ends_on__gte=today).order_by("role")
    rows = _with_role(actor, today).exclude(pk=leaving.pk)
    return rows.prefetch_related(Prefetch("grants", queryset=counts, to_attr="current_roles"))


def _with_role(actor: Actor, today: date, **more: str) -> QuerySet[User]:
    """All conditions on one and the same role."""
    counts = {"grants__starts_on__lte": today, "grants__ends_on__gte": today}
    return visible(actor, User).filter(is_active=True, **counts, **more).order_by("name", "id").distinct()


def roles_that_end(actor: Actor, today: date, *, within: timedelta = timedelta(days=30)) -> QuerySet[RoleGrant]:
    """Roles that count today and end soon, the nearest end first."""
    rows = visible(actor, RoleGrant).filter(starts_on__lte=today, ends_on__gte=today, ends_on__lte=today + within)
    return rows.filter(user__is_active=True).select_related("user", "region", "unit").order_by("ends_on", "id")


def open_resets(actor: Actor, at: datetime) -> QuerySet[PasswordReset]:
    """Requests that wait for a second administrator, the oldest first."""
    rows = visible(actor, PasswordReset).filter(confirmed_at__isnull=True, cancelled_at__isnull=True)
    return (
        rows.filter(expires_at__gt=at).select_related("user__organisation", "requested_by").order_by("created_at", "id")
    )
