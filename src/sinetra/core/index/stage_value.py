"""The indicator ``stage`` of a region on a day, from the timetables of elections."""

from __future__ import annotations

from datetime import date

from sinetra.core.clock.timetables import Timetables
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Value


def stage_value(timetables: Timetables, region: str, day: date, configuration: Configuration) -> Value:
    """The heaviest of the stages that run there; 0 when no election does. A timetable that may or may not reach the
    region counts and is ``perlu-cek``. Errors: ``BadInput`` for what is no region code."""
    running = timetables.stages(day, region)
    stage = max(running, key=lambda item: (configuration.stages[item.code], item.election or ""))
    return Value(
        amount=configuration.stages[stage.code],
        source=f"{stage.election or 'timetables'} {stage.code}: {stage.source}",
        as_of=day,
        confidence=stage.confidence,
    )
