"""The rules on replacing officials as the catalogue has them; read by :mod:`sinetra.core.transfers.reading`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.timetables import Timetables
from sinetra.core.law.instruments import Instrument
from sinetra.core.law.model import Period
from sinetra.core.law.words import Position
from sinetra.core.transfers.words import Ground, OfficialKind, TransferAction, WindowId


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCitation:
    """``kinds``: the heads whom the article is about; empty for all."""

    instrument: str
    article: str
    confidence: Confidence
    period: Period
    kinds: frozenset[OfficialKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeReading:
    """``moves``: by how many days this reading moves the edge. ``followed``: the one that decides."""

    id: str
    moves: int
    followed: bool
    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A contested edge of a window. ``at_start``: its first day, else its last."""

    at_start: bool
    readings: tuple[EdgeReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingReading:
    """``binds``: does the window reach the case in this reading? Without one that is followed it stays open.

    ``kinds``: the heads whom the question is about; empty for all.
    """

    id: str
    kinds: frozenset[OfficialKind]
    binds: bool
    followed: bool
    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTimetable:
    """Words for a window that a timetable since replaced would have opened on another day."""

    text: Bilingual
    current: Bilingual
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    id: WindowId
    name: Bilingual
    rules: tuple[str, ...]
    binds: frozenset[OfficialKind]
    citations: tuple[TransferCitation, ...]
    edges: tuple[Edge, ...]
    readings: tuple[BindingReading, ...]
    own_head: tuple[BindingReading, ...]
    earlier_timetable: EarlierTimetable | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferException:
    """``positions``: posts that it is about whatever the ground. ``actions`` and ``posts``: those in which its ground
    counts; empty for all. Without ``citations`` it is told, and never followed.
    """

    id: str
    grounds: frozenset[Ground]
    actions: frozenset[TransferAction]
    posts: frozenset[Position]
    positions: frozenset[Position]
    windows: frozenset[WindowId]
    period: Period
    text: Bilingual
    confidence: Confidence
    citations: tuple[TransferCitation, ...]

    def fits(self, action: TransferAction, position: Position) -> bool:
        """Would a ground of it count there?"""
        return (not self.actions or action in self.actions) and (not self.posts or position in self.posts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    covered: frozenset[Position]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReadings:
    """Is this action a replacement at all, in these windows?"""

    windows: frozenset[WindowId]
    readings: tuple[BindingReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceStep:
    """``first`` must not be later than ``then``. ``decides``: what an allowed transfer becomes when it is.

    ``period``: of the inaugurations that it is about.
    """

    id: str
    first: str
    then: str
    decides: str
    period: Period
    text: Bilingual
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TransferRules:
    """All that a check needs. ``band_days``: how near a contested edge a day must be to be shown with its readings.

    ``samples``: one post of each sort that the rules tell apart.
    """

    band_days: int
    windows: Mapping[WindowId, Window]
    posts: Posts
    samples: tuple[Position, ...]
    actions: Mapping[TransferAction, ActionReadings]
    exceptions: tuple[TransferException, ...]
    sequence: tuple[SequenceStep, ...]
    phrases: Mapping[str, Bilingual]
    instruments: Mapping[str, Instrument]
    timetables: Timetables
