"""One proposed appointment, transfer or dismissal, as it is asked about. A missing fact is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.facts import read_day
from sinetra.core.law.words import Position
from sinetra.core.transfers.words import Ground, OfficialKind, TransferAction

_LETTER = ("number", "date")
FIELDS = (
    "effective_on",
    "region",
    "election",
    "position",
    "heads_unit",
    "official_kind",
    "action",
    "ground",
    "permit",
    "technical_approval",
)
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A permit or an approval. ``exists``: None when it is not known whether there is one."""

    exists: bool | None = None
    number: str | None = None
    day: date | None = None


UNKNOWN_LETTER = Letter()
NO_LETTER = Letter(exists=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """``effective_on``: the day on which the official is inaugurated or released. ``region``: of the head who signs.

    ``action`` and ``ground`` are the question itself, not facts: who names none asks about an ordinary transfer.
    ``heads_unit``: a functional official with the extra duty of heading a unit, such as a health centre.
    """

    effective_on: date | None = None
    region: str | None = None
    election: str | None = None
    position: Position | None = None
    heads_unit: bool = False
    official_kind: OfficialKind | None = None
    action: TransferAction = TransferAction.TRANSFER
    ground: Ground = Ground.ORDINARY
    permit: Letter = UNKNOWN_LETTER
    technical_approval: Letter = UNKNOWN_LETTER


def parse_transfer(mapping: Mapping[str, Any]) -> Transfer:
    """The shape of contract 6. ``permit: false`` says that there is none; null, that it is not known; ``true`` or
    ``{}``, that there is one of which number and day are not known.

    Errors: ``BadInput`` naming the field and the accepted values.

    >>> parse_transfer({"effective_on": "2024-03-22", "permit": {"date": "2024-03-20"}}).permit.day
    datetime.date(2024, 3, 20)
    """
    if not isinstance(mapping, Mapping):
        raise BadInput(
            gettext_noop("Satu pergantian harus berupa objek dengan isian %(accepted)s; yang diberikan: %(value)s"),
            field="-",
            accepted=FIELDS,
            value=repr(mapping),
        )
    _check_keys(mapping, FIELDS, "")
    region = _text("region", mapping.get("region"), ("63.72", "null"))
    return Transfer(
        effective_on=read_day("effective_on", mapping.get("effective_on")),
        region=None if region is None else check_region(region),
        election=_text("election", mapping.get("election"), ("pilkada_2024", "null")),
        position=_choice("position", mapping.get("position"), Position),
        heads_unit=_flag("heads_unit", mapping.get("heads_unit")),
        official_kind=_choice("official_kind", mapping.get("official_kind"), OfficialKind),
        action=_choice("action", mapping.get("action"), TransferAction) or TransferAction.TRANSFER,
        ground=_choice("ground", mapping.get("ground"), Ground) or Ground.ORDINARY,
        permit=_letter("permit", mapping.get("permit")),
        technical_approval=_letter("technical_approval", mapping.get("technical_approval")),
    )


def _check_keys(mapping: Mapping[str, Any], accepted: tuple[str, ...], prefix: str) -> None:
    for key in mapping:
        if key not in accepted:
            raise BadInput(
                gettext_noop("Isian %(field)s tidak dikenal; yang diterima: %(accepted)s"),
                field=f"{prefix}{key}",
                accepted=accepted,
            )


def _wrong(field: str, value: object, accepted: tuple[str, ...]) -> BadInput:
    return BadInput(
        gettext_noop("Isian %(field)s: nilai %(value)s tidak dikenal; yang diterima: %(accepted)s"),
        field=field,
        accepted=accepted,
        value=repr(value),
    )


def _text(field: str, value: object, accepted: tuple[str, ...]) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value:
        raise _wrong(field, value, accepted)
    return value


def _flag(field: str, value: object) -> bool:
    if value is None:
        return False
    if not isinstance(value, bool):
        raise _wrong(field, value, ("true", "false", "null"))
    return value


def _choice(field: str, value: object, words: type[E]) -> E | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in set(words):
        raise _wrong(field, value, (*words, "null"))
    return words(value)


def _letter(field: str, value: object) -> Letter:
    if value is None:
        return UNKNOWN_LETTER
    if value is False:
        return NO_LETTER
    if value is True or value == {}:
        return Letter(exists=True)
    if not isinstance(value, Mapping):
        raise _wrong(field, value, ('{"number": "…", "date": "YYYY-MM-DD"}', "true", "false", "null"))
    _check_keys(value, _LETTER, f"{field}.")
    number = _text(f"{field}.number", value.get("number"), ("text", "null"))
    day = read_day(f"{field}.date", value.get("date"))
    return Letter(exists=True, number=number, day=day) if number is not None or day is not None else UNKNOWN_LETTER
