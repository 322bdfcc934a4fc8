"""Parallel tracks of one matter: where each stands, how it ended, and what all of them make of the matter."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from sinetra.core.casework.states import State


class TrackState(StrEnum):
    """``open``: the plenary wants it, nothing has left. ``returned``: the receiver gave it back with a reason."""

    OPEN = "open"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    RETURNED = "returned"
    ENDED = "ended"


class TrackOutcome(StrEnum):
    """How one track ended. ``taken_back``: the plenary gave it up; a later plenary may open it again.

    ``sanctioned``, ``not_proven`` and ``refused`` are what the receiver or decider said, ``followed_up`` that it was
    carried out otherwise, ``handed_over`` that it goes on there and nothing more is waited for here.
    """

    SANCTIONED = "sanctioned"
    FOLLOWED_UP = "followed_up"
    NOT_PROVEN = "not_proven"
    REFUSED = "refused"
    HANDED_OVER = "handed_over"
    TAKEN_BACK = "taken_back"


#: States of a matter that its tracks decide about; before and after them it goes its own way.
BY_TRACKS = (State.PLENARY, State.FORWARDED, State.RETURNED, State.ACKNOWLEDGED)


def matter_state(tracks: Collection[tuple[TrackState, TrackOutcome | None]]) -> State:
    """What is to be done next, of all tracks together: the office's own work comes before waiting.

    Something is still to be sent: ``plenary``. Something came back: ``returned``. Something waits for an answer:
    ``forwarded``. Everything that was not given up is with its receiver or ended: ``acknowledged``. Where every
    track was given up the plenary decides again.

    >>> matter_state([(TrackState.ACKNOWLEDGED, None), (TrackState.SENT, None)]).value
    'forwarded'
    >>> matter_state([(TrackState.ENDED, TrackOutcome.TAKEN_BACK)]).value
    'plenary'
    """
    states = {state for state, _ in tracks}
    if TrackState.OPEN in states:
        return State.PLENARY
    if TrackState.RETURNED in states:
        return State.RETURNED
    if TrackState.SENT in states:
        return State.FORWARDED
    left = any(state is not TrackState.ENDED or how is not TrackOutcome.TAKEN_BACK for state, how in tracks)
    return State.ACKNOWLEDGED if left else State.PLENARY
