"""The stage of an election on a date: an unbroken line of stages, so that each day has exactly one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sinetra.core.clock.confidence import Confidence


class StageCode(StrEnum):
    BEFORE_WINDOW = "before_window"
    SIX_MONTHS_BEFORE_DETERMINATION = "six_months_before_determination"
    BEFORE_DETERMINATION = "before_determination"
    AFTER_DETERMINATION = "after_determination"
    CAMPAIGN = "campaign"
    QUIET_PERIOD = "quiet_period"
    VOTING_DAY = "voting_day"
    AFTER_VOTING = "after_voting"
    AFTER_INAUGURATION = "after_inauguration"
    NO_ELECTION = "no_election"


class Coverage(StrEnum):
    """Does the timetable's election take place in the region? ``unknown`` when its list of regions is incomplete."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage. ``start`` and ``end`` are local dates, both included; ``None`` is open-ended.

    ``election`` is ``None`` only for the ``no_election`` of a region and date without any timetable.
    """

    code: StageCode
    election: str | None
    start: date | None
    end: date | None
    source: str
    confidence: Confidence
    coverage: Coverage = Coverage.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The first day of a stage, with where that day was read."""

    code: StageCode
    day: date
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class StageLine:
    """All stages of one election in one region, in order, from and to ``no_election``."""

    stages: tuple[Stage, ...]
    first_days: tuple[date, ...]

    def on(self, day: date) -> Stage:
        return self.stages[bisect_right(self.first_days, day)]


def build_line(election: str, beginnings: Iterable[Beginning]) -> StageLine:
    """Joins beginnings into a line without gap or overlap; a stage that would last no day drops out.

    ``beginnings`` are in the order of the stages; the last one is the ``no_election`` after the end, unless the
    end is not known yet. Errors: ValueError when a later stage would begin before an earlier one.
    """
    kept: list[Beginning] = []
    for item in beginnings:
        if kept and item.day < kept[-1].day:
            raise ValueError(f"{election}: {item.code} begins {item.day}, before {kept[-1].code} ({kept[-1].day})")
        if kept and item.day == kept[-1].day:
            kept.pop()
        kept.append(item)
    day = timedelta(days=1)
    first = kept[0]
    stages = [
        Stage(
            code=StageCode.NO_ELECTION,
            election=election,
            start=None,
            end=first.day - day,
            source=first.source,
            confidence=first.confidence,
        )
    ]
    for item, following in zip(kept, [*kept[1:], None], strict=True):
        end = following.day - day if following else None
        stages.append(
            Stage(
                code=item.code,
                election=election,
                start=item.day,
                end=end,
                source=item.source,
                confidence=item.confidence,
            )
        )
    return StageLine(tuple(stages), tuple(item.day for item in kept))
