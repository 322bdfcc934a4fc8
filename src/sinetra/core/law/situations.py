"""The stages an act may fall in: one for a named election, every timetable of the region and day for none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sinetra.core.clock.months import shift
from sinetra.core.clock.stages import Coverage, Stage, StageCode
from sinetra.core.clock.timetables import Timetables
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.facts import Facts, Moment
from sinetra.core.law.vocabulary import NOT_APPLICABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """The facts with what follows from one timetable. ``stage`` is None when the day of the act is unknown."""

    facts: Facts
    stage: Stage | None
    election: str | None
    kind: str | None


def kind_of(timetables: Timetables, election: str) -> str:
    """The kind whose law governs: a re-vote or repeated election follows the election it completes."""
    item = timetables.get(election)
    while item.kind in {"psu", "pilkada_ulang"} and item.parent is not None:
        item = timetables.get(item.parent)
    return "pilkada" if item.kind in {"psu", "pilkada_ulang"} else item.kind


def situations(facts: Facts, timetables: Timetables) -> tuple[Situation, ...]:
    """At least one. Errors: ``BadInput`` for an unknown election, a region that is not a region code, or a named
    election that is not held in the region.
    """
    return tuple(
        Situation(
            facts=replace(facts, values={**facts.values, **item.values}, moments=item.moments),
            stage=item.stage,
            election=item.election,
            kind=item.kind,
        )
        for item in contexts(timetables, facts.election, facts.region, facts.act_date)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One timetable on one day: what follows from it, as the fields that norms ask for; ``moments``: see ``Facts``."""

    stage: Stage | None
    election: str | None
    kind: str | None
    values: Mapping[str, str]
    moments: tuple[Moment, ...] = ()


@lru_cache(maxsize=8192)
def contexts(timetables: Timetables, election: str | None, region: str | None, day: date | None) -> tuple[Context, ...]:
    """The named election, or every timetable that runs in the region on the day. Errors: see :func:`situations`."""
    if election is None:
        found = timetables.stages(day or date.min, region)
        if day is None:
            return (_context(timetables, None, None, None),)
        return tuple(_context(timetables, item.election, item, day) for item in found)
    stage = _stage(timetables, election, region, day or date.min)
    if day is not None:
        return (_context(timetables, election, stage, day),)
    undated = _context(timetables, election, None, None)
    return (replace(undated, moments=_moments(timetables, election, region)),)


def _moments(timetables: Timetables, election: str, region: str | None) -> tuple[Moment, ...]:
    """The first day of each stage, and the day on which the six months after the inauguration are over."""
    line = timetables.get(election).line(region)
    days = {date.min, *line.first_days}
    for stage in line.stages:
        if stage.code is StageCode.AFTER_INAUGURATION and stage.start is not None:
            days.add(shift(stage.start, 6) + timedelta(days=1))
    return tuple(Moment(day, line.on(day).code.value, _months(line.on(day), day)) for day in sorted(days))


def _stage(timetables: Timetables, election: str, region: str | None, day: date) -> Stage:
    stage = timetables.stage(day, election, region)
    if stage.coverage is not Coverage.NO:
        return stage
    if region is None:
        # Who names a local election means a place where it is held.
        return timetables.get(election).line(None).on(day)
    raise BadInput(
        gettext_noop("Isian %(field)s: di wilayah %(value)s tidak ada %(election)s; yang ada di sana: %(accepted)s"),
        field="region",
        accepted=[item.id for item in timetables if item.regions.coverage(region) is not Coverage.NO],
        value=region,
        election=election,
    )


def _context(timetables: Timetables, election: str | None, stage: Stage | None, day: date | None) -> Context:
    kind = None
    if election is not None:
        kind = kind_of(timetables, election)
    elif stage is not None:
        kind = "none"
    values = {} if kind is None else {"election_kind": kind}
    if stage is not None:
        values["stage"] = stage.code.value
        values["months_after_inauguration"] = _months(stage, day)
    return Context(stage=stage, election=election, kind=kind, values=values)


def _months(stage: Stage, day: date | None) -> str:
    """UU 10/2016 art. 162(3) counts six months from the inauguration, which is the first day of this stage."""
    if stage.code is not StageCode.AFTER_INAUGURATION or stage.start is None or day is None:
        return NOT_APPLICABLE
    return "up_to_six" if day <= shift(stage.start, 6) else "more_than_six"
