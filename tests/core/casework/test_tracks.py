"""What parallel tracks make of their matter together, whatever happens on them in whatever order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.states import Regime, State
from sinetra.core.casework.steps import Step
from sinetra.core.casework.tracks import BY_TRACKS, TrackOutcome, TrackState, matter_state
from sinetra.core.errors import Conflict

CASEWORK = load_casework(Path(sinetra.catalogue.__file__).parent)
NEXT_STEP = {
    State.PLENARY: "forward",
    State.RETURNED: "forward_again",
    State.FORWARDED: "acknowledge",
    State.ACKNOWLEDGED: "close",
}
Standing = tuple[TrackState, TrackOutcome | None]


def after(step: Step[TrackState], dice: TrackOutcome) -> Standing:
    if step.to_state is not TrackState.ENDED:
        return step.to_state, None
    return TrackState.ENDED, TrackOutcome.TAKEN_BACK if step.name == "give_up" else dice


def reachable(start: State, goal: State, regime: Regime) -> bool:
    reached = {start}
    for _ in range(4):
        reached |= {
            step.to_state
            for state in reached
            for step in CASEWORK.legal_transitions(state, regime)
            if step.is_for(registered=True) and step.to_state in BY_TRACKS
        }
    return goal in reached


@given(number=st.integers(1, 4), moves=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 9)), max_size=40))
def test_any_order_of_steps_on_up_to_four_tracks_leads_the_matter_along_its_machine(
    number: int, moves: list[tuple[int, int]]
) -> None:
    standing: list[Standing] = [(TrackState.OPEN, None)] * number
    state = matter_state(standing)
    outcomes = [outcome for outcome in TrackOutcome if outcome is not TrackOutcome.TAKEN_BACK]
    for which, dice in moves:
        place = which % number
        # A plenary opens again what it gave up; it sits only over a matter that lies before it.
        again = state is State.PLENARY and standing[place][1] is TrackOutcome.TAKEN_BACK
        legal = [step for step in CASEWORK.tracks.legal(standing[place][0]) if step.name != "open_again" or again]
        if not legal:
            continue
        standing[place] = after(legal[dice % len(legal)], outcomes[dice % len(outcomes)])
        moved = matter_state(standing)
        for regime in Regime:
            assert moved is state or reachable(state, moved, regime), (state, moved, standing)
            names = {step.name for step in CASEWORK.legal_transitions(moved, regime)}
            assert NEXT_STEP[moved] in names, "no matter without a next step"
        state = moved


def test_the_offices_own_work_comes_before_waiting_for_others() -> None:
    sent, back, there = (TrackState.SENT, None), (TrackState.RETURNED, None), (TrackState.ACKNOWLEDGED, None)
    assert matter_state([sent, back, there, (TrackState.OPEN, None)]) is State.PLENARY
    assert matter_state([sent, back, there]) is State.RETURNED
    assert matter_state([sent, there]) is State.FORWARDED
    assert matter_state([there, (TrackState.ENDED, TrackOutcome.NOT_PROVEN)]) is State.ACKNOWLEDGED
    assert matter_state([there, (TrackState.ENDED, TrackOutcome.TAKEN_BACK)]) is State.ACKNOWLEDGED


def test_what_has_left_is_not_given_up_and_what_ended_is_only_opened_again() -> None:
    with pytest.raises(Conflict) as caught:
        CASEWORK.tracks.require(TrackState.SENT, "give_up")
    assert "acknowledge, return" in str(caught.value.params["possible"])
    assert [step.name for step in CASEWORK.tracks.legal(TrackState.ENDED)] == ["open_again"]


@pytest.mark.parametrize("regime", list(Regime))
def test_what_was_never_registered_goes_back_to_its_initial_study_and_not_before_the_plenary(regime: Regime) -> None:
    legal = CASEWORK.legal_transitions(State.RETURNED, regime)
    assert {step.name for step in legal if step.is_for(registered=False)} == {"forward_again", "study_again"}
    assert {step.name for step in legal if step.is_for(registered=True)} == {"forward_again", "reconsider"}
