"""On which tracks of a matter a verb is possible now, for the buttons of its page. The verbs check again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sinetra.apps.cases.models import Track
from sinetra.apps.cases.vocabulary import TrackOutcome, TrackState
from sinetra.core.casework.tracks import BY_TRACKS

_WAITING = (TrackState.OPEN, TrackState.RETURNED)


def leaving(tracks: Sequence[Track]) -> tuple[Track, ...]:
    """Those that are to be sent next."""
    return tuple(track for track in tracks if track.state in _WAITING)


def _given_up(tracks: Sequence[Track]) -> tuple[Track, ...]:
    """Not the last one: then the matter is closed as what it is."""
    going_on = [track for track in tracks if track.outcome != TrackOutcome.TAKEN_BACK]
    return leaving(tracks) if len(going_on) > 1 else ()


_POSSIBLE: Mapping[str, Callable[[Sequence[Track]], tuple[Track, ...]]] = {
    "forward": leaving,
    "reconsider_track": lambda tracks: tuple(track for track in tracks if track.state == TrackState.RETURNED),
    "end_track": lambda tracks: tuple(track for track in tracks if track.state == TrackState.ACKNOWLEDGED),
    "give_up_track": _given_up,
}
#: Verbs of one track alone, in the order of their buttons.
TRACK_ACTS = tuple(name for name in _POSSIBLE if name != "forward")


def possible_tracks(verb: str, tracks: Sequence[Track]) -> tuple[Track, ...]:
    """None while the matter is studied again, or when it is closed."""
    if not tracks or tracks[0].matter.state not in BY_TRACKS:
        return ()
    return _POSSIBLE[verb](tracks)
