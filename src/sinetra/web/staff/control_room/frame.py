"""What a view shows, as values: the page, the workbook and the brief on paper print the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString

from sinetra.core.charts.svg import Markup
from sinetra.web.parts import Link, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A big number; ``url`` is the list behind it. ``text`` also says what cannot be counted."""

    term: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where numbers come from: in words, how many, of which legal date; ``at``: when they were counted."""

    text: str
    as_of: date
    n: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Why there is nothing, and what to do about it."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``anchor`` keeps one's place. ``title`` is a finding where there is one. ``notes`` say how to read it."""

    anchor: str
    title: str
    counts: Sequence[Count] = ()
    picture: Markup | SafeString | None = None
    tables: Sequence[Table] = ()
    notes: Sequence[str] = ()
    links: Sequence[Link] = ()
    source: Source | None = None
    empty: Empty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """``lead``: what the view answers."""

    code: str
    title: str
    lead: str
    sections: Sequence[Section]
