"""Units as a person or a program writes them, JSON or YAML already read: checked field by field.

``{"day": "2024-11-26", "units": [{"code", "name", "kind", "parent", "staff", "values": {"stage": {"amount", "source",
"as_of", "confidence"}}, "events": [{"severity", "on"}], "open_cases", "overdue", "coverage", "has_channel"}]}``, or
the list of units alone. Only ``code`` must be there; what is absent or null is unknown. A value may be a number alone:
then its source is not named, and it is ``perlu-cek``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.inputs import Event, Kind, Severity, Unit, Value

UNNAMED = "sumber tidak disebut"
_WRONG = gettext_noop("%(field)s: %(value)s tidak diterima; yang diterima: %(accepted)s")
_ABSENT = gettext_noop("%(field)s: wajib diisi; yang diterima: %(accepted)s")
_EXTRA = gettext_noop("%(field)s: isian tidak dikenal; yang diterima: %(accepted)s")
_FIELDS = (
    "code",
    "name",
    "kind",
    "parent",
    "staff",
    "values",
    "events",
    "open_cases",
    "overdue",
    "coverage",
    "has_channel",
)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """``day``: the cut-off that the file names, if it does."""

    day: date | None
    units: tuple[Unit, ...]


def parse_units(given: Any, day: date | None = None) -> UnitFile:
    """``day``: the cut-off from elsewhere; it goes before that of the file, and dates values that carry no day.

    Errors: ``BadInput`` at ``units[3].values.stage.amount``.
    """
    if isinstance(given, list):
        given = {"units": given}
    _only(given, "-", ("day", "units"))
    named = None if given.get("day") is None else _day(given["day"], "day")
    cutoff = day if day is not None else named
    units = given.get("units")
    if not isinstance(units, list) or not units:
        raise BadInput(_WRONG, field="units", value=repr(units), accepted=("list",))
    return UnitFile(day=cutoff, units=tuple(_unit(item, f"units[{place}]", cutoff) for place, item in enumerate(units)))


def _unit(given: Any, at: str, cutoff: date | None) -> Unit:
    _only(given, at, _FIELDS)
    code = _text(given, "code", at)
    values = given.get("values") or {}
    if not isinstance(values, dict):
        raise BadInput(_WRONG, field=f"{at}.values", value=repr(values), accepted=("{…}",))
    return Unit(
        code=code,
        name=_text(given, "name", at, code),
        kind=_word(given.get("kind") or Kind.REGION, Kind, f"{at}.kind"),
        parent=_text(given, "parent", at, code.rpartition(".")[0]),
        staff=_whole(given, "staff", at),
        values={
            str(name): _value(value, f"{at}.values.{name}", cutoff)
            for name, value in values.items()
            if value is not None
        },
        events=_events(given.get("events"), f"{at}.events"),
        open_cases=_whole(given, "open_cases", at),
        overdue=_whole(given, "overdue", at),
        coverage=None if given.get("coverage") is None else _number(given["coverage"], f"{at}.coverage"),
        has_channel=_flag(given.get("has_channel"), f"{at}.has_channel"),
    )


def _events(given: Any, at: str) -> tuple[Event, ...] | None:
    """Absent and null are unknown; an empty list says that there was none."""
    if given is None:
        return None
    if not isinstance(given, list):
        raise BadInput(_WRONG, field=at, value=repr(given), accepted=("list",))
    return tuple(_event(item, f"{at}[{place}]") for place, item in enumerate(given))


def _event(given: Any, at: str) -> Event:
    _only(given, at, ("severity", "on"))
    return Event(
        severity=_word(given.get("severity"), Severity, f"{at}.severity"), on=_day(given.get("on"), f"{at}.on")
    )


def _value(given: Any, at: str, cutoff: date | None) -> Value:
    if isinstance(given, int | float) and not isinstance(given, bool):
        given = {"amount": given}
    _only(given, at, ("amount", "source", "as_of", "confidence"))
    as_of = given.get("as_of")
    if as_of is None and cutoff is None:
        raise BadInput(_ABSENT, field=f"{at}.as_of", accepted=("YYYY-MM-DD", "day"))
    return Value(
        amount=_number(given.get("amount"), f"{at}.amount"),
        source=_text(given, "source", at, UNNAMED),
        as_of=cutoff if as_of is None and cutoff is not None else _day(as_of, f"{at}.as_of"),
        confidence=_word(given.get("confidence") or Confidence.UNCHECKED, Confidence, f"{at}.confidence"),
    )


def _only(given: Any, at: str, accepted: tuple[str, ...]) -> None:
    if not isinstance(given, dict):
        raise BadInput(_WRONG, field=at, value=repr(given), accepted=("{…}",))
    for name in given:
        if name not in accepted:
            raise BadInput(_EXTRA, field=f"{at}.{name}".removeprefix("-."), accepted=accepted)


def _text(given: Mapping[str, Any], name: str, at: str, default: str | None = None) -> str:
    value = given.get(name)
    if value is None and default is not None:
        return default
    if not isinstance(value, str) or not value.strip():
        shown = _ABSENT if value is None else _WRONG
        raise BadInput(shown, field=f"{at}.{name}", value=repr(value), accepted=("text",))
    return value.strip()


def _number(value: Any, at: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadInput(_WRONG, field=at, value=repr(value), accepted=("number",))
    return float(value)


def _whole(given: Mapping[str, Any], name: str, at: str) -> int | None:
    value = given.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInput(_WRONG, field=f"{at}.{name}", value=repr(value), accepted=("0…",))
    return value


def _flag(value: Any, at: str) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise BadInput(_WRONG, field=at, value=repr(value), accepted=("true", "false", "null"))


def _day(value: Any, at: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadInput(_WRONG, field=at, value=repr(value), accepted=("YYYY-MM-DD",)) from None


def _word(value: Any, words: type[E], at: str) -> E:
    if value not in tuple(words):
        raise BadInput(_WRONG, field=at, value=repr(value), accepted=tuple(words))
    return words(value)
