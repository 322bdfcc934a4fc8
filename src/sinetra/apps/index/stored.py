"""Inputs and results of the index as they are stored, and back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sinetra.core.canonical import canonical
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.configuration import OverrideId
from sinetra.core.index.inputs import Event, Kind, Severity, Unit, Value
from sinetra.core.index.levels import Level
from sinetra.core.index.result import Driver, Placed, Zone
from sinetra.core.index.result_json import placed_json
from sinetra.core.index.unit_json import unit_json


def digest_of(units: Iterable[Unit | Placed]) -> str:
    """SHA-256 of the canonical form of all in their order, in hexadecimal: of inputs that of ``Result.inputs``."""
    return hashlib.sha256(canonical([plain(unit) for unit in units])).hexdigest()


def plain(unit: Unit | Placed) -> dict[str, Any]:
    """For a JSON column, in the form of the command line and of the digests."""
    return unit_json(unit) if isinstance(unit, Unit) else placed_json(unit)


def undated(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """Inputs as ``plain`` wrote them, without the days of their values, to tell whether anything but the day is new."""
    values = {name: {**item, "as_of": None} for name, item in given["values"].items()}
    return {**given, "values": values}


def unit_of(given: Mapping[str, Any]) -> Unit:
    """Errors: ``KeyError``, ``ValueError`` for what ``plain`` did not write."""
    events = given["events"]
    return Unit(
        **{name: given[name] for name in ("code", "name", "parent", "staff", "open_cases", "overdue")},
        **{name: given[name] for name in ("coverage", "has_channel")},
        kind=Kind(given["kind"]),
        values={name: _value(item) for name, item in given["values"].items()},
        events=None if events is None else tuple(_event(item) for item in events),
    )


def _value(item: Mapping[str, Any]) -> Value:
    return Value(
        amount=item["amount"],
        source=item["source"],
        as_of=date.fromisoformat(item["as_of"]),
        confidence=Confidence(item["confidence"]),
    )


def _event(item: Mapping[str, Any]) -> Event:
    return Event(severity=Severity(item["severity"]), on=date.fromisoformat(item["on"]))


def placed_of(told: Mapping[str, Any]) -> Placed:
    """Errors: ``KeyError``, ``ValueError`` for what ``plain`` did not write."""
    known = dict(told)
    return Placed(
        **known
        | {
            "kind": Kind(told["kind"]),
            "group": Level(told["group"]),
            "zone": Zone(told["zone"]),
            "interval": _pair(told["interval"]),
            "rank": _pair(told["rank"]),
            "p_zone": {Zone(name): share for name, share in told["p_zone"].items()},
            "drivers": tuple(Driver(**item) for item in told["drivers"]),
            "missing": tuple(told["missing"]),
            "overrides": tuple(OverrideId(name) for name in told["overrides"]),
        }
    )


def _pair(value: Any) -> Any:
    return None if value is None else tuple(value)
