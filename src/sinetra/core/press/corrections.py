"""What a person says of single facts of an article, and the facts with it: the person's reading in the reader's place.

Nothing is lost: a corrected fact keeps the reader's under ``read``, a rejected one stands under ``rejected``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Item = Mapping[str, Any]
# A field of several values with a place each; venues stand inside the place.
LISTS = ("units_visited", "delegation_roles", "audience", "speakers_from")
MANY = ("persons", "legal", "prohibited_acts", "permitted_acts", "sanctions")
# Plain values whose place stands under "evidence".
PLAIN = ("event_type", "agency", "election")
_MARKS = ("by", "read", "accepted")


class Verdict(StrEnum):
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """``reader``: the fact as read, None for one that was missed. ``person``: what stands in its place, if anything."""

    field: str
    verdict: Verdict
    reader: Item | None = None
    person: Item | None = None


def items(facts: Item, field: str) -> list[dict[str, Any]]:
    """The single facts of a field, each with its place where it has one."""
    if field == "venues":
        place = facts.get("place") or {}
        return _each(place.get("venue_items"), place.get("venues"), place.get("venue_spans"), place.get("rule"))
    if field in LISTS:
        fact = facts.get(field) or {}
        return _each(fact.get("items"), fact.get("value"), fact.get("spans"), fact.get("rule"))
    if field in PLAIN:
        fact = (facts.get("evidence") or {}).get(field) or {}
        value = facts.get(field)
        return [] if value is None else [{"value": value, **fact}]
    value = facts.get(field)
    if value is None or value == [] or (isinstance(value, dict) and value.get("value", "") is None):
        return []
    if isinstance(value, list):
        return [dict(item) if isinstance(item, dict) else {"value": item} for item in value]
    return [dict(value) if isinstance(value, dict) else {"value": value}]


def _each(
    known: Any, values: Sequence[Any] | None, spans: Sequence[Any] | None, rule: str | None
) -> list[dict[str, Any]]:
    if known is not None:
        return [dict(item) for item in known]
    places = list(spans or [])
    return [
        {"value": value, "rule": rule, **({"span": list(places[at])} if at < len(places) else {})}
        for at, value in enumerate(values or [])
    ]


def corrected(facts: Item, fixes: Iterable[Fix]) -> dict[str, Any]:
    """A copy of ``facts`` (contract 4) as people left it; without fixes it says the same."""
    found = dict(facts)
    fields: dict[str, list[Fix]] = {}
    for fix in fixes:
        fields.setdefault(fix.field, []).append(fix)
    rejected: dict[str, list[Item]] = {}
    for field, said in fields.items():
        put_back(found, field, _judged(field, items(facts, field), said, rejected.setdefault(field, [])))
    thrown = {field: list(left) for field, left in rejected.items() if left}
    return {**found, "rejected": thrown} if thrown else found


def _judged(
    field: str, read: Sequence[dict[str, Any]], said: Sequence[Fix], rejected: list[Item]
) -> list[dict[str, Any]]:
    left = list(said)
    found: list[dict[str, Any]] = []
    for item in read:
        fix = next((one for one in left if one.reader is not None and same(one.reader, item)), None)
        if fix is None:
            found.append(item)
            continue
        left.remove(fix)
        if fix.verdict is Verdict.REJECTED:
            rejected.append(item)
        else:
            found.append(_by_person(fix.person, item) if fix.person is not None else {**item, "accepted": True})
    # What was corrected and is read otherwise today still holds.
    by_hand = [_by_person(fix.person, fix.reader) for fix in left if fix.person is not None]
    if field not in MANY and any(fix.verdict is Verdict.ADDED for fix in left):
        # A list that a person takes from the text is the whole list, and one value is the only one.
        found = [item for item in found if item.get("by")]
    return [*found, *by_hand]


def _by_person(person: Item, reader: Item | None) -> dict[str, Any]:
    return {**person, "by": "person", "rule": "person", **({"read": dict(reader)} if reader else {})}


def same(one: Item, two: Item) -> bool:
    """The same fact at the same place, whatever was noted on it since."""
    return {k: v for k, v in one.items() if k not in _MARKS} == {k: v for k, v in two.items() if k not in _MARKS}


def put_back(facts: dict[str, Any], field: str, found: Sequence[dict[str, Any]]) -> None:
    """Into ``facts`` in the shape of the contract; what ``items`` gives afterwards is ``found``."""
    if field == "venues":
        spread = _spread(found)
        facts["place"] = {
            **(facts.get("place") or {}),
            "venues": spread["value"],
            "venue_spans": spread["spans"],
            "venue_items": spread["items"],
        }
    elif field in LISTS:
        facts[field] = _spread(found) if found else None
    elif field in PLAIN:
        first = found[0] if found else None
        evidence = {name: item for name, item in (facts.get("evidence") or {}).items() if name != field}
        facts["evidence"] = evidence if first is None else {**evidence, field: first}
        facts[field] = None if first is None else first["value"]
    elif field in MANY:
        facts[field] = list(found)
    else:
        facts[field] = found[0] if found else None


def _spread(found: Sequence[Item]) -> dict[str, Any]:
    return {
        "value": [item["value"] for item in found],
        "spans": [item["span"] for item in found if "span" in item],
        "items": list(found),
        "rule": found[0].get("rule") if found else None,
    }


def answer(field: str, item: Item | None) -> Any:
    """What a fact says, without its place and rule: for comparing one reading with another."""
    if item is None:
        return None
    match field:
        case "persons":
            return [item.get("name"), item.get("position")]
        case "place":
            return item.get("kode")
        case "prohibited_acts" | "permitted_acts":
            return item.get("code")
        case "sanctions":
            return [item.get("code"), item.get("mode")]
        case "legal":
            return item.get("number") or item.get("as_printed")
        case "agreement":
            return item.get("parties")
        case "coordination":
            return item.get("consult") or item.get("value")
        case _:
            return item.get("value")


def reads_as(facts: Item, field: str, expected: Any, denied: Any = None) -> bool:
    """Whether a reading has what a correction expects of it, and no more what it denies."""
    answers = [answer(field, item) for item in items(facts, field)]
    return (expected is None or expected in answers) and (denied is None or denied not in answers)
