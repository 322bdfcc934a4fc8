"""A visit over several places in one day: which hall goes with which unit, by where both stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.core.prevention.sentences import sentence_at
from sinetra.core.prevention.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    unit: str
    venue: str


def stops(text: str, units: Sequence[Told], venues: Sequence[Told]) -> tuple[Stop, ...]:
    """The units in their order, each with the next hall of its sentence, else with the last one before it there.

    All facts are of the one article whose clean text this is.

    >>> def at(word):
    ...     start = text.index(word)
    ...     return Told(article="a", span=(start, start + len(word)), as_printed=word, value=word)
    >>> text = "Mulai di Aula Satu milik Dinas Taman. Lalu ke Dinas B di Aula Dua."
    >>> [stop.venue for stop in stops(text, [at("Dinas Taman"), at("Dinas B")], [at("Aula Satu"), at("Aula Dua")])]
    ['Aula Satu', 'Aula Dua']
    """
    return tuple(Stop(unit=str(unit.value), venue=_venue(text, unit, venues)) for unit in units)


def _venue(text: str, unit: Told, venues: Sequence[Told]) -> str:
    start, end = sentence_at(text, unit.span[0])
    here = sorted((venue for venue in venues if start <= venue.span[0] < end), key=lambda venue: venue.span)
    after = [venue for venue in here if venue.span[0] >= unit.span[0]]
    before = [venue for venue in here if venue.span[0] < unit.span[0]]
    found = after[0] if after else before[-1] if before else None
    return str(found.value) if found else ""
