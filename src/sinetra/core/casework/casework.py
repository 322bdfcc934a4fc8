"""All of casework from one catalogue: transitions, requirements, hand-overs, routes, the ladder of follow-up, forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sinetra.core.casework.forms import Forms, load_forms
from sinetra.core.casework.ladder import Rung
from sinetra.core.casework.requirements import Requirements, load_requirements
from sinetra.core.casework.routes import Route, RouteFacts, Routes
from sinetra.core.casework.states import ActorRole, HandOverState, Product, Regime, State
from sinetra.core.casework.steps import Step, Steps
from sinetra.core.casework.tracks import TrackState
from sinetra.core.casework.transitions import Machine, Transition
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.clock.block import Block
from sinetra.core.clock.deadline_rules import load_rules
from sinetra.core.law.words import BodyCode, SubjectStatus, Track

_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Casework:
    machine: Machine
    hand_overs: Steps[HandOverState]
    tracks: Steps[TrackState]
    routes: Routes
    ladder: tuple[Rung, ...]
    forms: Forms
    requirements: Requirements

    def legal_transitions(self, state: State | None, regime: Regime) -> tuple[Transition, ...]:
        return self.machine.legal_transitions(state, regime)

    def require(self, state: State | None, name: str, regime: Regime) -> Transition:
        """Errors: Conflict naming the steps that are possible."""
        return self.machine.require(state, name, regime)

    def route(self, facts: RouteFacts) -> Route:
        """Errors: BadInput when no route is known."""
        return self.routes.route(facts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Ids of other catalogue files that casework may name."""

    forms: tuple[str, ...]
    deadlines: tuple[str, ...]

    def form(self, block: Block) -> str | None:
        found = block.optional_text("form")
        if found is not None and found not in self.forms:
            raise block.wrong("form", self.forms)
        return found

    def deadline(self, block: Block, field: str = "deadline") -> str | None:
        found = block.optional_text(field)
        if found is not None and found not in self.deadlines:
            raise block.wrong(field, self.deadlines)
        return found


def _all_of(block: Block, field: str, kind: type[_E]) -> tuple[_E, ...]:
    values = block.texts(field)
    accepted = tuple(item.value for item in kind)
    if any(value not in accepted for value in values):
        raise block.wrong(field, accepted)
    return tuple(kind(value) for value in values)


def _one_of(block: Block, field: str, kind: type[_E]) -> _E:
    return kind(block.one_of(field, tuple(item.value for item in kind)))


def _transitions(block: Block, known: _Known) -> Iterator[Transition]:
    name, title = block.text("name"), Bilingual.take(block, "title")
    registered = block.optional_flag("registered")
    starts: tuple[State | None, ...] = _all_of(block, "from", State) or (None,)
    to_state, actors, note = (
        _one_of(block, "to", State),
        _all_of(block, "actors", ActorRole),
        Bilingual.maybe(block, "note"),
    )
    for regime in Regime:
        inner = block.optional_block(regime.value)
        if inner is None:
            continue
        form, deadline = known.form(inner), known.deadline(inner)
        source, confidence = inner.text("source"), inner.confidence()
        inner.close()
        for start in starts:
            yield Transition(
                name=name,
                title=title,
                regime=regime,
                from_state=start,
                to_state=to_state,
                actors=actors,
                form=form,
                deadline=deadline,
                source=source,
                confidence=confidence,
                note=note,
                registered=registered,
            )
    block.close()


def _step(block: Block, states: type[_E]) -> Step[_E]:
    start = block.optional_text("from")
    if start is not None and start not in tuple(states):
        raise block.wrong("from", tuple(item.value for item in states))
    found = Step(
        name=block.text("name"),
        title=Bilingual.take(block, "title"),
        from_state=None if start is None else states(start),
        to_state=_one_of(block, "to", states),
        actor=_one_of(block, "actor", ActorRole),
        needs_reason=block.flag("needs_reason"),
    )
    block.close()
    return found


def _route(block: Block, known: _Known) -> Route:
    found = Route(
        id=block.text("id"),
        tracks=_all_of(block, "tracks", Track),
        subjects=_all_of(block, "subjects", SubjectStatus),
        regimes=_all_of(block, "regimes", Regime) or tuple(Regime),
        valid_from=block.optional_day("valid_from"),
        valid_to=block.optional_day("valid_to"),
        receives=_one_of(block, "receives", BodyCode),
        decides=_one_of(block, "decides", BodyCode),
        product=_one_of(block, "product", Product),
        deadline=known.deadline(block),
        follow_up=known.deadline(block, "follow_up"),
        source=block.text("source"),
        confidence=block.confidence(),
    )
    block.close()
    return found


def _rungs(block: Block, known: _Known) -> Iterator[Rung]:
    taken: list[str] = []
    for inner in block.blocks("ladder"):
        rung = Rung(
            name=inner.text("name"),
            title=Bilingual.take(inner, "title"),
            after=inner.optional_text("after"),
            actor=_one_of(inner, "actor", BodyCode),
            deadline=known.deadline(inner),
            source=inner.text("source"),
            confidence=inner.confidence(),
        )
        if rung.after is not None and rung.after not in taken:
            raise inner.wrong("after", tuple(taken))
        taken.append(rung.name)
        inner.close()
        yield rung


def _names(block: Block) -> dict[State, Bilingual]:
    inner = block.block("states")
    names = {state: Bilingual.take(inner, state.value) for state in State}
    inner.close()
    return names


def load_casework(catalogue: Path) -> Casework:
    """Reads ``catalogue/casework.yaml`` with forms, requirements and deadline rules. Errors: BadInput naming file,
    line and field."""
    forms = load_forms(catalogue)
    known = _Known(forms=forms.ids, deadlines=load_rules(catalogue).ids)
    block = Block.read(catalogue / "casework.yaml")
    machine = Machine(
        (item for inner in block.blocks("transitions") for item in _transitions(inner, known)), _names(block)
    )
    casework = Casework(
        machine=machine,
        hand_overs=Steps(_step(inner, HandOverState) for inner in block.blocks("hand_over")),
        tracks=Steps(_step(inner, TrackState) for inner in block.blocks("track")),
        routes=Routes(_route(inner, known) for inner in block.blocks("routes")),
        ladder=tuple(_rungs(block, known)),
        forms=forms,
        requirements=load_requirements(catalogue),
    )
    block.close()
    return casework
