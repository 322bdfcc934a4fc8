"""Small machines beside that of the matter, as the catalogue writes them: a hand-over, a track."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from sinetra.core.casework.states import ActorRole
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.errors import Conflict, gettext_noop

S = TypeVar("S", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[S]):
    """``from_state`` ``None``: the beginning itself. ``needs_reason``: the step must say why."""

    name: str
    title: Bilingual
    from_state: S | None
    to_state: S
    actor: ActorRole
    needs_reason: bool


class Steps(Generic[S]):
    def __init__(self, steps: Iterable[Step[S]]) -> None:
        self.steps = tuple(steps)

    def legal(self, state: S | None) -> tuple[Step[S], ...]:
        return tuple(step for step in self.steps if step.from_state == state)

    def require(self, state: S | None, name: str) -> Step[S]:
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
