"""What an actor may do with a matter now, for the buttons of its page. The verbs check again."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases import moves
from sinetra.apps.cases.clocks import study_clock
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.rights import may_take
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Outcome, State


def possible_acts(actor: Actor, matter: Matter, trail: tuple[HandOver, ...]) -> tuple[str, ...]:
    """Verbs that the matter's state and the actor's roles allow now, in the order of handling."""
    if matter.kind == MatterKind.HANDED_OVER:
        return _acts_of_receiver(actor, matter, trail)
    leads: dict[str, list[tuple[tuple[str, ...], State]]] = {
        "start_study": [(moves.START_STUDY, State.INITIAL_STUDY), (moves.START_STUDY, State.TRACING)],
        "register": [(moves.REGISTER, State.REGISTERED)],
        "extend_study": [(moves.EXTEND_STUDY, State.CLARIFICATION)],
        "hold_plenary": [(moves.HOLD_PLENARY, State.PLENARY)],
        "forward": [(moves.FORWARD, State.FORWARDED)],
        "close": [(names, State.CLOSED) for names in moves.CLOSE.values()],
    }
    if study_clock(matter) is None:
        leads.pop("extend_study")
    found = tuple(
        verb
        for verb, ways in leads.items()
        if may(actor, f"matter.{verb}", matter)
        and any(steps and may_take(actor, steps) for steps in (moves.can_walk(matter, *way) for way in ways))
    )
    return (*found, *_assign(actor, matter))


def possible_outcomes(actor: Actor, matter: Matter) -> tuple[Outcome, ...]:
    """For the choice on the page of ``close``."""
    if matter.kind == MatterKind.HANDED_OVER:
        return (Outcome.FOLLOWED_UP, Outcome.NOT_PROVEN, Outcome.OUT_OF_COMPETENCE)
    found = ((outcome, moves.can_walk(matter, names, State.CLOSED)) for outcome, names in moves.CLOSE.items())
    return tuple(outcome for outcome, steps in found if steps and may_take(actor, steps))


def _acts_of_receiver(actor: Actor, matter: Matter, trail: tuple[HandOver, ...]) -> tuple[str, ...]:
    open_ones = [row for row in trail if row.direction == Direction.INCOMING and row.state == HandOverState.RECEIVED]
    found = [verb for verb in ("acknowledge", "return") if any(may(actor, f"package.{verb}", row) for row in open_ones)]
    if matter.state == HandOverState.ACKNOWLEDGED and may(actor, "matter.close", matter):
        found.append("close")
    # Before the acknowledgement the matter is still the sender's.
    return (*found, *(_assign(actor, matter) if matter.state == HandOverState.ACKNOWLEDGED else ()))


def _assign(actor: Actor, matter: Matter) -> tuple[str, ...]:
    return ("assign",) if matter.state != State.CLOSED and may(actor, "matter.assign", matter) else ()
