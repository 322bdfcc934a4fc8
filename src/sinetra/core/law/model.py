"""Norms as they are written in the catalogue: versions, conditions, exceptions, citations, sanctions, routes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode, NormKind, SanctionClass, SubjectStatus, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """First and last day, both included; None is open."""

    start: date | None
    end: date | None

    @property
    def text(self) -> str:
        if self.end is None:
            return f"act_date >= {self.start}"
        return f"act_date <= {self.end}" if self.start is None else f"{self.start} <= act_date <= {self.end}"

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


ALWAYS = Period(start=None, end=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The field has one of the values (a list: at least one of them). ``text`` is how it is shown."""

    field: str
    values: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An article. ``period``: days of the act on which it is the one to cite; ``statuses``: for whom (empty: all)."""

    instrument: str
    article: str
    confidence: Confidence
    period: Period
    statuses: frozenset[SubjectStatus]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A named exception to a norm, or to another exception."""

    id: str
    title: Bilingual
    when: tuple[Condition, ...]
    period: Period
    citations: tuple[Citation, ...]
    unless: tuple[Exemption, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """One class of sanction for some subjects. Prison in months, fines in rupiah, [least, most]."""

    sanction_class: SanctionClass
    options: tuple[Bilingual, ...]
    statuses: frozenset[SubjectStatus]
    prison_months: tuple[int, int] | None
    fine_idr: tuple[int, int] | None
    note: Bilingual | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Who receives, passes on and decides, by the day on which the matter is handled."""

    receives: BodyCode
    forwards_to: BodyCode
    decides: BodyCode
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a norm; ``period`` is the days of the act it governs."""

    period: Period
    source_event: str
    when: tuple[Condition, ...]
    unless: tuple[Exemption, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    id: str
    kind: NormKind
    track: Track
    title: Bilingual
    confidence: Confidence
    versions: tuple[Version, ...]
    citations: tuple[Citation, ...]
    group: str | None
    displaces: tuple[str, ...]
    #: heaviest first
    sanctions: tuple[Sanction, ...]
    routes: tuple[Route, ...]
    clocks: Mapping[str, tuple[str, ...]]
    note: Bilingual | None
    path: Path
    line: int

    def version_on(self, day: date) -> Version | None:
        """The wording in force on ``day``."""
        return next((item for item in self.versions if item.period.holds(day)), None)

    def route_on(self, day: date) -> Route | None:
        """Who receives and decides on ``day``."""
        return next((item for item in self.routes if item.period.holds(day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the law, and who reads it so."""

    text: Bilingual
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A point on which sources differ. Shown when its condition may hold and, if named, one of its rules is found.

    ``contested``: the prohibitions that one of the readings denies; alone they give no clear answer.
    ``handled``: the period is about the day on which the matter is handled, not about that of the act.
    """

    id: str
    topic: Bilingual
    when: tuple[Condition, ...]
    period: Period
    rules: tuple[str, ...]
    contested: tuple[str, ...]
    handled: bool
    readings: tuple[Reading, ...]
    confidence: Confidence
    path: Path
    line: int

    @property
    def unless(self) -> tuple[Exemption, ...]:
        """A dispute is compiled like a norm; it has no exceptions."""
        return ()

    def concerns(self, norm: Norm) -> bool:
        """It names the norm; or it names none and is about an act and facts that the norm asks for."""
        if self.rules:
            return norm.id in self.rules
        return any(self._shares(version) for version in norm.versions)

    def _shares(self, version: Version) -> bool:
        asked = {item.field: item.values for item in version.when}
        same_act = any(item.field == "act.code" for item in self.when)
        return same_act and all(item.values & asked.get(item.field, frozenset()) for item in self.when)
