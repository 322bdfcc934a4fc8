"""The stages an act may fall in: one for a named election, every timetable of the region and day for none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sinetra.core.clock.months import shift
from sinetra.core.clock.stages import Stage, StageCode
from sinetra.core.clock.timetables import Timetables
from sinetra.core.law.facts import Facts
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
    """At least one. Errors: ``BadInput`` for an unknown election or a region that is not a region code."""
    if facts.election is not None:
        kind = kind_of(timetables, facts.election)
        stage = timetables.stage(facts.act_date or date.min, facts.election, facts.region)
        if facts.act_date is None:
            return (_situation(facts, None, facts.election, kind),)
        return (_situation(facts, stage, facts.election, kind),)
    found = timetables.stages(facts.act_date or date.min, facts.region)
    if facts.act_date is None:
        return (_situation(facts, None, None, None),)
    return tuple(
        _situation(facts, stage, stage.election, kind_of(timetables, stage.election) if stage.election else "none")
        for stage in found
    )


def _situation(facts: Facts, stage: Stage | None, election: str | None, kind: str | None) -> Situation:
    values = dict(facts.values)
    if kind is not None:
        values["election_kind"] = kind
    if stage is not None:
        values["stage"] = stage.code.value
        values["months_after_inauguration"] = _months(stage, facts.act_date)
    return Situation(facts=replace(facts, values=values), stage=stage, election=election, kind=kind)


def _months(stage: Stage, day: date | None) -> str:
    """UU 10/2016 art. 162(3) counts six months from the inauguration, which is the first day of this stage."""
    if stage.code is not StageCode.AFTER_INAUGURATION or stage.start is None or day is None:
        return NOT_APPLICABLE
    return "up_to_six" if day <= shift(stage.start, 6) else "more_than_six"
