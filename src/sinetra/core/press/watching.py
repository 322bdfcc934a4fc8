"""What of a watch list stands in an article: words and offices by their letters, event type and region by its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sinetra.core.press.page import fold

# Of one term the first places are kept; the text shows the others anyway.
PLACES = 5


class Kind(StrEnum):
    WORD = "word"
    OFFICE = "office"
    EVENT = "event"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Any of one kind is enough; every kind that is given must be met. ``regions``: codes, their parts included."""

    words: Sequence[str] = ()
    offices: Sequence[str] = ()
    event_types: Sequence[str] = ()
    regions: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``span``: where in the text; None for a fact without a place."""

    kind: Kind
    term: str
    span: tuple[int, int] | None

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind.value, "term": self.term, "span": list(self.span) if self.span else None}


def matches(watch: Watch, text: str, facts: Mapping[str, Any]) -> tuple[Match, ...]:
    """Empty when the article is no hit. ``facts``: contract 4."""
    groups: list[list[Match]] = []
    low = fold(text)
    if watch.regions:
        groups.append(list(_region(watch.regions, facts.get("place") or {})))
    if watch.event_types:
        groups.append(list(_event(watch.event_types, facts)))
    if watch.words or watch.offices:
        said = [(Kind.WORD, term) for term in watch.words] + [(Kind.OFFICE, term) for term in watch.offices]
        groups.append([found for kind, term in said for found in _said(kind, term, low)])
    if not groups or not all(groups):
        return ()
    return tuple(found for group in reversed(groups) for found in group)


def places_of(term: str, low: str) -> Iterator[tuple[int, int]]:
    """Where the term stands in a folded text: whole words, any run of blanks between them.

    >>> list(places_of("Surat  Edaran", "sebuah surat edaran, bukan surat edarannya"))
    [(7, 19)]
    """
    parts = [re.escape(part) for part in fold(term).split()]
    if parts:
        for found in re.finditer(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", low):
            yield found.span()


def _said(kind: Kind, term: str, low: str) -> Iterator[Match]:
    for number, span in enumerate(places_of(term, low)):
        if number == PLACES:
            return
        yield Match(kind=kind, term=term, span=span)


def _event(wanted: Sequence[str], facts: Mapping[str, Any]) -> Iterator[Match]:
    if (kind := facts.get("event_type")) in wanted:
        yield Match(kind=Kind.EVENT, term=str(kind), span=_span((facts.get("evidence") or {}).get("event_type")))


def _region(wanted: Sequence[str], place: Mapping[str, Any]) -> Iterator[Match]:
    code = str(place.get("kode") or "")
    if code and any(code == region or code.startswith(f"{region}.") for region in wanted):
        yield Match(kind=Kind.REGION, term=code, span=_span(place))


def _span(fact: Any) -> tuple[int, int] | None:
    span = fact.get("span") if isinstance(fact, Mapping) else None
    return (int(span[0]), int(span[1])) if span else None
