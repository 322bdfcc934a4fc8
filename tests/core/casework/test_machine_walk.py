"""The machine is walked for 10,000 steps: no illegal state, always a way on, deadlines that move forward and repeat."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.states import Regime, State
from sinetra.core.casework.transitions import Transition
from sinetra.core.clock import load_clock

CATALOGUE = Path(sinetra.catalogue.__file__).parent
CASEWORK, CLOCK = load_casework(CATALOGUE), load_clock(CATALOGUE)
STEPS = 10_000
BEGIN = {Regime.PILKADA: date(2024, 9, 25), Regime.PEMILU: date(2023, 11, 28)}
REGISTERED = frozenset({State.REGISTERED, State.CLARIFICATION, State.STUDY, State.PLENARY, State.STOPPED})


def steps(seed: int, regime: Regime, number: int) -> list[list[tuple[Transition, date]]]:
    """Matters one after the other, each until its end, of ``number`` steps together."""
    dice, matters, taken = random.Random(seed), [], 0
    while taken < number:
        state: State | None = None
        day = BEGIN[regime] + timedelta(days=dice.randrange(60))
        walked: list[tuple[Transition, date]] = []
        registered = False
        while taken < number and (legal := CASEWORK.legal_transitions(state, regime)):
            step = dice.choice([item for item in legal if item.is_for(registered=registered)])
            registered = registered or step.to_state is State.REGISTERED
            walked.append((step, day))
            state, day, taken = step.to_state, day + timedelta(days=dice.choice((0, 0, 1, 2))), taken + 1
        matters.append(walked)
    return matters


@pytest.mark.parametrize("regime", list(Regime))
def test_ten_thousand_steps_meet_no_illegal_state_and_every_state(regime: Regime) -> None:
    met: Counter[State] = Counter()
    for walked in steps(7, regime, STEPS // 2):
        state: State | None = None
        for step, _day in walked:
            assert step.from_state is state
            assert step.actors, "every step has somebody who takes it"
            state = step.to_state
            met[state] += 1
            assert CASEWORK.legal_transitions(state, regime) or state is State.CLOSED
    assert set(met) == set(State), "a walk that misses states would prove nothing of them"
    assert sum(met.values()) == STEPS // 2


@pytest.mark.parametrize("regime", list(Regime))
def test_nothing_is_registered_but_what_is_complete_or_a_finding(regime: Regime) -> None:
    for walked in steps(11, regime, STEPS // 2):
        before: list[State] = []
        for step, _day in walked:
            if step.to_state is State.REGISTERED:
                assert before[-1] in (State.COMPLETE, State.FINDING)
            if step.to_state in REGISTERED - {State.REGISTERED}:
                assert State.REGISTERED in before
            if step.name == "close" and State.FORWARDED in before:
                sent = max(place for place, state in enumerate(before) if state is State.FORWARDED)
                answered = {State.ACKNOWLEDGED, State.RETURNED} & set(before[sent:])
                assert answered, "what was sent is closed only when it was answered"
            before.append(step.to_state)


def test_deadlines_of_the_steps_never_lie_before_their_start_and_repeat() -> None:
    counted = 0
    for regime in Regime:
        place = {"region": "99.71", "election": f"{regime.value}_2024"}
        for walked in steps(13, regime, 600):
            for step, day in walked:
                if step.deadline is None:
                    continue
                first = CLOCK.deadline(step.deadline, day, **place)
                later = CLOCK.deadline(step.deadline, day + timedelta(days=1), **place)
                assert day <= first.due <= later.due, "a later start is never due earlier"
                assert CLOCK.deadline(step.deadline, day, **place) == first
                counted += 1
    assert counted > 300
