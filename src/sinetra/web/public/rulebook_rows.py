"""One norm as a row of the rulebook: what it says, its articles, its days, its sanction, its body. Page and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from sinetra.core.law.changes import closed_by
from sinetra.core.law.model import Norm, Sanction, Version
from sinetra.core.law.rulebook import NormOnDay, Rulebook
from sinetra.core.law.selection import Selection, select
from sinetra.core.law.words import NormKind, SanctionClass, SubjectStatus
from sinetra.web import law_view, law_words, parts


class ForSome(Protocol):
    """A citation or a sanction: ``statuses`` names for whom it counts; empty: for all."""

    @property
    def statuses(self) -> frozenset[SubjectStatus]: ...


Some = TypeVar("Some", bound=ForSome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``heaviest``: the heaviest sanction in words. ``options``: what it consists of. ``path``: who decides.

    ``since`` and ``until`` are the days of the version, ``opened`` and ``closed`` the events, empty when not named.
    """

    norm: Norm
    citations: list[parts.Citation]
    since: date | None
    opened: str
    until: date | None
    closed: str
    heaviest: str
    options: list[str]
    path: str

    @property
    def is_permission(self) -> bool:
        return self.norm.kind is NormKind.PERMISSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A track with what it forbids and what it allows."""

    track: str
    prohibitions: list[Row]
    permissions: list[Row]


def for_status(items: Iterable[Some], status: SubjectStatus | None) -> list[Some]:
    """Those that count for ``status``; all of them when none is asked for."""
    return [item for item in items if status is None or not item.statuses or status in item.statuses]


def for_version(items: Iterable[Some], version: Version) -> list[Some]:
    """Those that count for somebody whom the version binds: a norm keeps sanctions for others of its other versions."""
    named = next((item.values for item in version.when if item.field == "subject.status"), None)
    return [item for item in items if not (named and item.statuses) or not named.isdisjoint(item.statuses)]


def heaviest(sanctions: Sequence[Sanction]) -> str:
    """The heaviest class in words, empty without any; what only a contract says counts as light."""
    classes = list(SanctionClass)
    ranked = sorted((item.sanction_class for item in sanctions), key=classes.index)
    return law_words.word(law_words.SANCTIONS, ranked[-1]) if ranked else ""


def row(book: Rulebook, item: NormOnDay, wanted: Selection) -> Row:
    norm, period = item.norm, item.version.period
    sanctions = for_status(for_version(norm.sanctions, item.version), wanted.status)
    return Row(
        norm=norm,
        citations=law_view.citations(book.instruments, for_status(norm.citations, wanted.status), item.day),
        since=period.start,
        opened=item.version.source_event,
        until=period.end,
        closed=closed_by(norm, item.version, book.instruments) or "",
        heaviest=heaviest(sanctions),
        options=law_view.sanction_notes(sanctions, for_one=wanted.status is not None),
        path=law_view.path(norm.routes, item.day),
    )


def rows(book: Rulebook, day: date, wanted: Selection) -> list[Row]:
    """The norms in force on ``day`` that ``wanted`` does not rule out, by track and id."""
    return [row(book, item, wanted) for item in select(book, day, wanted)]


def sections(found: Iterable[Row]) -> list[Section]:
    """The rows by track, in the order of the tracks."""
    by_track: dict[str, list[Row]] = {}
    for item in found:
        by_track.setdefault(str(item.norm.track), []).append(item)
    return [
        Section(
            track=law_words.word(law_words.TRACKS, name),
            prohibitions=[item for item in by_track[name] if not item.is_permission],
            permissions=[item for item in by_track[name] if item.is_permission],
        )
        for name in law_words.TRACKS
        if name in by_track
    ]


def not_in_force(book: Rulebook, day: date) -> list[Norm]:
    """Norms that the catalogue keeps but that do not govern an act on ``day``."""
    current = {item.norm.id for item in book.norms_on(day)}
    return sorted((norm for norm in book.norms if norm.id not in current), key=lambda norm: norm.id)
