"""An answer that the sender recorded is that of one track: the others wait on, a signed one takes its place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from report_cast import Cast
from track_cast import DECIDED_AT, answered, bodies, fresh, sent, track_of

from casework_rows import decided
from sinetra.apps.cases.actions import confirm_acknowledgement, export_sbt, record_acknowledgement
from sinetra.apps.cases.actions.record_acknowledgement import Proof
from sinetra.apps.cases.models import Clock, HandOver, Matter, Recommendation
from sinetra.apps.cases.overdue import overdue_hand_overs
from sinetra.apps.cases.selectors import state_name
from sinetra.apps.cases.sending import ANSWER, day_sent
from sinetra.apps.cases.vocabulary import Answer, HandOverState, ProofKind, State, TrackState
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db
REPORTED = [{"role": "pns", "name": "Teratai Contohsari", "unit": None}]


@pytest.fixture
def matter(cast: Cast) -> Matter:
    bodies()
    made = cast.registered(reported=REPORTED)
    return decided(made, cast.commissioner, at=DECIDED_AT, tracks=(Kind.DISCIPLINE, Kind.CRIMINAL))


def recorded(cast: Cast, row: HandOver, answer: HandOverState = HandOverState.ACKNOWLEDGED) -> None:
    row = HandOver.objects.select_related("matter__report", "matter__organisation").get(pk=row.pk)
    proof = Proof(answer=answer, kind=ProofKind.SBT, number="7", dated_on=day_sent(row))
    record = record_acknowledgement(hand_over=row, proof=proof, actor=cast.staff, at=DECIDED_AT)
    confirm_acknowledgement(record=record, accept=True, actor=cast.commissioner, at=DECIDED_AT)


def test_one_track_has_its_answer_and_the_other_waits_and_is_overdue(cast: Cast, matter: Matter) -> None:
    discipline = sent(cast, track_of(matter, Kind.DISCIPLINE))
    criminal = sent(cast, track_of(matter, Kind.CRIMINAL))
    recorded(cast, discipline)
    assert track_of(matter, Kind.DISCIPLINE).state == TrackState.ACKNOWLEDGED
    assert track_of(matter, Kind.CRIMINAL).state == TrackState.SENT
    assert fresh(matter).state == State.FORWARDED, "one of the tracks is still on its way"
    assert [row.track.kind for row in Clock.objects.filter(rule=ANSWER, done_at=None)] == [Kind.CRIMINAL]
    found = overdue_hand_overs(cast.staff, (DECIDED_AT + timedelta(days=30)).date())
    assert [row.pk for row in found.hand_overs.values()] == [criminal.pk]


def test_the_matter_says_that_an_answer_is_only_recorded_until_the_signature_comes(cast: Cast, matter: Matter) -> None:
    discipline = sent(cast, track_of(matter, Kind.DISCIPLINE))
    answered(sent(cast, track_of(matter, Kind.CRIMINAL)))
    recorded(cast, discipline)
    assert fresh(matter).state == State.ACKNOWLEDGED
    assert "dicatat pengirim" in state_name(fresh(matter)).id
    answered(discipline)
    assert "dicatat pengirim" not in state_name(fresh(matter)).id
    assert Recommendation.objects.filter(track__matter=matter).count() == 1, "entered once"


def test_a_signed_return_takes_the_place_of_a_recorded_acknowledgement(cast: Cast, matter: Matter) -> None:
    discipline = sent(cast, track_of(matter, Kind.DISCIPLINE))
    recorded(cast, discipline)
    assert Recommendation.objects.get().answer == Answer.NONE
    answered(discipline, returned=True)
    assert track_of(matter, Kind.DISCIPLINE).state == TrackState.RETURNED
    assert Recommendation.objects.get().answer == Answer.RETURNED
    track = track_of(matter, Kind.DISCIPLINE)
    assert not Clock.objects.filter(track=track, done_at=None).exists(), "nothing is owed by who has sent it back"
    assert not HandOver.objects.get(pk=discipline.pk).recorded_by_sender


def test_a_recorded_return_lets_the_track_be_sent_again(cast: Cast, matter: Matter) -> None:
    first = sent(cast, track_of(matter, Kind.DISCIPLINE))
    recorded(cast, first, HandOverState.RETURNED)
    assert track_of(matter, Kind.DISCIPLINE).state == TrackState.RETURNED
    again = sent(cast, track_of(matter, Kind.DISCIPLINE))
    answered(first)
    assert HandOver.objects.get(pk=again.pk).state == HandOverState.SENT, "the later package has an answer of its own"
    assert track_of(matter, Kind.DISCIPLINE).state == TrackState.SENT


def test_rows_for_sbt_say_of_which_package_they_are(cast: Cast, matter: Matter) -> None:
    discipline = sent(cast, track_of(matter, Kind.DISCIPLINE))
    row = HandOver.objects.select_related("matter__region", "matter__organisation").get(pk=discipline.pk)
    assert [line["paket"] for line in export_sbt(hand_overs=[row], actor=cast.staff)] == [str(discipline.package_id)]
