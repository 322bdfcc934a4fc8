"""A hand-over between institutions: sent, received, then acknowledged or returned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sinetra.core.casework.states import ActorRole, HandOverState
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStep:
    """``from_state`` ``None``: the sending itself. ``needs_reason``: the step must say why."""

    name: str
    title: Bilingual
    from_state: HandOverState | None
    to_state: HandOverState
    actor: ActorRole
    needs_reason: bool


class HandOvers:
    def __init__(self, steps: Iterable[HandOverStep]) -> None:
        self.steps = tuple(steps)

    def legal(self, state: HandOverState | None) -> tuple[HandOverStep, ...]:
        return tuple(step for step in self.steps if step.from_state == state)

    def require(self, state: HandOverState | None, name: str) -> HandOverStep:
        """The step, or Conflict naming what is possible instead."""
        for step in self.legal(state):
            if step.name == name:
                return step
        raise Conflict(
            gettext_noop("Langkah %(step)s tidak mungkin dari keadaan %(state)s; yang mungkin: %(possible)s"),
            code="illegal_transition",
            step=name,
            state="-" if state is None else state.value,
            possible=", ".join(step.name for step in self.legal(state)) or "-",
        )
