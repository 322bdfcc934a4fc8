"""When a decider has an interest in a matter and steps aside (UU 30/2014 art. 42 and 43).

A tie is declared by the person or by the office, with dates and source; nothing is searched for. Equal names only find
the plain case, and may be those of a namesake: whoever is stopped by one can have it looked at by a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sinetra.core.casework.heads import same_name
from sinetra.core.clock.confidence import Confidence


class Tie(StrEnum):
    """To a candidate, or to the person reported. Values are stored: rename nothing."""

    CANDIDATE = "candidate"
    SPOUSE = "spouse"
    PARENT_CHILD = "parent_child"
    SIBLING = "sibling"
    IN_LAW = "in_law"
    REPORTED = "reported"
    REPORTED_SUPERIOR = "reported_superior"  # the reported person is the decider's own superior
    WAS_ORDERED = "was_ordered"  # the decider is the direct superior who was ordered
    GAVE_ORDER = "gave_order"


KINSHIP = frozenset({Tie.SPOUSE, Tie.PARENT_CHILD, Tie.SIBLING, Tie.IN_LAW})
#: What can be declared toward a candidate pair of an election, and toward one matter.
TO_PAIR = KINSHIP | {Tie.CANDIDATE}
TO_MATTER = frozenset(Tie) - {Tie.CANDIDATE}


class Toward(StrEnum):
    PAIR = "pair"
    MATTER = "matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """``key`` names the pair or the matter. Both days count; ``until_on`` None: still so."""

    tie: Tie
    toward: Toward
    key: str
    from_on: date
    until_on: date | None
    by_office: bool
    source: str
    confidence: Confidence

    def on(self, day: date) -> bool:
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFacts:
    """A pair on the ballot that the matter is about. ``runs_from`` None: the day is not on record, so it counts.
    From ``withdrawn_on`` on it no longer runs. After the vote the interest goes on: the winner decides on supporters.
    """

    key: str
    label: str
    names: tuple[str, ...]
    runs_from: date | None = None
    withdrawn_on: date | None = None

    def runs(self, day: date) -> bool:
        begun = self.runs_from is None or self.runs_from <= day
        return begun and (self.withdrawn_on is None or day < self.withdrawn_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFacts:
    """``reported``: names as written, None for somebody whose name is not known. ``pairs``: of its election."""

    key: str
    day: date
    pairs: tuple[PairFacts, ...] = ()
    reported: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides or handles: the names that they go by, and what is declared of them."""

    names: tuple[str, ...]
    declared: tuple[Declared, ...] = ()

    def goes_by(self, name: str | None) -> bool:
        return name is not None and any(same_name(name, own) for own in self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Why somebody steps aside. ``by_name``: only the names are equal. ``label``: of the pair, where it is one."""

    tie: Tie
    toward: Toward
    by_name: bool
    label: str
    source: str
    confidence: Confidence


def interests(decider: Decider, matter: MatterFacts) -> tuple[Interest, ...]:
    """All that stands against this decider on ``matter.day``; empty: nothing is known, which is not "none"."""
    return (*_by_name(decider, matter), *_declared(decider, matter))


def names_missing(matter: MatterFacts) -> bool:
    """Somebody is reported without a name, so comparing names says nothing about them."""
    return any(not (name or "").strip() for name in matter.reported)


def _running(matter: MatterFacts) -> Iterator[PairFacts]:
    return (pair for pair in matter.pairs if pair.runs(matter.day))


def _by_name(decider: Decider, matter: MatterFacts) -> Iterator[Interest]:
    if any(decider.goes_by(name) for name in matter.reported):
        yield _same(Tie.REPORTED, Toward.MATTER, "")
    for pair in _running(matter):
        if any(decider.goes_by(name) for name in pair.names):
            yield _same(Tie.CANDIDATE, Toward.PAIR, pair.label)


def _same(tie: Tie, toward: Toward, label: str) -> Interest:
    return Interest(tie=tie, toward=toward, by_name=True, label=label, source="", confidence=Confidence.UNCHECKED)


def _declared(decider: Decider, matter: MatterFacts) -> Iterator[Interest]:
    pairs = {pair.key: pair for pair in _running(matter)}
    for said in _in_force(decider.declared, matter.day):
        pair = pairs.get(said.key) if said.toward is Toward.PAIR else None
        if pair is not None or (said.toward is Toward.MATTER and said.key == matter.key):
            yield Interest(
                tie=said.tie,
                toward=said.toward,
                by_name=False,
                label=pair.label if pair is not None else "",
                source=said.source,
                confidence=said.confidence,
            )


def _in_force(declared: Iterable[Declared], day: date) -> Iterator[Declared]:
    return (said for said in declared if said.on(day))
