"""The drawn rows as acts that somebody hands in: JSON, with dates and an election, from a fixed seed."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

from bench.law.codes import Book, Rows, facts_of
from bench.law.rows import SEED
from sinetra.core.law.facts import GIVEN, Facts
from sinetra.core.law.vocabulary import FIELDS, NOT_APPLICABLE, FieldType

ELECTIONS = (None, "pilkada_2024", "pemilu_2024", "pilkada_2020", "pilkada_2018", "pemilu_2019")
REGIONS = (None, "32.79", "63.72", "33.01", "63")
_RUPIAH = 150_000
#: The days of the catalogue's elections, so that stages of every kind come up.
_FIRST, _LAST = date(2018, 1, 1), date(2025, 6, 30)


def acts(book: Book, rows: Rows) -> list[dict[str, Any]]:
    """One act a row, in the shape of ``sinetra decide``; a sixth has no election, a quarter was reported."""
    pick = random.Random(SEED)
    return [_act(facts, pick) for facts in facts_of(book, rows)]


def texts(book: Book, rows: Rows) -> list[str]:
    """The same as JSON texts."""
    return [json.dumps(act) for act in acts(book, rows)]


def _act(facts: Facts, pick: random.Random) -> dict[str, Any]:
    day = _FIRST + timedelta(days=pick.randrange((_LAST - _FIRST).days))
    found: dict[str, Any] = {"act_date": day.isoformat(), "subject": {}, "act": {}}
    election = pick.choice(ELECTIONS)
    found |= {"election": election, "region": None if election else pick.choice(REGIONS)}
    if pick.random() < 0.25:
        known = day + timedelta(days=pick.randrange(6))
        found |= {"known_date": known.isoformat(), "filed_on": (known + timedelta(pick.randrange(14))).isoformat()}
    for name in GIVEN:
        value = facts.values.get(name)
        if value is not None and value != NOT_APPLICABLE:
            group, key = name.split(".", 1)
            found[group][key] = _value(name, value)
    return found


def _value(name: str, value: str | frozenset[str]) -> object:
    kind = FIELDS[name].type
    if isinstance(value, frozenset):
        return sorted(value)
    if kind is FieldType.FLAG:
        return value == "true"
    if kind is FieldType.AMOUNT:
        return _RUPIAH if value == "some" else 0
    return value
