"""Whom the register of an office knows by a number, or by a name in a unit; of two nobody is chosen by the machine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Q

from sinetra.apps.registry.models import Person, PersonNumber, Unit
from sinetra.core.prevention.name_key import name_key


def unit_called(organisation_id: UUID, text: str) -> Unit | None:
    """By its name or code, when it is one unit."""
    if not text:
        return None
    rows = Unit.objects.filter(organisation_id=organisation_id)
    found = list(rows.filter(Q(name__iexact=text) | Q(code__iexact=text))[:2])
    return found[0] if len(found) == 1 else None


def person_numbered(organisation_id: UUID, number: str) -> Person | None:
    """By the current number, or by an earlier one (a PPPK gets a new number with a contract elsewhere)."""
    return people_numbered(organisation_id, [number]).get(number)


def people_numbered(organisation_id: UUID, numbers: Collection[str]) -> Mapping[str, Person]:
    """As ``person_numbered`` for many, in three queries at most; a number that nobody has is absent."""
    wanted = {number for number in numbers if number}  # an empty one is that of everybody without a number
    rows = Person.objects.filter(organisation_id=organisation_id).select_related("unit")
    found = {person.nip: person for person in rows.filter(nip__in=wanted)} if wanted else {}
    if missing := wanted - found.keys():
        earlier = PersonNumber.objects.filter(organisation_id=organisation_id, number__in=missing)
        owners = dict(earlier.order_by("-person_id").values_list("number", "person_id"))
        people = rows.in_bulk(set(owners.values())) if owners else {}
        found |= {number: people[pk] for number, pk in owners.items() if pk in people}
    return found


def people_by_name(unit: Unit) -> Mapping[str, Person | None]:
    """People in service of the unit by their ``name_key``; a name that two have stands for nobody."""
    known: dict[str, Person | None] = {}
    for person in Person.objects.filter(unit=unit, is_active=True).select_related("unit"):
        key = name_key(person.name)
        known[key] = None if key in known else person
    return known
