"""The weekly brief of the control room on paper: the findings, numbers and tables of its views, without a name."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sinetra.core.documents.setting import as_json, set_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefTable:
    """``rows`` have as many texts as there are ``columns``; ``numbers``: which of those stand to the right.
    ``empty`` is said where there is no row, ``more`` where there are further ones elsewhere."""

    caption: str
    columns: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSection:
    """``view``: the title of the view that it stands in. ``lines``: single numbers with what they count."""

    view: str
    title: str
    lines: tuple[str, ...]
    tables: tuple[BriefTable, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSheet:
    language: str
    title: str
    week: str
    office: str
    sections: tuple[BriefSection, ...]
    note: str
    exercise: str


def room_brief_pdf(sheet: BriefSheet) -> bytes:
    """A4 upright. The same sheet always gives the same bytes."""
    return set_pdf("room_brief.typ", as_json(asdict(sheet)))
