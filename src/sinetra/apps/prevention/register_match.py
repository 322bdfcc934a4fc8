"""Whom the register knows behind what was said at a check-in. Answers go to organisers, never to who typed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.prevention.models import ActivitySession
from sinetra.apps.prevention.named_person import people_by_name, people_numbered, unit_called
from sinetra.apps.prevention.who import Who
from sinetra.apps.registry.models import Person, Unit
from sinetra.core.prevention.name_key import name_key

DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``unit_text`` is the unit as it is stored. ``said`` tells the same words from others: see ``Attendance``."""

    person: Person | None
    unit: Unit | None
    unit_text: str
    said: str
    is_walk_in: bool


class Register:
    """The register as one session asks it; remembers what it found, so that a list of 500 rows asks little."""

    def __init__(self, session: ActivitySession) -> None:
        self.session = session
        self._units: dict[str, Unit | None] = {}
        self._numbered: dict[str, Person | None] = {}
        self._people: dict[UUID, Mapping[str, Person | None]] = {}
        self._invited: frozenset[UUID] | None = None
        self._walk_ins: dict[UUID | None, bool] = {}

    def learn(self, numbers: Iterable[str]) -> None:
        """Looks up all numbers of a list at once."""
        fresh = set(numbers) - self._numbered.keys()
        found = people_numbered(self.session.organisation_id, fresh)
        self._numbered |= {number: found.get(number) for number in fresh}

    def find(self, who: Who) -> Match:
        unit = self._unit(who.unit)
        unit_text = unit.name if unit else who.unit
        if who.number:
            self.learn([who.number])
            person = self._numbered[who.number]
        else:
            person = self._by_name(who.name, unit)
        if person is not None and person.unit is not None:
            unit, unit_text = person.unit, person.unit.name
        said = f"nip:{who.number}" if who.number else _said(who.name, unit_text)
        return Match(person=person, unit=unit, unit_text=unit_text, said=said, is_walk_in=self.is_walk_in(unit))

    def is_walk_in(self, unit: Unit | None) -> bool:
        """Not of an invited unit or of one below it; nobody is, when no unit was invited."""
        invited = self._invited_units()
        if not invited:
            return False
        key = unit.pk if unit else None
        if key not in self._walk_ins:
            self._walk_ins[key] = not self._stands_below(key, invited)
        return self._walk_ins[key]

    def _invited_units(self) -> frozenset[UUID]:
        if self._invited is None:
            units = set(self.session.activity.invited_units.values_list("unit_id", flat=True))
            if self.session.unit_id:
                units.add(self.session.unit_id)
            self._invited = frozenset(units)
        return self._invited

    def _stands_below(self, key: UUID | None, invited: frozenset[UUID]) -> bool:
        for _step in range(DEEPEST):
            if key is None or key in invited:
                break
            key = Unit.objects.filter(pk=key).values_list("parent_id", flat=True).first()
        return key is not None and key in invited

    def _unit(self, text: str) -> Unit | None:
        key = text.casefold()
        if key not in self._units:
            self._units[key] = unit_called(self.session.organisation_id, text)
        return self._units[key]

    def _by_name(self, name: str, unit: Unit | None) -> Person | None:
        if unit is None:
            return None
        if unit.pk not in self._people:
            self._people[unit.pk] = people_by_name(unit)
        return self._people[unit.pk].get(name_key(name))


def _said(name: str, unit_text: str) -> str:
    return f"{name_key(name)}|{unit_text.casefold()}"
