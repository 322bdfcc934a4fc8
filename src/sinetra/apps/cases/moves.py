"""Steps of a matter by the catalogue of casework: what is legal from its state, who takes it, where a verb leads.

The order of steps is the same in Pemilihan and Pemilu; only forms and deadlines differ. Outside the stages no regime
holds, and the order of Pemilihan is used without its deadlines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from sinetra.apps.base.actor import Role
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.plenaries import may_stop
from sinetra.apps.cases.vocabulary import Direction, MatterKind, Outcome, Purpose, TrackOutcome, TrackState
from sinetra.catalogue import ROOT
from sinetra.core.casework import Casework, load_casework
from sinetra.core.casework.states import ActorRole, HandOverState, Regime, State
from sinetra.core.casework.transitions import Transition
from sinetra.core.errors import Conflict, gettext_noop

# Verb -> names of steps that it may take, the one nearest to its end first.
START_STUDY = ("begin_initial_study", "start_tracing", "study_again")
FIND_COMPLETE = ("find_complete",)
ASK_REPAIR = ("ask_repair",)
ACCEPT_REPAIR = ("accept_repair",)
REFUSE_REGISTRATION = ("refuse_registration",)
KEEP_AS_INFORMATION = ("keep_as_information",)
WITHDRAW = ("withdraw",)
REPORT_TRACING = ("report_tracing",)
SET_FINDING = ("set_finding",)
TRANSFER = ("transfer",)
TAKE_OVER = ("take_over",)
REGISTER = ("register",)
SUMMON = ("summon",)
RECORD_CLARIFICATION = ("record_clarification",)
WRITE_STUDY = ("write_study",)
EXTEND_STUDY = ("ask_more_statements",)
HOLD_PLENARY = ("bring_to_plenary", "reconsider")
FORWARD = ("forward", "forward_other_law", "forward_again")
_ANNOUNCE = ("close", "announce_status")
CLOSE: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.NOT_PROVEN: (*_ANNOUNCE, "stop", "close_information"),
    Outcome.NOT_REGISTERED: _ANNOUNCE,
    Outcome.OUT_OF_COMPETENCE: (*_ANNOUNCE, "close_information"),
    Outcome.HANDED_OVER: _ANNOUNCE,
    Outcome.FOLLOWED_UP: _ANNOUNCE,
    Outcome.WITHDRAWN: _ANNOUNCE,
}
_NOT_PROVEN_THERE = (TrackOutcome.NOT_PROVEN, TrackOutcome.REFUSED)
_INFORMATION = (State.INITIAL_INFORMATION, State.TRACING, State.SUPERVISION_REPORT)
# From where a matter can end so: what was refused or withdrawn is closed as just that.
_ENDS_FROM: Mapping[Outcome, tuple[State, ...]] = {
    Outcome.NOT_PROVEN: (*_INFORMATION, State.PLENARY, State.ACKNOWLEDGED),
    Outcome.NOT_REGISTERED: (State.NOT_REGISTERED,),
    Outcome.OUT_OF_COMPETENCE: (*_INFORMATION, State.NOT_REGISTERED),
    Outcome.HANDED_OVER: (State.ACKNOWLEDGED,),
    Outcome.FOLLOWED_UP: (State.ACKNOWLEDGED,),
    Outcome.WITHDRAWN: (State.WITHDRAWN,),
}
# What may be handled once more: not what another institution decides, nor what its reporter took back.
_REOPENED = (Outcome.NOT_PROVEN, Outcome.NOT_REGISTERED, Outcome.OUT_OF_COMPETENCE, Outcome.FOLLOWED_UP)
_REOPENS_AS: Mapping[MatterKind, tuple[str, State]] = {
    MatterKind.INITIAL_INFORMATION: ("reopen_information", State.INITIAL_INFORMATION),
    MatterKind.FINDING: ("reopen_information", State.INITIAL_INFORMATION),
}
_OFFICE = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
ROLES: Mapping[ActorRole, tuple[Role, ...]] = {
    ActorRole.PLENARY: (Role.BAWASLU_COMMISSIONER,),
    ActorRole.COMMISSIONER: (Role.BAWASLU_COMMISSIONER,),
    ActorRole.OTHER_OFFICE: (Role.BAWASLU_COMMISSIONER,),
    ActorRole.RECEIVING_BODY: (Role.BKN_OFFICER,),
}
# The secretariat carries out what a plenary has decided before; it never decides in the same step.
_CARRIED_OUT = frozenset({"forward", "find_complete"})


@lru_cache(maxsize=1)
def casework() -> Casework:
    return load_casework(ROOT)


def walk(matter: Matter, names: tuple[str, ...], *, goal: State) -> tuple[Transition, ...]:
    """The steps by which a verb comes from the matter's state to ``goal``.

    Errors: ``Conflict`` with code ``illegal_transition``, naming what is possible instead.
    """
    taken: list[Transition] = []
    state = _state(matter)
    while state is not goal or not taken:
        possible = casework().legal_transitions(state, regime_of(matter))
        legal = {step.name: step for step in possible if step.is_for(registered=matter.registered_on is not None)}
        name = next((name for name in names if name in legal), None)
        if name is None or len(taken) > len(names):
            raise _impossible(state, names[0], legal)
        taken.append(legal[name])
        state = legal[name].to_state
    return tuple(taken)


def _impossible(state: State, step: str, legal: Iterable[str]) -> Conflict:
    return Conflict(
        gettext_noop("Langkah %(step)s tidak mungkin dari keadaan %(state)s; yang mungkin: %(possible)s"),
        code="illegal_transition",
        step=step,
        state=state.value,
        possible=", ".join(legal) or "-",
    )


def can_walk(matter: Matter, names: tuple[str, ...], goal: State) -> tuple[Transition, ...] | None:
    try:
        return walk(matter, names, goal=goal)
    except Conflict:
        return None


def closing(matter: Matter, outcome: Outcome) -> tuple[Transition, ...]:
    """The steps by which a matter is closed with this outcome. Errors: ``Conflict``."""
    state = _state(matter)
    if (
        state not in _ENDS_FROM[outcome]
        or (outcome is not Outcome.HANDED_OVER and left_for_another_office(matter))
        or not _tracks_allow(matter, outcome)
    ):
        raise Conflict(
            gettext_noop("Perkara dalam keadaan %(state)s tidak dapat ditutup dengan hasil itu."),
            code="illegal_transition",
            state=state.value,
        )
    if not may_stop(matter):
        raise Conflict(gettext_noop("Rapat pleno tidak memutuskan tidak terbukti."), code="not_decided_so")
    return walk(matter, CLOSE[outcome], goal=State.CLOSED)


def _tracks_allow(matter: Matter, outcome: Outcome) -> bool:
    """Not proven as a whole is what was proven on no track, and then nothing else: who is cleared everywhere leaves
    every list. A track that waits for an answer, or goes on at its receiver, is not decided yet."""
    tracks = [track for track in Track.objects.filter(matter=matter) if track.outcome != TrackOutcome.TAKEN_BACK]
    if outcome is not Outcome.NOT_PROVEN:
        return not tracks or any(track.outcome != TrackOutcome.NOT_PROVEN for track in tracks)
    return all(track.state == TrackState.OPEN or track.outcome in _NOT_PROVEN_THERE for track in tracks)


def left_for_another_office(matter: Matter) -> bool:
    """Another office of Bawaslu handles it: how it ends is decided there."""
    left = HandOver.objects.filter(matter=matter, direction=Direction.OUTGOING, state=HandOverState.ACKNOWLEDGED)
    return matter.state in (State.ACKNOWLEDGED, State.CLOSED) and left.exclude(purpose=Purpose.FORWARDING).exists()


def can_close(matter: Matter, outcome: Outcome) -> tuple[Transition, ...] | None:
    try:
        return closing(matter, outcome)
    except Conflict:
        return None


def reopening(matter: Matter) -> tuple[Transition, ...]:
    """The step by which a matter that has ended is handled once more. Errors: ``Conflict``, also for one that another
    office handles, that its reporter took back, or of which nothing is kept any more."""
    state = _state(matter)
    if not _holds_anything(matter) or not _may_be_reopened(matter):
        raise Conflict(
            gettext_noop("Perkara ini tidak dapat dibuka kembali."), code="illegal_transition", state=state.value
        )
    name, goal = _REOPENS_AS.get(MatterKind(matter.kind), ("reopen_study", State.INITIAL_STUDY))
    if matter.registered_on is not None:
        name, goal = "reopen_registered", State.REGISTERED
    return walk(matter, (name,), goal=goal)


def can_reopen(matter: Matter) -> tuple[Transition, ...] | None:
    try:
        return reopening(matter)
    except Conflict:
        return None


def _may_be_reopened(matter: Matter) -> bool:
    ended = matter.state in (State.NOT_REGISTERED, State.STOPPED, State.STATUS_ANNOUNCED) or matter.outcome in _REOPENED
    return ended and not left_for_another_office(matter)


def _holds_anything(matter: Matter) -> bool:
    """Not what was erased, even where its row and its report are still there."""
    return matter.erased_at is None and (matter.report_id is not None or matter.facts_sealed is not None)


def roles_for(steps: tuple[Transition, ...]) -> tuple[Role, ...]:
    """Who may take all of the steps in one go."""
    accepted = set(_OFFICE)
    for step in steps:
        takers = {role for actor in step.actors for role in ROLES.get(actor, _OFFICE)}
        accepted &= set(_OFFICE) if step.name in _CARRIED_OUT else takers
    return tuple(sorted(accepted))


def answer(hand_over: HandOver, name: str) -> HandOverState:
    """The state of an incoming hand-over after ``acknowledge`` or ``return``. Errors: ``Conflict``."""
    return casework().hand_overs.require(HandOverState(hand_over.state), name).to_state


def _state(matter: Matter) -> State:
    if matter.kind == MatterKind.HANDED_OVER:
        raise Conflict(
            gettext_noop("Perkara ini diterima dari instansi lain; langkah kajian Bawaslu tidak berlaku di sini."),
            code="illegal_transition",
        )
    return State(matter.state)


def regime_of(matter: Matter) -> Regime:
    """Outside the stages the order of Pemilihan."""
    return Regime.PEMILU if matter.regime == Regime.PEMILU else Regime.PILKADA
