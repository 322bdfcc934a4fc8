"""Entries of a list, a paper or an offline file: each read, told what it is, and nothing stored yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.register_match import Register
from sinetra.apps.prevention.who import Who, read_who
from sinetra.apps.registry.csv_rows import Problem
from sinetra.core.errors import BadInput

#: What a list says of a person, and the head of the column in a list that people wrote.
COLUMNS = {"number": "NIP", "name": "Nama", "unit": "Unit kerja", "status": "Status"}
MOST_ENTRIES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One line as it came: ``row`` is its number as a spreadsheet shows it."""

    row: int
    number: str = ""
    name: str = ""
    unit: str = ""
    status: str = ""
    came_at: datetime | None = None


class Standing(StrEnum):
    """What an entry is: of the register, not found there, here already, or not to be read."""

    MATCHED = "matched"
    UNMATCHED = "unmatched"
    THERE = "there"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``problem`` and its ``field`` only when it is bad. ``found``: the name in the register, for organisers."""

    said: Said
    standing: Standing
    who: Who | None = None
    found: str = ""
    is_walk_in: bool = False
    problem: Problem | None = None
    field: str = ""


def read_entries(session: ActivitySession, lines: Iterable[Said]) -> tuple[Entry, ...]:
    """In the same order. Somebody named twice in the list is there already the second time."""
    read = [(said, _who(said)) for said in lines]
    register = Register(session)
    register.learn(who.number for _said, who in read if isinstance(who, Who))
    seen = _there(session)
    return tuple(_entry(said, who, register, seen) if isinstance(who, Who) else _bad(said, who) for said, who in read)


def _who(said: Said) -> Who | BadInput:
    try:
        return read_who(number=said.number, name=said.name, unit=said.unit, status=said.status)
    except BadInput as error:
        return error


def _there(session: ActivitySession) -> set[str]:
    """Ids of people and the words of everybody who is in the session already."""
    rows = Attendance.objects.filter(session=session).values_list("person_id", "said")
    return {key for person_id, said in rows for key in (str(person_id or ""), said) if key}


def _bad(said: Said, error: BadInput) -> Entry:
    problem = Problem.of(said.row, COLUMNS[error.field], error)
    return Entry(said=said, standing=Standing.BAD, problem=problem, field=error.field)


def _entry(said: Said, who: Who, register: Register, seen: set[str]) -> Entry:
    match = register.find(who)
    keys = {match.said, str(match.person.pk)} if match.person else {match.said}
    standing = Standing.MATCHED if match.person else Standing.UNMATCHED
    if not seen.isdisjoint(keys):
        standing = Standing.THERE
    seen |= keys
    found = match.person.name if match.person else ""
    return Entry(said=said, standing=standing, who=who, found=found, is_walk_in=match.is_walk_in)
