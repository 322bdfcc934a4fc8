"""*Susunan acara*: what happens when and where, who comes, who speaks, for the hand of whoever runs the day."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sitting; what is not known yet is empty."""

    day: str
    hours: str
    what: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheet:
    """``heading`` holds the fixed words in the language of the page; ``people`` pairs of word and lines."""

    language: str
    title: str
    office: str
    pairs: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    agenda: tuple[str, ...]
    people: tuple[tuple[str, tuple[str, ...]], ...]
    heading: dict[str, str]
    exercise: str


def run_sheet_pdf(sheet: RunSheet) -> bytes:
    """A4 upright. The same sheet always gives the same bytes."""
    return set_pdf("run_sheet.typ", as_json(asdict(sheet)))
