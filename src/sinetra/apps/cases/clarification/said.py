"""Who is invited to clarify, for when, and what came of it; as it is kept sealed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from sinetra.apps.cases.models import Clarification
from sinetra.apps.cases.vocabulary import Attendance, Whom
from sinetra.apps.reports.sealing import open_value, seal_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """``person``: which of those reported, from 0 on. ``name`` and ``position`` of all others but a reporter, whose
    name is kept in the vault and nowhere else."""

    whom: Whom
    person: int = 0
    name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """``held_at`` on the clock of the office. ``venue``: a place, or the address of a video call. ``invited_on`` None:
    the invitation was not sent yet."""

    held_at: datetime
    venue: str
    invited_on: date | None = None
    invited_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The minutes. ``oath``: a choice of the letter of minutes, ``none`` with its reason. ``signed`` False: signing
    was refused, with the reason. The hours are those of the office's clock."""

    on: date
    started: time
    ended: time
    examiners: tuple[UUID, ...]
    oath: str
    oath_reason: str = ""
    companion: str = ""
    companion_capacity: str = ""
    interpreter: str = ""
    exchanges: tuple[Exchange, ...]
    signed: bool = True
    unsigned_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotHeard:
    """``attendance``: nobody came, or the office called it off. Who is to have been absent was invited before."""

    attendance: Attendance
    reason: str
    invited_on: date | None = None
    invited_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What is kept sealed of a clarification that was recorded. ``reason``: why nobody was heard."""

    reason: str = ""
    oath: str = ""
    oath_reason: str = ""
    companion: str = ""
    companion_capacity: str = ""
    interpreter: str = ""
    exchanges: tuple[Exchange, ...] = ()
    signed: bool = False
    unsigned_reason: str = ""


def sealed_told(row_id: UUID, invited: Invited, venue: str) -> bytes:
    told = {"person": invited.person, "name": invited.name, "position": invited.position, "venue": venue}
    return seal_value(told, row_id, "told")


def invited_of(row: Clarification) -> Invited:
    told = _told(row)
    return Invited(whom=Whom(row.whom), person=told["person"], name=told["name"], position=told["position"])


def venue_of(row: Clarification) -> str:
    return str(_told(row)["venue"])


def sealed_minutes(row_id: UUID, minutes: Minutes) -> bytes:
    return seal_value(asdict(minutes), row_id, "heard")


def minutes_of(row: Clarification) -> Minutes | None:
    """None before it was recorded."""
    if row.heard_sealed is None:
        return None
    told = open_value(row.heard_sealed, row.pk, "heard")
    return Minutes(**told | {"exchanges": tuple(Exchange(**pair) for pair in told["exchanges"])})


def _told(row: Clarification) -> Any:
    return open_value(row.told_sealed, row.pk, "told")
