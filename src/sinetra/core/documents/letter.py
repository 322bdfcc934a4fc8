"""A letter that invites units to an activity: what it says, in Indonesian, ready to print.

The addressee is given when it is set: one letter goes to many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """``hours`` carries the zone; empty when it is not known yet."""

    day: str
    hours: str
    venue: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """``signatory_office`` names Plt, Plh, Pj or Pjs where the signatory acts. ``exercise``: the word of a
    demonstration, empty where it is meant."""

    office: str
    place: str
    number: str
    dated: str
    subject: str
    opening: str
    sittings: tuple[Sitting, ...]
    theme: str
    agenda: tuple[str, ...]
    meeting_link: str
    closing: str
    signatory_office: str
    signatory_name: str
    exercise: str

    def to_data(self) -> dict[str, Any]:
        return asdict(self)


def letter_from(data: Mapping[str, Any]) -> Letter:
    """The letter as it was issued."""
    sittings = tuple(Sitting(**item) for item in data["sittings"])
    return Letter(**{**data, "sittings": sittings, "agenda": tuple(data["agenda"])})


def letter_pdf(letter: Letter, addressees: Sequence[str]) -> bytes:
    """One sheet or more for each addressee. The same letter always gives the same bytes."""
    return set_pdf("letter.typ", as_json({**asdict(letter), "addressees": list(addressees)}))
