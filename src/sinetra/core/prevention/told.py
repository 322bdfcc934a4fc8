"""What an article tells of an event, each fact with its place in the text.

From the facts of an article (contract 4) to one shape for every field, so that an activity can say of each of its facts
which words of which article it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sinetra.core.press.corrections import LISTS, items
from sinetra.core.prevention.opening import opening

Span = tuple[int, int]
READER: Literal["reader"] = "reader"
PERSON: Literal["person"] = "person"
_SINGLE = (
    *("theme", "duration_days", "participants_count", "covers_non_asn", "non_asn_sanctionable", "cases_so_far"),
    *("incumbent_running", "elsewhere_indications", "zone_mentioned", "criminal_range_months"),
)
# What a person may take from the text by hand; those of the second row are numbers.
QUOTABLE_TEXTS = (*LISTS, "venues", "agency", "opened_by", "theme", "coordination")
QUOTABLE_NUMBERS = ("duration_days", "participants_count", "cases_so_far")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``span`` is [start, end) in code points of the article's clean text; ``value`` what was understood."""

    article: str
    span: Span
    as_printed: str
    value: Any
    by: str = READER
    more: Mapping[str, Any] | None = None

    def to_json(self) -> dict[str, Any]:
        found = {"article": self.article, "span": list(self.span), "as_printed": self.as_printed, "value": self.value}
        return {**found, "by": self.by, **(self.more or {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article: its id, its clean text, its facts by contract 4 as people corrected them.

    ``quoted``: what was quoted by hand before corrections were kept with the article.
    """

    article: str
    text: str
    facts: Mapping[str, Any]
    quoted: Sequence[Mapping[str, Any]] = ()


def told(tellings: Iterable[Telling]) -> dict[str, list[Told]]:
    """Field → what is said of it, article by article; the field is absent where nobody says anything.

    Of one article and field a person's quotations stand in the place of what was read, and before other articles.
    """
    found: dict[str, list[Told]] = {}
    first: dict[str, list[Told]] = {}
    for telling in tellings:
        by_hand = _by_hand(telling)
        for name, quotes in by_hand.items():
            first.setdefault(name, []).extend(quotes)
        for name, item in _read(telling):
            if name not in by_hand:
                (first if item.by == PERSON else found).setdefault(name, []).append(item)
    return {name: first.get(name, []) + found.get(name, []) for name in (*found, *first)}


def _by_hand(telling: Telling) -> dict[str, list[Told]]:
    found: dict[str, list[Told]] = {}
    for item in telling.quoted:
        place = (item["span"][0], item["span"][1])
        made = Told(article=telling.article, span=place, as_printed=item["as_printed"], value=item["value"], by=PERSON)
        found.setdefault(item["field"], []).append(made)
    return found


def _read(telling: Telling) -> Iterator[tuple[str, Told]]:
    facts = telling.facts
    day = facts.get("event_date")
    yield from _one(telling, "event_date", day, day and day["value"])
    place = facts.get("place") or {}
    yield from _one(telling, "place", place, place.get("kab_kota"))
    yield from _spread(telling, "venues")
    agency = (facts.get("evidence") or {}).get("agency")
    yield from _one(telling, "agency", agency, facts.get("agency"))
    by_hand = facts.get("opened_by")
    opened = None if by_hand else opening(telling.text, facts.get("persons") or [])
    yield from _one(telling, "opened_by", by_hand, by_hand and by_hand["value"])
    if opened is not None:
        yield "opened_by", _told(telling, opened.span, opened.value)
    for name in LISTS:
        yield from _spread(telling, name)
    for name in _SINGLE:
        fact = facts.get(name)
        more = {"approximate": bool(fact["approximate"])} if fact and "approximate" in fact else None
        yield from _one(telling, name, fact, fact and fact.get("value"), more)
    yield from _sayings(telling)


def _sayings(telling: Telling) -> Iterator[tuple[str, Told]]:
    """Persons, law, acts, sanctions, whom to consult, the agreement."""
    facts = telling.facts
    more: dict[str, Any] | None
    for person in facts.get("persons") or []:
        spans = [person["span"], *([person["position_span"]] if person.get("position_span") else [])]
        place = (min(span[0] for span in spans), max(span[1] for span in spans))
        words = ", ".join(part for part in (person["name"], person.get("position")) if part)
        yield "persons", _told(telling, place, words, by=person.get("by", READER))
    for law in facts.get("legal") or []:
        more = {
            "articles": law.get("articles") or [],
            "instrument": law.get("instrument"),
            "status_on_event_date": law.get("status_on_event_date"),
            "repealed_by": law.get("repealed_by"),
        }
        yield from _one(telling, "legal", law, law.get("number") or law["as_printed"], more)
    for name in ("prohibited_acts", "permitted_acts", "sanctions"):
        for item in facts.get(name) or []:
            more = {"mode": item["mode"]} if "mode" in item else None
            yield from _one(telling, name, item, item["code"], more)
    consult = facts.get("coordination") or {}
    yield from _one(telling, "coordination", consult, consult.get("consult") or consult.get("value"))
    agreement = facts.get("agreement") or {}
    more = {"covers": agreement.get("covers") or [], "signed_on": agreement.get("signed_on")}
    yield from _one(telling, "agreement", agreement, agreement.get("parties"), more)


def _one(
    telling: Telling, name: str, fact: Any, value: Any, more: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, Told]]:
    """A fact that stands somewhere; an inherited or derived one has no place and is not told here."""
    if fact and fact.get("span") and value is not None:
        yield name, _told(telling, (fact["span"][0], fact["span"][1]), value, more, by=fact.get("by", READER))


def _spread(telling: Telling, name: str) -> Iterator[tuple[str, Told]]:
    for item in items(telling.facts, name):
        yield from _one(telling, name, item, item["value"])


def _told(telling: Telling, span: Span, value: Any, more: Mapping[str, Any] | None = None, *, by: str = READER) -> Told:
    printed = telling.text[span[0] : span[1]]
    return Told(article=telling.article, span=span, as_printed=printed, value=value, by=by, more=more)
