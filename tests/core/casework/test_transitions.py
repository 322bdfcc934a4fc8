"""What may be done with a matter: the legal steps, walked as a person would walk them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.casework import Casework
from sinetra.core.casework.states import ActorRole, HandOverState, Regime, State, regime_of
from sinetra.core.clock import load_clock
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput, Conflict, NotFound

CATALOGUE = Path(sinetra.catalogue.__file__).parent
CASEWORK = load_casework(CATALOGUE)
BOTH = pytest.mark.parametrize("regime", list(Regime))


def walk(regime: Regime, *steps: str) -> State:
    state: State | None = None
    for step in steps:
        state = CASEWORK.require(state, step, regime).to_state
    assert state is not None
    return state


def names(state: State | None, regime: Regime) -> set[str]:
    return {item.name for item in CASEWORK.legal_transitions(state, regime)}


@BOTH
def test_a_complete_report_goes_all_the_way_to_its_closing(regime: Regime) -> None:
    steps = (
        "file_report begin_initial_study ask_repair accept_repair register summon write_study bring_to_plenary "
        "forward acknowledge announce_status close"
    )
    assert walk(regime, *steps.split()) is State.CLOSED


@BOTH
def test_what_was_registered_is_decided_only_after_a_study_and_a_plenary(regime: Regime) -> None:
    ends = {State.FORWARDED, State.STOPPED}
    for state in (State.REGISTERED, State.CLARIFICATION, State.STUDY):
        assert not ends & {item.to_state for item in CASEWORK.legal_transitions(state, regime)}
    steps = "file_report begin_initial_study find_complete register write_study write_study bring_to_plenary forward"
    assert walk(regime, *steps.split(), "return", "reconsider", "stop") is State.STOPPED


@BOTH
def test_initial_information_becomes_a_finding_before_it_is_registered(regime: Regime) -> None:
    steps = "record_information start_tracing report_tracing set_finding register"
    assert walk(regime, *steps.split()) is State.REGISTERED
    assert "register" not in names(State.INITIAL_INFORMATION, regime)


@BOTH
def test_a_report_that_was_withdrawn_or_failed_formally_can_be_kept_as_initial_information(regime: Regime) -> None:
    for steps in ("file_report", "file_report begin_initial_study", "file_report withdraw"):
        assert walk(regime, *steps.split(), "keep_as_information") is State.INITIAL_INFORMATION


@BOTH
def test_after_registration_a_withdrawal_is_no_longer_possible(regime: Regime) -> None:
    for state in (State.REGISTERED, State.CLARIFICATION, State.STUDY, State.PLENARY, State.FORWARDED):
        assert "withdraw" not in names(state, regime)
    assert "withdraw" in names(State.COMPLETE, regime)


@BOTH
def test_what_was_forwarded_is_not_closed_before_the_other_side_has_acknowledged_it(regime: Regime) -> None:
    assert names(State.FORWARDED, regime) == {"acknowledge", "return"}
    for item in CASEWORK.legal_transitions(State.FORWARDED, regime):
        assert item.actors == (ActorRole.RECEIVING_BODY,)


@BOTH
def test_only_the_plenary_stops_or_forwards_a_registered_matter(regime: Regime) -> None:
    for item in CASEWORK.machine:
        if item.regime is regime and item.to_state in (State.STOPPED, State.FINDING):
            assert item.actors == (ActorRole.PLENARY,)
        if item.regime is regime and item.to_state is State.FORWARDED and item.from_state is not State.RETURNED:
            assert item.actors == (ActorRole.PLENARY,)


@BOTH
def test_an_illegal_step_is_a_conflict_that_names_what_is_possible(regime: Regime) -> None:
    with pytest.raises(Conflict) as caught:
        CASEWORK.require(State.REPORT_RECEIVED, "register", regime)
    assert caught.value.code == "illegal_transition"
    assert "begin_initial_study" in str(caught.value)
    with pytest.raises(Conflict) as closed:
        CASEWORK.require(State.CLOSED, "close", regime)
    assert str(closed.value).endswith("yang mungkin: reopen_registered, reopen_study, reopen_information")


@BOTH
def test_every_state_can_be_reached_and_what_is_closed_is_left_only_by_reopening(regime: Regime) -> None:
    assert CASEWORK.machine.reachable(regime) == set(State)
    assert [state for state in State if not names(state, regime)] == []
    assert names(State.CLOSED, regime) == {"reopen_registered", "reopen_study", "reopen_information"}
    for item in CASEWORK.machine:
        if item.name.startswith("reopen_"):
            assert item.confidence is Confidence.UNCHECKED, "no article on reopening was read"
            assert item.actors == (ActorRole.COMMISSIONER,)


def test_every_ground_of_reopening_says_where_it_is_from() -> None:
    assert [ground.name for ground in CASEWORK.reopening] == [
        *("new_evidence", "court_order", "higher_office", "procedural_fault")
    ]
    for ground in CASEWORK.reopening:
        assert ground.source
        assert ground.confidence is Confidence.UNCHECKED
        assert ground.title.en


@given(st.data())
def test_from_wherever_a_matter_wanders_it_can_still_be_closed(data: st.DataObject) -> None:
    regime = data.draw(st.sampled_from(list(Regime)))
    state: State | None = None
    for _ in range(data.draw(st.integers(1, 25))):
        legal = CASEWORK.legal_transitions(state, regime)
        if not legal:
            break
        state = data.draw(st.sampled_from(legal)).to_state
    assert state is State.CLOSED or State.CLOSED in _from(state, regime)


def _from(state: State | None, regime: Regime) -> set[State]:
    found: set[State] = set()
    waiting = [state]
    while waiting:
        for item in CASEWORK.legal_transitions(waiting.pop(), regime):
            if item.to_state not in found:
                found.add(item.to_state)
                waiting.append(item.to_state)
    return found


def test_the_two_regimes_have_their_own_deadlines() -> None:
    clock = load_clock(CATALOGUE)
    for item in CASEWORK.machine:
        if item.deadline is not None:
            assert item.deadline.startswith(f"{item.regime.value}.")
            assert item.deadline in clock.rules.ids
    study = {regime: CASEWORK.require(State.STUDY, "bring_to_plenary", regime).deadline for regime in Regime}
    assert study == {Regime.PILKADA: "pilkada.study", Regime.PEMILU: "pemilu.study"}
    more = {regime: CASEWORK.require(State.STUDY, "ask_more_statements", regime).deadline for regime in Regime}
    assert more == {Regime.PILKADA: "pilkada.study_extended", Regime.PEMILU: "pemilu.study_extended"}


def test_what_was_not_read_in_a_rule_is_marked_for_checking() -> None:
    for item in CASEWORK.machine:
        if "tidak dibaca" in item.source:
            assert item.confidence in (Confidence.UNCHECKED, Confidence.PRESS)


def test_a_form_belongs_to_the_regime_of_its_step() -> None:
    for item in CASEWORK.machine:
        if item.form is not None:
            assert CASEWORK.forms.get(item.form).regime == item.regime.value
            assert CASEWORK.forms.get(item.form).in_use


def test_only_a_code_that_was_read_in_a_rule_still_in_use_is_printed() -> None:
    assert CASEWORK.forms.get("F-PEM22-B").printed_code == "B"
    assert CASEWORK.forms.get("F-PIL20-A11").printed_code is None
    assert CASEWORK.forms.get("F-PEM18-B2").printed_code is None
    assert CASEWORK.forms.get("F-PEM18-B2").code == "B.2"
    with pytest.raises(NotFound):
        CASEWORK.forms.get("F-X")


def test_all_names_are_in_both_languages() -> None:
    assert set(CASEWORK.machine.names) == set(State)
    for item in CASEWORK.machine:
        assert item.title.id
        assert item.title.en


def test_a_hand_over_is_sent_received_and_acknowledged_or_returned_with_a_reason() -> None:
    hand_overs = CASEWORK.hand_overs
    state = None
    for step in ("send", "receive", "return", "send_again", "receive", "acknowledge"):
        found = hand_overs.require(state, step)
        assert found.needs_reason == (step in ("return", "send_again"))
        state = found.to_state
    assert state is HandOverState.ACKNOWLEDGED
    assert hand_overs.legal(HandOverState.ACKNOWLEDGED) == ()
    with pytest.raises(Conflict) as caught:
        hand_overs.require(HandOverState.SENT, "acknowledge")
    assert "receive" in str(caught.value)


def test_the_ladder_climbs_one_rung_after_the_other() -> None:
    assert [rung.name for rung in CASEWORK.ladder] == ["reminder", "reprimand", "block_request", "unblock_proof"]
    assert [rung.after for rung in CASEWORK.ladder] == [None, "reminder", "reprimand", "block_request"]
    assert CASEWORK.ladder[0].deadline == "ppk.follow_up"


@pytest.mark.parametrize(
    ("kind", "parent", "regime"),
    [
        ("pilkada", None, Regime.PILKADA),
        ("pilkada_ulang", None, Regime.PILKADA),
        ("pemilu", None, Regime.PEMILU),
        ("psu", "pilkada", Regime.PILKADA),
        ("psu", "pemilu", Regime.PEMILU),
        ("psu", None, None),
        ("pilkades", None, None),
    ],
)
def test_the_regime_follows_the_kind_of_election(kind: str, parent: str | None, regime: Regime | None) -> None:
    assert regime_of(kind, parent) is regime


def _changed(folder: Path, old: str, new: str) -> Casework:
    (folder / "deadlines").symlink_to(CATALOGUE / "deadlines")
    for name in ("forms.yaml", "requirements.yaml"):
        (folder / name).symlink_to(CATALOGUE / name)
    text = (CATALOGUE / "casework.yaml").read_text("utf-8")
    assert old in text
    (folder / "casework.yaml").write_text(text.replace(old, new, 1), "utf-8")
    return load_casework(folder)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("to: tracing", "to: trace", "to"),
        ("from: [tracing]", "from: [trace]", "from"),
        ("actors: [plenary]", "actors: [pleno]", "actors"),
        ("form: F-PIL24-LAP", "form: F-PIL24", "form"),
        ("deadline: pilkada.filing", "deadline: pilkada.fling", "deadline"),
        ("receives: bkn", "receives: bnk", "receives"),
        ("product: ruling", "product: verdict", "product"),
        ("after: reminder", "after: reprimand", "after"),
        ("  closed: {id: selesai, en: closed}\n", "", "closed"),
        ("needs_reason: true", "needs_reason: maybe", "needs_reason"),
        ("{name: court_order,", "{nama: court_order,", "name"),
    ],
)
def test_a_mistake_in_the_file_is_shown_at_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        _changed(tmp_path, old, new)
    assert caught.value.field == field
    assert "casework.yaml:" in str(caught.value)
