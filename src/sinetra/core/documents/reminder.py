"""A letter that reminds of recommendations without an answer: which ones, since when. No name of a person is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindedLine:
    """One recommendation; days in words, ready to print."""

    number: str
    dated: str
    persons: int
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLetter:
    """``basis``: what the waiting time rests on, with its confidence. ``exercise``: the word of a demonstration."""

    office: str
    number: str
    dated: str
    recipient: str
    lines: tuple[RemindedLine, ...]
    basis: str
    signatory_office: str
    signatory_name: str
    exercise: str

    def to_data(self) -> dict[str, Any]:
        return asdict(self)


def reminder_from(data: Mapping[str, Any]) -> ReminderLetter:
    """The letter as it was issued."""
    return ReminderLetter(**{**data, "lines": tuple(RemindedLine(**item) for item in data["lines"])})


def reminder_pdf(letter: ReminderLetter) -> bytes:
    """The same letter always gives the same bytes."""
    return set_pdf("reminder.typ", as_json(letter.to_data()))
