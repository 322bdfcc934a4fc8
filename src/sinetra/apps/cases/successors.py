"""Who may take over a matter today, and who may give it away. Who has an interest in it is neither."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import may, require
from sinetra.apps.cases.conflicts import interests_of_all, matter_facts
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.policies import WORKERS
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.handled import openers_of
from sinetra.apps.reports.policies import HANDLERS
from sinetra.core.casework.interests import Tie
from sinetra.ports import clock


def possible_handlers(actor: Actor, matter: Matter) -> tuple[User, ...]:
    """Colleagues by name, without the handler of now; ``assign`` checks again. Errors: ``Forbidden``."""
    require(actor, "matter.assign", matter)
    return tuple(
        user for user in _free(_colleagues(matter, WORKERS), matter, "matter.read") if user.pk != matter.handler_id
    )


def handlers_aside(actor: Actor, matter: Matter) -> tuple[User, ...]:
    """Colleagues who could handle it but for an interest in it. Which one is told to nobody here. Errors:
    ``Forbidden``."""
    require(actor, "matter.assign", matter)
    people = _colleagues(matter, WORKERS)
    found = interests_of_all(people, matter_facts(matter))
    return tuple(user for user in people if found[user.pk])


def handlers_of_office(actor: Actor) -> tuple[User, ...]:
    """Who may handle matters of the actor's office today, by name; a matter may still refuse one of them. Errors:
    ``Forbidden``."""
    require(actor, "matter.assign")
    office = Organisation.objects.get(pk=actor.office)
    return tuple(_people(office.pk, WORKERS, clock.today(office.region_id)))


def possible_assigners(matter: Matter) -> tuple[User, ...]:
    """Who may give the matter to somebody else today and has no interest in it, by name."""
    return _free(_colleagues(matter, WORKERS), matter, "matter.assign")


def plenary(matter: Matter, day: date | None = None) -> tuple[tuple[User, ...], tuple[User, ...]]:
    """The members of the plenary of that day (today): who sits, and who steps aside."""
    day = day or clock.today(matter.region_id)
    members = _colleagues(matter, (Role.BAWASLU_COMMISSIONER,), day)
    found, opened = interests_of_all(members, matter_facts(matter, day)), openers_of(matter)
    return (
        tuple(user for user in members if not found[user.pk] and user.pk not in opened),
        tuple(user for user in members if found[user.pk] or user.pk in opened),
    )


def clarification_team(matter: Matter, day: date | None = None) -> tuple[User, ...]:
    """Who may take statements in the matter on that day (today), by name."""
    return _free(_colleagues(matter, HANDLERS, day), matter, "matter.record_clarification", day)


def colleagues(matter: Matter) -> list[User]:
    """All of the office with an account today, by name."""
    rows = User.objects.filter(organisation_id=matter.organisation_id, is_active=True)
    return list(rows.select_related("person").order_by("name", "id"))


def namesakes(matter: Matter) -> tuple[User, ...]:
    """Colleagues whom nothing stops but that they bear the name of somebody reported."""
    people = _colleagues(matter, WORKERS)
    found = interests_of_all(people, matter_facts(matter))
    return tuple(user for user in people if any(one.by_name and one.tie is Tie.REPORTED for one in found[user.pk]))


def _colleagues(matter: Matter, roles: Iterable[Role], day: date | None = None) -> list[User]:
    return _people(matter.organisation_id, roles, day or clock.today(matter.region_id))


def _people(organisation_id: UUID, roles: Iterable[Role], day: date) -> list[User]:
    granted = RoleGrant.objects.filter(role__in=list(roles), starts_on__lte=day, ends_on__gte=day)
    rows = User.objects.filter(organisation_id=organisation_id, is_active=True, pk__in=granted.values("user_id"))
    return list(rows.select_related("person").order_by("name", "id"))


def _free(people: list[User], matter: Matter, action: str, day: date | None = None) -> tuple[User, ...]:
    day = day or clock.today(matter.region_id)
    found, opened = interests_of_all(people, matter_facts(matter, day)), openers_of(matter)
    free = (user for user in people if not found[user.pk] and user.pk not in opened)
    return tuple(user for user in free if may(actor_of(user, day), action, matter))
