"""Who may see and do what with the rows of registry."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, inside, is_within, own_organisation, roles, rows_of
from sinetra.apps.registry.models import (
    ElectionPair,
    Headcount,
    HeldRole,
    Organisation,
    Person,
    PersonNumber,
    Region,
    RuleLength,
    Unit,
)


def everybody(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Public facts: regions, offices, who holds a public office, who stands for election."""
    return rows


rows_of(Region)(everybody)
rows_of(Organisation)(everybody)
rows_of(HeldRole)(everybody)
rows_of(ElectionPair)(everybody)
rows_of(Unit)(own_organisation)
rows_of(RuleLength)(own_organisation)
rows_of(Headcount)(own_organisation)  # numbers, no names


@rows_of(Person)
def people(actor: Actor, rows: QuerySet[Person]) -> QuerySet[Person]:
    """Only the personnel office of the same organisation; an officer for a region sees its units and their people.
    The organiser of a unit sees the people of that unit."""
    if actor.has(Role.UNIT_ORGANISER) and not actor.has(Role.BKPSDM_OFFICER):
        return own_organisation(actor, rows).filter(unit_id__in=actor.units)
    own = own_organisation(actor, rows) if actor.has(Role.BKPSDM_OFFICER) else rows.none()
    return _of_regions(actor, own, "unit")


@rows_of(PersonNumber)
def numbers(actor: Actor, rows: QuerySet[PersonNumber]) -> QuerySet[PersonNumber]:
    own = own_organisation(actor, rows) if actor.has(Role.BKPSDM_OFFICER) else rows.none()
    return _of_regions(actor, own, "person__unit")


def _of_regions(actor: Actor, rows: QuerySet[Any], unit: str) -> QuerySet[Any]:
    if not actor.regions:
        return rows
    inside_any = Q()
    for region in actor.regions:
        below = Q(**{f"{unit}__region__code__startswith": f"{region}."})
        inside_any |= Q(**{f"{unit}__region": region}) | below
    return rows.filter(inside_any)


def keeps_held_roles(actor: Actor, row: Any) -> bool:
    """The office itself, or a Bawaslu for the offices of its region: who is PPK is a public fact with a source."""
    if actor.kind != "person":
        return False
    if actor.has(Role.BKPSDM_OFFICER, Role.ADMINISTRATOR) and inside(actor, row):
        return True
    return actor.has(Role.BAWASLU_STAFF) and _in_own_region(actor, row.organisation)


def _in_own_region(actor: Actor, organisation: Organisation) -> bool:
    if actor.organisation_id is None:
        return False
    own = Organisation.objects.filter(pk=actor.organisation_id).values_list("region_id", flat=True).first()
    scopes = actor.regions or ((own,) if own else ())
    return organisation.region_id is not None and any(is_within(organisation.region_id, scope) for scope in scopes)


def works_here(actor: Actor, row: Any) -> bool:
    """Anybody who is something in an organisation today."""
    return actor.kind == "person" and bool(actor.roles)


allow("registry.read", works_here)
# Offices are set up on the machine itself (command line, demonstration), never from a page.
allow("registry.store_organisation", lambda actor, row: False)
# A zone, a working week, a length: they move deadlines, so a person answers for them.
allow("registry.set_counting", roles(Role.ADMINISTRATOR))
allow("registry.store_unit", roles(Role.BKPSDM_OFFICER, Role.ADMINISTRATOR))
allow("registry.store_person", roles(Role.BKPSDM_OFFICER))
# A file of all people leaves the installation: the personnel office alone; units are no secret of the office.
allow("registry.export_people", roles(Role.BKPSDM_OFFICER))
allow("registry.export_units", roles(Role.BKPSDM_OFFICER, Role.ADMINISTRATOR))
allow("registry.hold_role", keeps_held_roles)
allow("registry.store_pair", roles(Role.BAWASLU_STAFF, Role.BKPSDM_OFFICER))
