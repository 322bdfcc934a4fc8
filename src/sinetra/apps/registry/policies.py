"""Who may see and do what with the rows of registry."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, inside, is_within, own_organisation, roles, rows_of
from sinetra.apps.base.viewing import personal_rows
from sinetra.apps.registry.models import (
    CampaignLeave,
    DeclaredInterest,
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
rows_of(CampaignLeave)(everybody)
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


ASSIGN = (Role.BAWASLU_COMMISSIONER, Role.BKN_OFFICER)  # who may give a matter to somebody else
HANDLE = (Role.BAWASLU_STAFF, *ASSIGN)


@rows_of(DeclaredInterest)
def interests(actor: Actor, rows: QuerySet[DeclaredInterest]) -> QuerySet[DeclaredInterest]:
    """One's own; those of colleagues, to who may give matters to somebody else. Of the head of an institution: toward
    a pair to every official (it stands at institution level), in a matter to those who handle it."""
    if actor.kind == "system":
        return rows
    if not works_here(actor, None):
        return rows.none()
    seen = Q(user_id=actor.user_id) | Q(user=None, matter=None)
    if actor.has(*ASSIGN):
        seen |= Q(organisation_id=actor.organisation_id)
    elif actor.has(*HANDLE):
        seen |= Q(organisation_id=actor.organisation_id, user=None)
    return rows.filter(seen)


def _of_regions(actor: Actor, rows: QuerySet[Any], unit: str) -> QuerySet[Any]:
    return rows.filter(in_regions(actor, unit)) if actor.regions else rows


def in_regions(actor: Actor, unit: str) -> Q:
    """For an officer for regions: whose unit (by the path ``unit``) lies in one of them."""
    inside_any = Q()
    for region in actor.regions:
        below = Q(**{f"{unit}__region__code__startswith": f"{region}."})
        inside_any |= Q(**{f"{unit}__region": region}) | below
    return inside_any


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


def declares(actor: Actor, row: Any) -> bool:
    """Of oneself anybody who works here; of a colleague who may give matters away; of the head of an institution its
    own personnel office, the PPK, and those who handle matters."""
    if row is None:
        return works_here(actor, row)
    if not works_here(actor, row) or row.organisation_id != actor.organisation_id:
        return False
    if row.user_id is not None:
        colleague = row.user.organisation_id == actor.organisation_id
        return row.user_id == actor.user_id or (colleague and actor.has(*ASSIGN))
    own_head = row.office_id == actor.organisation_id and actor.has(Role.BKPSDM_OFFICER, Role.PPK)
    return own_head or actor.has(*HANDLE)


def ends(actor: Actor, row: Any) -> bool:
    """As for declaring; but what the office declared of somebody, that person does not end: neither a colleague nor
    the head of the institution."""
    if not declares(actor, row) or row is None:
        return declares(actor, row)
    own = (
        row.user_id == actor.user_id if row.user_id else row.office_id == actor.organisation_id and actor.has(Role.PPK)
    )
    return not (row.by_office and own)


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
allow("registry.record_leave", keeps_held_roles)
allow("interest.read", works_here)
allow("interest.declare", declares)
allow("interest.end", ends)
allow("registry.store_pair", roles(Role.BAWASLU_STAFF, Role.BKPSDM_OFFICER))

# Names in the clear: who of the staff reads them is in the access log.
personal_rows(Person)
personal_rows(PersonNumber)
