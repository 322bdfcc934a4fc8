"""Facts as they are given: a closed vocabulary, null is unknown, anything else that is not known is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.vocabulary import (
    CONTEXT_CODES,
    CONTEXT_DATES,
    FIELDS,
    IMPLIED,
    NOT_APPLICABLE,
    Field,
    FieldType,
)

#: A choice or flag as text, a list as a frozenset, None when unknown.
Value = str | frozenset[str] | None
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Moment(NamedTuple):
    """The first of the days of an election for which the same follows from its timetable, and what that is."""

    day: date
    stage: str
    months_after_inauguration: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """``values`` holds only what is known; ``given`` the same as it was written, for the explanation.

    ``moments``: the moments of the named election, in order, when the day is unknown; else empty.
    """

    values: Mapping[str, str | frozenset[str]]
    given: Mapping[str, object] = field(default_factory=dict)
    act_date: date | None = None
    known_date: date | None = None
    filed_on: date | None = None
    as_of: date | None = None
    election: str | None = None
    region: str | None = None
    moments: tuple[Moment, ...] = ()


def _unknown_key(name: str, accepted: Iterable[str]) -> BadInput:
    return BadInput(
        gettext_noop("Isian %(field)s tidak dikenal; yang diterima: %(accepted)s"), field=name, accepted=accepted
    )


def _wrong(name: str, value: object, accepted: Iterable[str]) -> BadInput:
    return BadInput(
        gettext_noop("Isian %(field)s: nilai %(value)s tidak dikenal; yang diterima: %(accepted)s"),
        field=name,
        accepted=accepted,
        value=repr(value),
    )


def read_day(name: str, value: object) -> date | None:
    """Errors: ``BadInput`` when it is not ISO 8601."""
    if value is None:
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong(name, value, ("YYYY-MM-DD",))


def _flag(item: Field, value: object) -> str:
    if not isinstance(value, bool):
        raise _wrong(item.name, value, ("true", "false", "null"))
    return "true" if value else "false"


def _list(item: Field, value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise _wrong(item.name, value, (*item.values, "[]", "null"))
    for entry in value:
        if not isinstance(entry, str) or entry not in item.values:
            raise _wrong(item.name, entry, item.values)
    return frozenset(value)


def _amount(item: Field, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise _wrong(item.name, value, ("0, 1, 2, … (rupiah)", "null"))
    return "some" if value > 0 else "none"


def _choice(item: Field, value: object) -> str:
    if not isinstance(value, str) or value not in item.values:
        raise _wrong(item.name, value, item.values)
    return value


_READERS: Mapping[FieldType, Callable[[Field, object], str | frozenset[str]]] = {
    FieldType.FLAG: _flag,
    FieldType.LIST: _list,
    FieldType.AMOUNT: _amount,
    FieldType.CHOICE: _choice,
}


def read_value(name: str, value: object) -> str | frozenset[str]:
    """A value as it is given, in the form of :class:`Facts`. Errors: ``BadInput``."""
    return _READERS[FIELDS[name].type](FIELDS[name], value)


GIVEN = {name: item for name, item in FIELDS.items() if not item.derived_from}
_GROUPS = {
    group: tuple(name.split(".", 1)[1] for name in GIVEN if name.startswith(group + "."))
    for group in ("subject", "act")
}
#: What only some statuses have. A fact of the act that its code rules out is merely of no account.
OF_THE_SUBJECT = ("subject.contract_kind", "subject.acting_kind")
# An act is known on its day at the earliest, and reported when it is known at the earliest.
IN_ORDER = (("act_date", "known_date"), ("act_date", "filed_on"), ("known_date", "filed_on"))
_TOP = (*CONTEXT_DATES, *CONTEXT_CODES, *_GROUPS)


def parse_facts(mapping: Mapping[str, Any]) -> Facts:
    """The facts of one act, in the shape of ``sinetra decide`` (nested ``subject`` and ``act``).

    Errors: ``BadInput`` naming the field and the accepted values, for an unknown key, an unknown value or a date that
    is not ISO 8601. A missing or null field is unknown; a list is unknown only when it is null as a whole.
    """
    if not isinstance(mapping, Mapping):
        raise BadInput(
            gettext_noop("Satu perbuatan harus berupa objek dengan isian %(accepted)s; yang diberikan: %(value)s"),
            field="-",
            accepted=_TOP,
            value=repr(mapping),
        )
    for key in mapping:
        if key not in _TOP:
            raise _unknown_key(str(key), _TOP)
    values: dict[str, str | frozenset[str]] = {}
    given: dict[str, object] = {}
    for group, keys in _GROUPS.items():
        block = mapping.get(group)
        if block is None:
            continue
        if not isinstance(block, Mapping):
            raise _wrong(group, block, keys)
        for key, value in block.items():
            if key not in keys:
                raise _unknown_key(f"{group}.{key}", keys)
            if value is not None:
                name = f"{group}.{key}"
                values[name] = read_value(name, value)
                given[name] = value
    days = {name: read_day(name, mapping.get(name)) for name in CONTEXT_DATES}
    _check_order(days)
    _check_ruled_out(values)
    return Facts(
        values=complete(values),
        given=given,
        act_date=days["act_date"],
        known_date=days["known_date"],
        filed_on=days["filed_on"],
        as_of=days["as_of"],
        election=_code("election", mapping.get("election")),
        region=_code("region", mapping.get("region")),
    )


def _check_order(days: Mapping[str, date | None]) -> None:
    for earlier, later in IN_ORDER:
        first, second = days[earlier], days[later]
        if first is not None and second is not None and second < first:
            raise BadInput(
                gettext_noop("Isian %(field)s: %(value)s mendahului %(earlier)s; yang diterima: %(accepted)s"),
                field=later,
                accepted=(f">= {first}", "null"),
                value=second,
                earlier=earlier,
            )


def _check_ruled_out(values: Mapping[str, str | frozenset[str]]) -> None:
    """A fact about a status or post that the subject does not have is a mistake in one of the two."""
    for name in OF_THE_SUBJECT:
        needed = FIELDS[name].dependency
        if name not in values or needed is None:
            continue
        parent = values.get(needed.parent)
        if parent is not None and parent not in needed.values:
            raise BadInput(
                gettext_noop(
                    "Isian %(field)s hanya ada bila %(parent)s salah satu dari: %(accepted)s; yang diisi: %(value)s"
                ),
                field=name,
                accepted=[value for value in FIELDS[needed.parent].values if value in needed.values],
                parent=needed.parent,
                value=parent,
            )


def _code(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        raise _wrong(name, value, ('"63.72"', "null") if name == "region" else ("pilkada_2024", "null"))
    return value


def complete(values: Mapping[str, str | frozenset[str]]) -> dict[str, str | frozenset[str]]:
    """Fills in what follows from the known values: what they imply, and what a parent rules out.

    >>> complete({"act.code": "like"})["act.minister_approval"]
    'not_applicable'
    """
    known = dict(values)
    for implied in IMPLIED:
        if known.get(implied.parent) == implied.value:
            known.setdefault(implied.field, implied.fact)
    for item in FIELDS.values():
        needed = item.dependency
        if needed is not None and needed.parent in known and known[needed.parent] not in needed.values:
            known[item.name] = NOT_APPLICABLE
    return known
