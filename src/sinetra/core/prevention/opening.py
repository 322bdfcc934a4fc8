"""Who opened an event or led a visit, as an article says it: a person of the article in the sentence of the opening."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sinetra.core.prevention.sentences import sentence_at

# "membuka data" opens no event; "terbuka" is no opening.
_OPENS = re.compile(
    r"\b(?:membuka|dibuka(?: langsung| secara resmi)* oleh)\b(?! data)|\bkunjungan kerja\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """``value``: office and name as the article prints them; ``span`` reaches from the one to the opening."""

    value: str
    span: tuple[int, int]


def opening(text: str, persons: Sequence[Mapping[str, Any]]) -> Opening | None:
    """``persons`` by contract 4. The first opening whose sentence names one of them, by name or office.

    >>> persons = [{"name": "Sri", "position": "Pj Wali Kota Jambi", "span": [20, 23], "position_span": [0, 18]}]
    >>> opening("Pj Wali Kota Jambi, Sri, membuka acara itu.", persons).value
    'Pj Wali Kota Jambi Sri'
    >>> opening("Pj Wali Kota Jambi, Sri, membuka data itu.", persons) is None
    True
    """
    for found in _OPENS.finditer(text):
        start, end = sentence_at(text, found.start())
        for person in persons:
            place = _named(text, person, start, end)
            if place is not None:
                span = min(place[0], found.start()), max(place[1], found.end())
                return Opening(value=" ".join(filter(None, (person.get("position"), person["name"]))), span=span)
    return None


def _named(text: str, person: Mapping[str, Any], start: int, end: int) -> tuple[int, int] | None:
    for words in (person["name"], person.get("position")):
        at = text.find(words, start, end) if words else -1
        if words and at >= 0:
            return at, at + len(words)
    return None
