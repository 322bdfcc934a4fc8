"""The days of the two windows that an election opens, in one region: D less six months, inauguration plus six.

The window of art. 71(2) ends with the term of the head, which ends when the successor is inaugurated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from sinetra.core.clock.confidence import Confidence, weakest
from sinetra.core.clock.stages import Coverage, Stage, StageCode, StageLine
from sinetra.core.clock.timetables import Timetable, Timetables
from sinetra.core.law.situations import contexts, kind_of
from sinetra.core.transfers.rules import Edge, EdgeReading
from sinetra.core.transfers.words import WindowId

_DAY = timedelta(days=1)
_WINDOW = (
    StageCode.SIX_MONTHS_BEFORE_DETERMINATION,
    StageCode.BEFORE_DETERMINATION,
    StageCode.AFTER_DETERMINATION,
    StageCode.CAMPAIGN,
    StageCode.QUIET_PERIOD,
    StageCode.VOTING_DAY,
    StageCode.AFTER_VOTING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """``last`` None: not known yet; then a day after ``sure_until`` may be inside."""

    first: date
    sure_until: date
    last: date | None

    def inside(self, day: date, *, first_moves: int = 0, last_moves: int = 0) -> bool | None:
        """None when it cannot be known. The edges may be moved by some days."""
        if day < self.first + first_moves * _DAY:
            return False
        if self.last is None:
            return True if day <= self.sure_until else None
        return day <= self.last + last_moves * _DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Where a timetable that was replaced would have opened the window."""

    first: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One window of one election. ``bounds``: of the region; when that is unknown the general ones, then those of each
    region with an inauguration of its own, in the same order in every span. ``own_head``: False when the head of this
    region is surely not elected in it.
    """

    window: WindowId
    election: str
    bounds: tuple[Bounds, ...]
    coverage: Coverage
    own_head: bool
    earlier: Earlier | None
    source: str
    confidence: Confidence

    def inside(self, day: date | None, *, first_moves: int = 0, last_moves: int = 0) -> bool | None:
        """None when it cannot be known, or when it is not the same in every region that may be meant."""
        found = set(self.insides(day, first_moves=first_moves, last_moves=last_moves))
        return found.pop() if len(found) == 1 else None

    def insides(self, day: date | None, *, first_moves: int = 0, last_moves: int = 0) -> tuple[bool | None, ...]:
        """One answer for each of ``bounds``."""
        if day is None:
            return (None,) * len(self.bounds)
        found = [item.inside(day, first_moves=first_moves, last_moves=last_moves) for item in self.bounds]
        unsure = self.coverage is Coverage.UNKNOWN
        return tuple(None if answer and unsure else answer for answer in found)

    def moved(self, day: date | None, edge: Edge, reading: EdgeReading) -> bool | None:
        """Is the day inside when a reading moves an edge?"""
        first, last = (reading.moves, 0) if edge.at_start else (0, reading.moves)
        return self.inside(day, first_moves=first, last_moves=last)

    def distance(self, day: date) -> int:
        """Days between the window and ``day``."""
        bounds = self.bounds[0]
        if day < bounds.first:
            return (bounds.first - day).days
        return max(0, (day - bounds.last).days) if bounds.last is not None else 0


@lru_cache(maxsize=8192)
def spans(timetables: Timetables, election: str | None, region: str | None) -> tuple[Span, ...]:
    """Of the named election, or of every local election that may be held in the region.

    Errors: ``BadInput`` for an unknown election, or one that is not held in the region.
    """
    if election is not None:
        contexts(timetables, election, region, None)
        named = timetables.get(election)
        return tuple(_spans(timetables, named, region, _coverage(named, region, named=True)))
    found: dict[tuple[object, ...], Span] = {}
    for item in timetables:
        coverage = _coverage(item, region, named=False)
        if coverage is not Coverage.NO:
            for span in _spans(timetables, item, region, coverage):
                found.setdefault((span.window, span.bounds), span)
    return tuple(found.values())


def _coverage(item: Timetable, region: str | None, *, named: bool) -> Coverage:
    if region is not None:
        return item.regions.coverage(region)
    # Who names a local election means a place where it is held.
    return Coverage.YES if named or item.regions.nationwide else Coverage.UNKNOWN


def _spans(timetables: Timetables, item: Timetable, region: str | None, coverage: Coverage) -> Iterator[Span]:
    if kind_of(timetables, item.id) != "pilkada":
        return
    meant = (region,) if region is not None else (None, *_own_inaugurations(timetables))
    lines = [item.line(one) for one in meant]
    own = region is None or _own_head(item, region)
    before = [_before(timetables, item, one, line) for one, line in zip(meant, lines, strict=True)]
    yield _span(item, WindowId.BEFORE_DETERMINATION, before, coverage, own_head=own)
    if own:
        yield _span(item, WindowId.AFTER_INAUGURATION, [_after(line) for line in lines], coverage, own_head=own)


def _own_inaugurations(timetables: Timetables) -> tuple[str, ...]:
    return tuple(sorted({region for item in timetables for region in item.lines if region}))


def _own_head(item: Timetable, region: str) -> bool:
    places = item.regions
    elected = places.elects_governor(region) if len(region) == len("63") else places.elects_regent(region)
    return elected is not Coverage.NO


def _span(
    item: Timetable, window: WindowId, found: list[tuple[Bounds, list[Stage]]], coverage: Coverage, *, own_head: bool
) -> Span:
    stages = [stage for _, own in found for stage in own]
    return Span(
        window=window,
        election=item.id,
        bounds=tuple(bounds for bounds, _ in found),
        coverage=coverage,
        own_head=own_head,
        earlier=_earlier(item) if window is WindowId.BEFORE_DETERMINATION else None,
        source="; ".join(dict.fromkeys(stage.source for stage in stages)),
        confidence=weakest(item.regions.confidence, *(stage.confidence for stage in stages)),
    )


def _stage(line: StageLine, *codes: StageCode) -> Stage | None:
    return next((stage for stage in line.stages if stage.code in codes), None)


def _start(stage: Stage) -> date:
    # Only the first stage of a line, "no election", has no first day.
    return stage.start or date.min


def _before(timetables: Timetables, item: Timetable, region: str | None, line: StageLine) -> tuple[Bounds, list[Stage]]:
    opening = line
    while not item.has_window and item.parent is not None:
        # A re-vote keeps the candidates, and so the window, of the election that it completes.
        item = timetables.get(item.parent)
        opening = item.line(region)
    first = _stage(opening, *_WINDOW) or line.stages[-1]
    voted = _stage(line, StageCode.AFTER_VOTING) or line.stages[-1]
    inaugurated = _stage(line, StageCode.AFTER_INAUGURATION)
    last = None if inaugurated is None else _start(inaugurated) - _DAY
    bounds = Bounds(first=_start(first), sure_until=last or _start(voted) - _DAY, last=last)
    return bounds, [first] if inaugurated is None else [first, inaugurated]


def _after(line: StageLine) -> tuple[Bounds, list[Stage]]:
    inaugurated = _stage(line, StageCode.AFTER_INAUGURATION)
    if inaugurated is None or inaugurated.end is None:
        voted = _stage(line, StageCode.AFTER_VOTING) or line.stages[-1]
        return Bounds(first=_start(voted), sure_until=date.min, last=None), [voted]
    return Bounds(first=_start(inaugurated), sure_until=inaugurated.end, last=inaugurated.end), [inaugurated]


def _earlier(item: Timetable) -> Earlier | None:
    for stone in item.milestones:
        if stone.superseded and stone.key == "mutation_ban" and stone.start is not None:
            return Earlier(first=stone.start, source=stone.source)
    return None
