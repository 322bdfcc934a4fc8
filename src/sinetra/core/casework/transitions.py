"""Which steps are legal from a state, who takes them, on which form, by which deadline, on what authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sinetra.core.casework.states import ActorRole, Regime, State
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One legal step in one regime. ``from_state`` ``None`` opens a matter.

    ``form`` and ``deadline`` are ids of the catalogue; ``deadline`` says by when the step must be taken.
    ``registered``: only for a matter that was registered (True), or that never was (False).
    """

    name: str
    title: Bilingual
    regime: Regime
    from_state: State | None
    to_state: State
    actors: tuple[ActorRole, ...]
    form: str | None
    deadline: str | None
    source: str
    confidence: Confidence
    note: Bilingual | None = None
    registered: bool | None = None

    def is_for(self, *, registered: bool) -> bool:
        return self.registered is None or self.registered is registered


class Machine:
    """All transitions of both regimes."""

    def __init__(self, transitions: Iterable[Transition], names: Mapping[State, Bilingual]) -> None:
        self._all = tuple(transitions)
        self.names = dict(names)
        self._legal: dict[tuple[State | None, Regime], tuple[Transition, ...]] = {}
        for item in self._all:
            key = (item.from_state, item.regime)
            self._legal[key] = (*self._legal.get(key, ()), item)

    def __iter__(self) -> Iterator[Transition]:
        return iter(self._all)

    def legal_transitions(self, state: State | None, regime: Regime) -> tuple[Transition, ...]:
        """What can be done next, in the order of the catalogue; ``None``: how a matter is opened."""
        return self._legal.get((state, regime), ())

    def require(self, state: State | None, name: str, regime: Regime) -> Transition:
        """The transition, or Conflict naming what is possible instead."""
        legal = self.legal_transitions(state, regime)
        for item in legal:
            if item.name == name:
                return item
        raise Conflict(
            gettext_noop("Langkah %(step)s tidak mungkin dari keadaan %(state)s; yang mungkin: %(possible)s"),
            code="illegal_transition",
            step=name,
            state="-" if state is None else state.value,
            possible=", ".join(item.name for item in legal) or "-",
        )

    def reachable(self, regime: Regime) -> frozenset[State]:
        """Every state a matter can come to."""
        found: set[State] = set()
        waiting: list[State | None] = [None]
        while waiting:
            for item in self.legal_transitions(waiting.pop(), regime):
                if item.to_state not in found:
                    found.add(item.to_state)
                    waiting.append(item.to_state)
        return frozenset(found)
