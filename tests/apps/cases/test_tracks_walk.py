"""Up to four tracks at once through the real verbs, by a seed: whatever is done in whatever order holds together."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest
from report_cast import SUMMARY, Cast
from track_cast import DECIDED_AT, bodies, decided, fresh

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.models import Clock, HandOver, Matter, Track
from sinetra.apps.cases.offers import possible_acts
from sinetra.apps.cases.partners import receivers_of
from sinetra.apps.cases.track_views import track_views
from sinetra.apps.cases.vocabulary import Direction, HandOverState, State, TrackOutcome, TrackState
from sinetra.core.casework.tracks import matter_state
from sinetra.core.errors import SinetraError
from sinetra.core.law.words import BodyCode
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db
KINDS = (Kind.DISCIPLINE, Kind.CRIMINAL, Kind.ELECTION_ADMINISTRATION, Kind.ETHICS)
Act = Callable[[Track], object]


class Walk:
    def __init__(self, cast: Cast, matter: Matter, dice: random.Random) -> None:
        self.cast, self.matter, self.dice = cast, matter, dice
        self.at = DECIDED_AT
        self.done: Counter[str] = Counter()

    def verbs(self) -> dict[str, Act]:
        cast, at = self.cast, self.at
        end = self.dice.choice([outcome for outcome in TrackOutcome if outcome is not TrackOutcome.TAKEN_BACK])
        return {
            "forward": lambda track: act.forward_track(
                track=track,
                to=receivers_of(track.matter, BodyCode(track.receives))[0],
                summary=SUMMARY,
                actor=cast.staff,
                at=at,
            ),
            "reconsider_track": lambda t: act.reconsider_track(track=t, reason="x", actor=cast.commissioner, at=at),
            "give_up_track": lambda t: act.give_up_track(track=t, reason="x", actor=cast.commissioner, at=at),
            "end_track": lambda t: act.end_track(track=t, outcome=end, letter="1", actor=cast.staff, at=at),
            "acknowledge": self.answer,
            "return": lambda track: self.answer(track, returned=True),
        }

    def answer(self, track: Track, *, returned: bool = False) -> None:
        there = HandOver.objects.get(direction=Direction.INCOMING, package_id=track.hand_over.package_id)  # type: ignore[union-attr]
        if returned:
            act.return_package(hand_over=there, reason="x", actor=SYSTEM, at=self.at)
        else:
            act.acknowledge(hand_over=there, actor=SYSTEM, at=self.at)
        act.deliver(there.pk, "reply", at=self.at)

    def step(self) -> None:
        self.at += timedelta(hours=self.dice.choice((1, 5, 30)))
        view = self.dice.choice(track_views(self.cast.commissioner, fresh(self.matter)))
        possible = [*view.acts, *(("acknowledge", "return") if view.track.state == TrackState.SENT else ())]
        if not possible or self.dice.random() < 0.2:
            self.in_vain(view.track, possible)
            return
        name = self.dice.choice(possible)
        self.verbs()[name](view.track)
        self.done[name] += 1
        for sent in HandOver.objects.filter(matter=self.matter, state=HandOverState.SENT):
            act.deliver(sent.pk, "package", at=self.at)

    def in_vain(self, track: Track, possible: list[str]) -> None:
        name = self.dice.choice([verb for verb in self.verbs() if verb not in {*possible, "acknowledge", "return"}])
        before = (track.state, track.version, fresh(self.matter).state)
        with pytest.raises(SinetraError):
            self.verbs()[name](track)
        track.refresh_from_db()
        assert before == (track.state, track.version, fresh(self.matter).state)
        self.done["refused"] += 1


def require_sound(walk: Walk) -> None:
    matter = fresh(walk.matter)
    tracks = list(Track.objects.filter(matter=matter).select_related("hand_over"))
    states = [(TrackState(t.state), TrackOutcome(t.outcome) if t.outcome else None) for t in tracks]
    assert matter.state == matter_state(states)
    for track in tracks:
        running = {clock.rule for clock in Clock.objects.filter(track=track, done_at=None)}
        if track.state == TrackState.SENT:
            assert running == {"hand_over.answer"}, "what nobody has answered has a clock of its own"
            assert track.hand_over is not None
            assert track.hand_over.state == HandOverState.SENT
        elif track.state == TrackState.OPEN:
            assert "hand_over.answer" not in running
        elif track.state == TrackState.ACKNOWLEDGED:
            assert running <= {"pilkada.investigation", "pilkada.kpu_follow_up"}
        else:
            assert not running, (track.state, running)
    ways = {name for actor in (walk.cast.staff, walk.cast.commissioner) for name in possible_acts(actor, matter, ())}
    waits = any(track.state == TrackState.SENT for track in tracks)
    assert waits or ways - {"assign", "withdraw"}, (matter.state, states)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_any_order_of_sends_answers_and_ends_leaves_no_illegal_state_and_always_a_next_step(
    cast: Cast, number: int
) -> None:
    bodies()
    dice = random.Random(number)
    done: Counter[str] = Counter()
    for _ in range(2):
        matter = act.hold_plenary(matter=cast.registered(), actor=cast.commissioner)
        decided(matter, *KINDS[:number])
        walk = Walk(cast, matter, dice)
        for _step in range(5 * number + 4):
            walk.step()
            require_sound(walk)
        assert fresh(matter).state in (State.PLENARY, State.FORWARDED, State.RETURNED, State.ACKNOWLEDGED)
        done += walk.done
    assert done["forward"], "nothing was sent: the walk would prove nothing"
    assert done["refused"]
    assert verify().ok
