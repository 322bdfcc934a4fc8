"""Units for the tests, invented unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sinetra.catalogue import ROOT
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.configuration import Origin
from sinetra.core.index.inputs import Event, Kind, Severity, Unit, Value
from sinetra.core.index.reading import load_index

METHOD = load_index(ROOT)
DAY = date(2024, 11, 26)
#: Indicators that are given as values.
GIVEN = tuple(item.id for item in METHOD.indicators if item.origin is Origin.VALUE)


def value(amount: float, as_of: date = DAY) -> Value:
    return Value(amount=amount, source="uji", as_of=as_of, confidence=Confidence.UNCHECKED)


def event(severity: Severity, on: date = DAY) -> Event:
    return Event(severity=severity, on=on)


def unit(code: str = "99.71", *, amounts: Mapping[str, float] | None = None, **given: Any) -> Unit:
    """A city of which all is known and nothing is wrong, but for what is given: its score is 0."""
    known = {item.id: item.low for item in METHOD.indicators if item.id in GIVEN} if amounts is None else amounts
    facts: dict[str, Any] = {
        "name": f"Unit {code}",
        "kind": Kind.REGION,
        "parent": code.rpartition(".")[0],
        "staff": 2000,
        "values": {name: value(amount) for name, amount in known.items()},
        "events": (),
        "open_cases": 0,
        "overdue": 0,
        "coverage": 1.0,
        "has_channel": True,
    }
    return Unit(code=code, **(facts | given))


def with_values(one: Unit, **amounts: float | None) -> dict[str, Value]:
    """The values of a unit with some changed; ``None`` takes one away."""
    changed = dict(one.values)
    for name, amount in amounts.items():
        if amount is None:
            changed.pop(name, None)
        else:
            changed[name] = value(amount)
    return changed
