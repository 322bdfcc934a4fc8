"""Days off by decree: national holidays, joint leave (cuti bersama) and voting days, known from a date on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.places import within
from sinetra.core.errors import BadInput, gettext_noop


class DayKind(StrEnum):
    NATIONAL = "national"
    JOINT_LEAVE = "joint_leave"
    ELECTION = "election"
    LOCAL = "local"


class YearStatus(StrEnum):
    """``provisional`` (sementara): no decree of that year is known, so days are missing."""

    DECREED = "decreed"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decree:
    """``published``: from this day on the decree can be known."""

    as_printed: str
    published: date
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """``regions``: empty for the whole country. ``withdrawn``: from its day on this is a working day again."""

    day: date
    kind: DayKind
    name: Bilingual
    decree: Decree
    confidence: Confidence
    withdrawn: Decree | None = None
    regions: tuple[str, ...] = ()

    def known(self, as_of: date | None) -> bool:
        """Was this a day off by what could be known on ``as_of``? ``None``: by all that is known."""
        if as_of is None:
            return self.withdrawn is None
        gone = self.withdrawn is not None and self.withdrawn.published <= as_of
        return self.decree.published <= as_of and not gone

    def holds_in(self, region: str | None) -> bool:
        return not self.regions or (region is not None and any(within(region, area) for area in self.regions))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCalendar:
    year: int
    status: YearStatus
    published: date
    days: tuple[DayOff, ...]
    notes: tuple[Bilingual, ...] = ()

    def provisional(self, as_of: date | None) -> bool:
        """Are days missing because no decree of the year was out yet?"""
        return self.status is YearStatus.PROVISIONAL or (as_of is not None and as_of < self.published)


class Calendars:
    """The calendars of all years. ``version`` names their content, so that a computation can be repeated."""

    def __init__(self, years: Iterable[YearCalendar]) -> None:
        self._years = {item.year: item for item in years}
        self._days: dict[date, tuple[DayOff, ...]] = {}
        for item in self._years.values():
            for off in item.days:
                self._days[off.day] = (*self._days.get(off.day, ()), off)
        self.version = _version(off for day in sorted(self._days) for off in self._days[day])

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted(self._years))

    def year(self, year: int) -> YearCalendar:
        """Errors: BadInput when there is no calendar of that year, rather than counting as if it had no holiday."""
        try:
            return self._years[year]
        except KeyError:
            raise BadInput(
                gettext_noop("Kalender hari libur %(year)s belum ada; yang tersedia: %(accepted)s"),
                field="from",
                accepted=[str(item) for item in self.years],
                year=str(year),
            ) from None

    @property
    def local_areas(self) -> frozenset[str]:
        """The regions that have a day off of their own."""
        return frozenset(area for days in self._days.values() for off in days for area in off.regions)

    def days_off(self, day: date, *, region: str | None = None) -> tuple[DayOff, ...]:
        """Everything ever decreed for the day, withdrawn days included."""
        return tuple(off for off in self._days.get(day, ()) if off.holds_in(region))

    def off(self, day: date, *, as_of: date | None = None, region: str | None = None) -> DayOff | None:
        """The reason why ``day`` is off by what was known on ``as_of``; joint leave only when nothing else is."""
        self.year(day.year)
        found = [off for off in self.days_off(day, region=region) if off.known(as_of)]
        found.sort(key=lambda off: off.kind is DayKind.JOINT_LEAVE)
        return found[0] if found else None


def _version(days: Iterable[DayOff]) -> str:
    rows = [
        [
            off.day.isoformat(),
            off.kind.value,
            off.decree.published.isoformat(),
            off.withdrawn.published.isoformat() if off.withdrawn else None,
            list(off.regions),
        ]
        for off in days
    ]
    return hashlib.sha256(json.dumps(rows, separators=(",", ":")).encode()).hexdigest()[:12]


def _decree(block: Block) -> Decree:
    found = Decree(as_printed=block.text("as_printed"), published=block.day("published"), confidence=block.confidence())
    block.close()
    return found


def _named(block: Block, decrees: Mapping[str, Decree]) -> Decree:
    return decrees[block.one_of("decree", tuple(decrees))]


def _withdrawn(block: Block | None, decrees: Mapping[str, Decree]) -> Decree | None:
    if block is None:
        return None
    decree = _named(block, decrees)
    if block.day("day") != decree.published:
        raise block.wrong("day", (decree.published.isoformat(),))
    block.close()
    return decree


def read_year(path: Path) -> YearCalendar:
    """One file of ``catalogue/calendars``. Errors: BadInput naming file, line and field."""
    block = Block.read(path)
    year = block.whole("year")
    if path.stem != str(year):
        raise block.wrong("year", (path.stem,))
    decrees = {name: _decree(inner) for name, inner in block.named_blocks("decrees")}
    days = []
    for inner in block.blocks("days"):
        off = DayOff(
            day=inner.day("day"),
            kind=DayKind(inner.one_of("kind", tuple(DayKind))),
            name=Bilingual.take(inner, "name"),
            decree=_named(inner, decrees),
            confidence=inner.confidence(),
            withdrawn=_withdrawn(inner.optional_block("withdrawn"), decrees),
            regions=inner.texts("regions"),
        )
        if off.day.year != year:
            raise inner.wrong("day", (f"{year}-MM-DD",))
        if (off.kind is DayKind.LOCAL) != bool(off.regions):
            raise inner.wrong("regions", ("kind: local",))
        inner.close()
        days.append(off)
    calendar = YearCalendar(
        year=year,
        status=YearStatus(block.one_of("status", tuple(YearStatus))),
        published=min(decree.published for decree in decrees.values()),
        days=tuple(days),
        notes=Bilingual.many(block, "notes"),
    )
    block.close()
    return calendar


def read_calendars(catalogue: Path) -> tuple[YearCalendar, ...]:
    """Reads ``catalogue/calendars/<year>.yaml``. Errors: BadInput naming file, line and field."""
    return tuple(read_year(path) for path in sorted((catalogue / "calendars").glob("[0-9]*.yaml")))
