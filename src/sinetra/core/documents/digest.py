"""The week in the press on paper: sections of numbers, without a headline and without a name."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSection:
    """``lines``: what is counted and how many, as printed. ``empty`` is said where there is none."""

    title: str
    lines: tuple[tuple[str, str], ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestSheet:
    """``empty`` stands in place of the sections when the week brought nothing."""

    language: str
    title: str
    week: str
    office: str
    sections: tuple[DigestSection, ...]
    empty: str
    note: str
    exercise: str


def digest_pdf(sheet: DigestSheet) -> bytes:
    """A4 upright. The same sheet always gives the same bytes."""
    return set_pdf("digest.typ", as_json(asdict(sheet)))
