"""What a receiving institution does with what was handed to it: stages from summons to recording, each with an owner.

The order of steps is that of PP 94/2021 arts. 26 to 39 and PP 79/2021; a person decides at each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import Conflict, gettext_noop


class Stage(StrEnum):
    """Where the examination of one person stands. Values are stored: rename nothing."""

    PREPARED = "prepared"
    SUMMONED = "summoned"
    ABSENT = "absent"
    SUMMONED_AGAIN = "summoned_again"
    EXAMINED = "examined"
    DECIDED = "decided"
    DELIVERED = "delivered"
    CONTESTED = "contested"
    EXECUTED = "executed"
    RECORDED = "recorded"
    CLEARED = "cleared"
    ANNULLED = "annulled"
    PASSED_ON = "passed_on"


#: Nothing more is done with the person here; the sender is to be answered.
ENDS = frozenset({Stage.RECORDED, Stage.CLEARED, Stage.ANNULLED, Stage.PASSED_ON})

#: While the team can still be formed: it must stand before the person is heard.
FORMING = frozenset({Stage.PREPARED, Stage.SUMMONED, Stage.ABSENT, Stage.SUMMONED_AGAIN})


class Owner(StrEnum):
    """Who takes a step. ``examiner``: the direct superior, or the team where there is one."""

    PERSONNEL_OFFICE = "personnel_office"
    DIRECT_SUPERIOR = "direct_superior"
    EXAMINER = "examiner"
    COMPETENT_OFFICIAL = "competent_official"
    PERSON = "person"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """``from_stages`` empty opens an examination. ``side``: it may be taken, but is not what comes next. ``done``: its
    line in the timeline. ``starts`` and ``stops`` are ids of deadline rules."""

    name: str
    title: Bilingual
    done: Bilingual
    from_stages: tuple[Stage, ...]
    to_stage: Stage
    owner: Owner
    side: bool
    starts: tuple[str, ...]
    stops: tuple[str, ...]
    source: str
    confidence: Confidence
    note: Bilingual | None


class Course:
    """All steps. Each stage that is no end has exactly one step that comes next."""

    def __init__(self, steps: Iterable[Step], names: Mapping[Stage, Bilingual]) -> None:
        self.steps = {step.name: step for step in steps}
        self.names = dict(names)

    def legal(self, stage: Stage | None) -> tuple[Step, ...]:
        """What can be done from here, in the order of the catalogue; ``None``: before the examination."""
        return tuple(
            step
            for step in self.steps.values()
            if stage in step.from_stages or (stage is None and not step.from_stages)
        )

    def next(self, stage: Stage | None) -> Step | None:
        """What comes next; None at an end."""
        return next((step for step in self.legal(stage) if not step.side), None)

    def require(self, stage: Stage | None, name: str) -> Step:
        """The step. Errors: ``Conflict`` naming what is possible instead."""
        legal = self.legal(stage)
        found = next((step for step in legal if step.name == name), None)
        if found is None:
            raise Conflict(
                gettext_noop("Langkah %(step)s tidak mungkin dari keadaan %(state)s; yang mungkin: %(possible)s"),
                code="illegal_transition",
                step=name,
                state="-" if stage is None else stage.value,
                possible=", ".join(step.name for step in legal) or "-",
            )
        return found
