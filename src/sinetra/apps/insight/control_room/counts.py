"""The kept figures that an actor may read, in one query; nothing is counted here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.control_room.models import RoomCell, RoomState
from sinetra.apps.control_room.parts import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Matters and persons are two counts. ``median`` in days; None where none was taken, or several places are one."""

    matters: int = 0
    persons: int = 0
    median: float | None = None


NOTHING = Number()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """``day``: the legal date that ages are of. ``whole``: of the whole office, not of some regions."""

    day: date
    computed_at: datetime
    whole: bool
    parts: Mapping[Part, Mapping[str, Number]]

    def of(self, part: Part, code: str) -> Number:
        return self.parts.get(part, {}).get(code, NOTHING)


def counts(actor: Actor) -> Counts | None:
    """None: the office was never counted. Errors: ``Forbidden``."""
    require(actor, "matter.read")
    state = visible(actor, RoomState).filter(pk=actor.office).first()
    if state is None:
        return None
    parts: dict[Part, dict[str, Number]] = {}
    rows = visible(actor, RoomCell).order_by("scope", "part", "code")
    for part, code, matters, persons, median in rows.values_list("part", "code", "matters", "persons", "median"):
        known = parts.setdefault(Part(part), {})
        before = known.get(code)
        known[code] = Number(
            matters=matters + (before.matters if before else 0),
            persons=persons + (before.persons if before else 0),
            # Medians of two places do not add up to one of both.
            median=None if before else median,
        )
    return Counts(day=state.day, computed_at=state.computed_at, whole=not actor.regions, parts=parts)
