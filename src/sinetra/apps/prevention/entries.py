"""Entries of a list, a paper or an offline file: each read, told what it is, and nothing stored yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sinetra.apps.prevention.actions.check_in import known_attendance
from sinetra.apps.prevention.models import ActivitySession
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
    register = Register(session)
    seen: set[str] = set()
    return tuple(_entry(session, said, register, seen) for said in lines)


def _entry(session: ActivitySession, said: Said, register: Register, seen: set[str]) -> Entry:
    try:
        who = read_who(number=said.number, name=said.name, unit=said.unit, status=said.status)
    except BadInput as error:
        problem = Problem.of(said.row, COLUMNS[error.field], error)
        return Entry(said=said, standing=Standing.BAD, problem=problem, field=error.field)
    match = register.find(who)
    keys = {match.said, str(match.person.pk)} if match.person else {match.said}
    if not seen.isdisjoint(keys) or known_attendance(session, who, register) is not None:
        standing = Standing.THERE
    else:
        standing = Standing.MATCHED if match.person else Standing.UNMATCHED
    seen |= keys
    found = match.person.name if match.person else ""
    return Entry(said=said, standing=standing, who=who, found=found, is_walk_in=match.is_walk_in)
