"""What an actor may do with a matter now, for the buttons of its page. The verbs check again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases import checklist, moves
from sinetra.apps.cases.actions.keep_as_information import may_be_kept
from sinetra.apps.cases.actions.pass_on import can_be_passed_on
from sinetra.apps.cases.actions.record_clarification import is_awaited
from sinetra.apps.cases.actions.set_finding import is_suspected
from sinetra.apps.cases.actions.take import can_be_taken
from sinetra.apps.cases.actions.withdraw import can_be_withdrawn, joined_to_withdraw
from sinetra.apps.cases.clocks import study_clock
from sinetra.apps.cases.erasure.holds import hold_on
from sinetra.apps.cases.examinations.answers import untold
from sinetra.apps.cases.examinations.open_places import open_places
from sinetra.apps.cases.examinations.outcomes import outcomes_of_receiver
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.partners import higher_offices, offices_for_transfer
from sinetra.apps.cases.plenaries import may_leave
from sinetra.apps.cases.repairs import grounds, needs_plenary
from sinetra.apps.cases.rights import decides, may_take
from sinetra.apps.cases.successors import namesakes
from sinetra.apps.cases.track_moves import tracks_of
from sinetra.apps.cases.track_offers import TRACK_ACTS, leaving, possible_tracks
from sinetra.apps.cases.vocabulary import Direction, Ground, HandOverState, MatterKind, Outcome, State
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.casework.checklist import Checklist
from sinetra.ports import clock


class _Standing:
    """A matter before an actor, with its checklist, opened once and only when a verb asks for it."""

    def __init__(self, actor: Actor, matter: Matter) -> None:
        self.actor = actor
        self.matter = matter

    @cached_property
    def tracks(self) -> tuple[Track, ...]:
        return tracks_of(self.matter)

    @cached_property
    def checklist(self) -> Checklist:
        return checklist.checklist_of(self.matter)


Ways = tuple[tuple[tuple[str, ...], State], ...]
# Verbs in the order of handling, each with the steps that it may take and where they lead.
_LEADS: Mapping[str, Ways] = {
    "start_study": ((moves.START_STUDY, State.INITIAL_STUDY), (moves.START_STUDY, State.TRACING)),
    "find_complete": ((moves.FIND_COMPLETE, State.COMPLETE),),
    "ask_repair": ((moves.ASK_REPAIR, State.REPAIR),),
    "accept_repair": ((moves.ACCEPT_REPAIR, State.COMPLETE),),
    "report_tracing": ((moves.REPORT_TRACING, State.SUPERVISION_REPORT),),
    "set_finding": ((moves.SET_FINDING, State.FINDING),),
    "register": ((moves.REGISTER, State.REGISTERED),),
    "keep_as_information": ((moves.KEEP_AS_INFORMATION, State.INITIAL_INFORMATION),),
    "refuse_registration": ((moves.REFUSE_REGISTRATION, State.NOT_REGISTERED),),
    "transfer": ((moves.TRANSFER, State.TRANSFERRED),),
    "take_over": ((moves.TAKE_OVER, State.TAKEN_OVER),),
    "summon": ((moves.SUMMON, State.CLARIFICATION),),
    "record_clarification": ((moves.RECORD_CLARIFICATION, State.CLARIFICATION),),
    "write_study": ((moves.WRITE_STUDY, State.STUDY),),
    "extend_study": ((moves.EXTEND_STUDY, State.CLARIFICATION),),
    "hold_plenary": ((moves.HOLD_PLENARY, State.PLENARY),),
    "forward": ((moves.FORWARD, State.FORWARDED),),
}
# What must hold besides the state. Asked last: some of it costs a query.
_ONLY_IF: Mapping[str, Callable[[_Standing], bool]] = {
    "find_complete": lambda now: now.checklist.is_complete,
    "ask_repair": lambda now: now.checklist.can_be_repaired and now.matter.report_id is not None,
    "accept_repair": lambda now: now.checklist.is_complete,
    "keep_as_information": lambda now: may_be_kept(now.matter, now.checklist),
    "refuse_registration": lambda now: bool(_grounds(now)),
    "set_finding": lambda now: is_suspected(now.matter),
    "transfer": lambda now: offices_for_transfer(now.matter).exists(),
    "take_over": lambda now: higher_offices(now.matter).exists(),
    "record_clarification": lambda now: is_awaited(now.matter),
    "extend_study": lambda now: study_clock(now.matter) is not None,
    "forward": lambda now: bool(leaving(now.tracks)) if now.tracks else may_leave(now.matter),
}


# Of an office that received a matter: what it may do besides answering the hand-over.
_OF_RECEIVER: Mapping[str, Callable[[Matter], bool]] = {
    "answer_sender": lambda matter: matter.state != State.CLOSED and untold(matter) is not None,
    "pass_on": lambda matter: matter.organisation.kind == OrganisationKind.BKN and can_be_passed_on(matter),
    "open_examination": lambda matter: bool(open_places(matter)),
}


def possible_acts(actor: Actor, matter: Matter, trail: tuple[HandOver, ...]) -> tuple[str, ...]:
    """Verbs that the matter's state and the actor's roles allow now, in the order of handling."""
    if matter.erased_at is not None:
        return ()
    if matter.kind == MatterKind.HANDED_OVER:
        return (*_acts_of_receiver(actor, matter, trail), *_hold(actor, matter))
    now = _Standing(actor, matter)
    found = [verb for verb, ways in _LEADS.items() if _is_possible(actor, now, verb, ways)]
    found += [verb for verb in TRACK_ACTS if may(actor, f"matter.{verb}", matter) and possible_tracks(verb, now.tracks)]
    if may(actor, "matter.close", matter) and possible_outcomes(actor, matter):
        found.append("close")
    if may(actor, "matter.reopen", matter) and moves.can_reopen(matter):
        found.append("reopen")
    if may(actor, "matter.withdraw", matter) and (can_be_withdrawn(matter) or joined_to_withdraw(matter).exists()):
        # A note that changes nothing stands behind what is to be done.
        found.append("withdraw")
    return (*found, *_assign(actor, matter), *_namesake(actor, matter), *_hold(actor, matter))


def _is_possible(actor: Actor, now: _Standing, verb: str, ways: Ways) -> bool:
    if not may(actor, f"matter.{verb}", now.matter):
        return False
    walks = (moves.can_walk(now.matter, *way) for way in ways)
    if not any(steps and may_take(actor, steps) for steps in walks):
        return False
    return verb not in _ONLY_IF or _ONLY_IF[verb](now)


def possible_grounds(actor: Actor, matter: Matter) -> tuple[Ground, ...]:
    """For the choice on the page of ``refuse_registration``."""
    return _grounds(_Standing(actor, matter))


def _grounds(now: _Standing) -> tuple[Ground, ...]:
    found = grounds(now.matter, now.checklist, clock.today(now.matter.region_id))
    return tuple(ground for ground in found if decides(now.actor) or not needs_plenary(ground, now.checklist))


def possible_outcomes(actor: Actor, matter: Matter) -> tuple[Outcome, ...]:
    """For the choice on the page of ``close``."""
    if matter.kind == MatterKind.HANDED_OVER:
        return outcomes_of_receiver(matter)
    found = ((outcome, moves.can_close(matter, outcome)) for outcome in moves.CLOSE)
    return tuple(outcome for outcome, steps in found if steps and may_take(actor, steps))


def _acts_of_receiver(actor: Actor, matter: Matter, trail: tuple[HandOver, ...]) -> tuple[str, ...]:
    open_ones = [row for row in trail if row.direction == Direction.INCOMING and row.state == HandOverState.RECEIVED]
    found = [verb for verb in ("acknowledge", "return") if any(may(actor, f"package.{verb}", row) for row in open_ones)]
    found += [verb for verb, can in _OF_RECEIVER.items() if may(actor, f"matter.{verb}", matter) and can(matter)]
    if (
        matter.state == HandOverState.ACKNOWLEDGED
        and may(actor, "matter.close", matter)
        and outcomes_of_receiver(matter)
    ):
        found.append("close")
    # Before the acknowledgement the matter is still the sender's.
    taken = matter.state in {HandOverState.ACKNOWLEDGED, State.FORWARDED}
    return (*found, *((*_assign(actor, matter), *_namesake(actor, matter)) if taken else ()))


def _hold(actor: Actor, matter: Matter) -> tuple[str, ...]:
    """Only for what has ended: nothing else is ever due for erasure."""
    if matter.closed_at is None or not may(actor, "matter.set_hold", matter):
        return ()
    return ("set_hold",) if hold_on(matter) is None else ("lift_hold",)


def _assign(actor: Actor, matter: Matter) -> tuple[str, ...]:
    found = ("take",) if can_be_taken(matter) and may(actor, "matter.take", matter) else ()
    return (*found, "assign") if matter.state != State.CLOSED and may(actor, "matter.assign", matter) else found


def _namesake(actor: Actor, matter: Matter) -> tuple[str, ...]:
    if matter.state == State.CLOSED or not may(actor, "matter.clear_namesake", matter):
        return ()
    return ("clear_namesake",) if namesakes(matter) else ()
