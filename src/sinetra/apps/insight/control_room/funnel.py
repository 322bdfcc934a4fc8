"""View 5, *Corong kasus*: how far matters have come, how long each step took, and how long open ones have waited.

Each matter stands at exactly one step, its last; the numbers of a column add up to all matters.
"""

from __future__ import annotations

from dataclasses import dataclass

from sinetra.apps.control_room.parts import AGES, STEPS, Part, Step, open_code
from sinetra.apps.insight.control_room.counts import Counts, Number


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelStep:
    """``reached``: came so far or farther. ``here``: came no farther yet. ``ages``: open ones among those, by
    ``AGES``. ``median``: days since the step before."""

    step: Step
    place: int
    reached: Number
    here: Number
    ages: tuple[Number, ...]
    median: float | None

    @property
    def waiting(self) -> int:
        return sum(age.matters for age in self.ages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    steps: tuple[FunnelStep, ...]

    @property
    def matters(self) -> int:
        return self.steps[0].reached.matters

    @property
    def persons(self) -> int:
        return self.steps[0].reached.persons


def funnel(counts: Counts) -> Funnel:
    found: list[FunnelStep] = []
    matters = persons = 0
    for place in reversed(range(len(STEPS))):
        here = counts.of(Part.STEP, STEPS[place])
        matters, persons = matters + here.matters, persons + here.persons
        found.append(
            FunnelStep(
                step=STEPS[place],
                place=place,
                reached=Number(matters=matters, persons=persons),
                here=here,
                ages=tuple(counts.of(Part.OPEN, open_code(place, age)) for age in range(len(AGES))),
                median=here.median,
            )
        )
    return Funnel(steps=tuple(reversed(found)))
