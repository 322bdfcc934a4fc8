"""Who steps aside as mediator, by what is known: a party, somebody of the same unit, above it or below it.

What the asker names (units, persons who should not mediate) is kept as keyed hashes, so that the database itself hides
a mediation from a member of the team who is tied to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Q

from sinetra.apps.accounts.models import User
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.prevention.name_key import name_key
from sinetra.ports.keyring import Purpose, keyed_hashes

_BETWEEN = re.compile(r"[\n;,]+")
#: Hex digits of a hash: enough that two never meet by chance in one office.
_DIGITS = 24


def involved(office: UUID, units: str, names: str) -> str:
    """What ``Mediation.ties`` holds. ``units`` and ``names`` as typed: one a line, or with commas between."""
    found = [f"name:{name_key(name)}" for name in _parts(names)]
    for text in _parts(units):
        found.append(f"unit:{name_key(text)}")
        unit = _unit(office, text)
        if unit is not None:
            found += [f"in:{unit.pk}", f"unit:{name_key(unit.name)}", f"unit:{name_key(unit.code)}"]
            found += [f"over:{above.pk}" for above in _above(unit)]
    return " ".join(dict.fromkeys(_hashes(word)[0] for word in found))


def marks_of_account(user_id: UUID | None) -> frozenset[str]:
    """By what the account's person would be found in ``ties``: name and unit as the registry knows them."""
    if user_id is None:
        return frozenset()
    user = User.objects.select_related("person__unit").get(pk=user_id)
    names = [user.name, *([user.person.name] if user.person else [])]
    return _marks(names, user.person.unit if user.person else None)


def marks_of_person(office: UUID, name: str, unit: str) -> frozenset[str]:
    """The same for somebody without an account. A unit that the registry does not know counts by its words."""
    found = _unit(office, unit)
    known = Person.objects.select_related("unit").filter(organisation_id=office, name__iexact=name.strip())[:2]
    if found is None and len(known) == 1:
        found = known[0].unit
    return _marks([name], found) | frozenset(_hashes(f"unit:{name_key(unit)}"))


def is_tied(ties: str, marks: Iterable[str]) -> bool:
    return not frozenset(ties.split()).isdisjoint(marks)


def tied(marks: Iterable[str]) -> Q:
    """The rows to leave out for somebody with these marks."""
    found = Q(pk__in=[])
    for mark in marks:
        found |= Q(ties__contains=mark)
    return found


def _marks(names: Iterable[str], unit: Unit | None) -> frozenset[str]:
    words = [f"name:{name_key(name)}" for name in names]
    if unit is not None:
        # Who works below a unit that is named is as little free as who leads it.
        words += [f"unit:{name_key(unit.name)}", f"in:{unit.pk}", f"over:{unit.pk}"]
        words += [f"in:{above.pk}" for above in _above(unit)]
    return frozenset(mark for word in words for mark in _hashes(word))


def _above(unit: Unit) -> Iterator[Unit]:
    """The units over ``unit``, the nearest first; a loop in the tree ends it."""
    seen = {unit.pk}
    above = unit.parent
    while above is not None and above.pk not in seen:
        seen.add(above.pk)
        yield above
        above = above.parent


def _unit(office: UUID, text: str) -> Unit | None:
    rows = Unit.objects.filter(organisation_id=office)
    return rows.filter(Q(code__iexact=text.strip()) | Q(name__iexact=text.strip())).first()


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _hashes(word: str) -> list[str]:
    """By every version of the key, the newest first."""
    return [found.hex()[:_DIGITS] for found in keyed_hashes(Purpose.BLIND, f"mediation\0{word}".encode())]
