"""Parallel tracks: each with its own route, clock and hand-over; what they make of the matter together."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from report_cast import FILED_AT, NAME, Cast
from track_cast import (
    DECIDED_AT,
    VILLAGE,
    all_acknowledged,
    answered,
    bodies,
    decided,
    fresh,
    in_plenary,
    sent,
    track_of,
)

from casework_rows import held
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions import close, end_track, forward, forward_track, give_up_track, reconsider_track
from sinetra.apps.cases.models import Clock, HandOver, Matter, Recommendation, Step, Track
from sinetra.apps.cases.offers import possible_acts, possible_outcomes
from sinetra.apps.cases.selectors import matter_view
from sinetra.apps.cases.vocabulary import HandOverState, Outcome, State, TrackOutcome, TrackState
from sinetra.apps.reports.selectors import follow_report
from sinetra.core.errors import BadInput, Conflict, Forbidden
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db


def acts_of(actor: Any, matter: Matter) -> tuple[str, ...]:
    return possible_acts(actor, fresh(matter), tuple(HandOver.objects.filter(matter=matter)))


def test_forwarding_one_track_neither_ends_nor_stops_the_others(cast: Cast) -> None:
    matter = in_plenary(cast)
    discipline, criminal = decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    bodies()
    hand_over = sent(cast, discipline)
    assert (discipline.state, fresh(matter).state) == (TrackState.SENT, State.PLENARY), "one is still to be sent"
    running = {(clock.track_id, clock.rule) for clock in Clock.objects.filter(matter=matter, done_at=None)}
    assert running == {(discipline.pk, "hand_over.answer"), (criminal.pk, "pilkada.criminal_referral")}
    answered(hand_over)
    assert fresh(matter).state == State.PLENARY
    sent(cast, track_of(matter, Kind.CRIMINAL))
    assert fresh(matter).state == State.FORWARDED
    assert Clock.objects.get(rule="pilkada.criminal_referral").done_on == date(2024, 11, 23)


def test_the_matter_is_acknowledged_when_every_track_that_was_sent_is(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    first, second = (sent(cast, track) for track in decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL))
    answered(first)
    assert fresh(matter).state == State.FORWARDED
    with pytest.raises(Conflict):
        close(matter=fresh(matter), outcome=Outcome.HANDED_OVER, actor=cast.staff)
    answered(second)
    assert fresh(matter).state == State.ACKNOWLEDGED


def test_a_track_that_came_back_is_reconsidered_without_pulling_back_the_other(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    first, second = (sent(cast, track) for track in decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL))
    answered(second, returned=True)
    assert fresh(matter).state == State.RETURNED
    assert "reconsider_track" in acts_of(cast.commissioner, matter)
    assert "reconsider_track" not in acts_of(cast.staff, matter)
    criminal = track_of(matter, Kind.CRIMINAL)
    with pytest.raises(Forbidden):
        reconsider_track(track=criminal, reason="x", actor=cast.staff)
    later = DECIDED_AT + timedelta(days=2)
    reconsider_track(track=criminal, reason="Bukti dilengkapi.", actor=cast.commissioner, at=later)
    assert (criminal.state, fresh(matter).state) == (TrackState.OPEN, State.PLENARY)
    clock = Clock.objects.get(track=criminal, done_at=None)
    assert (clock.rule, clock.due_on) == ("pilkada.criminal_referral", date(2024, 11, 26))
    assert track_of(matter, Kind.DISCIPLINE).hand_over == first
    assert HandOver.objects.get(pk=first.pk).state == HandOverState.SENT
    sent(cast, criminal, at=later)
    answered(first, at=later)
    assert fresh(matter).state == State.FORWARDED


def test_what_came_back_is_forwarded_again_with_a_package_of_its_own(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    (track,) = decided(matter, Kind.CRIMINAL)
    first = sent(cast, track)
    answered(first, returned=True)
    again = sent(cast, track_of(matter, Kind.CRIMINAL))
    assert again.package_id != first.package_id
    answered(again)
    assert (track_of(matter, Kind.CRIMINAL).state, fresh(matter).state) == (
        TrackState.ACKNOWLEDGED,
        State.ACKNOWLEDGED,
    )


def test_another_plenary_takes_up_what_came_back_and_leaves_alone_what_is_elsewhere(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    first, second = (sent(cast, track) for track in decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL))
    answered(second, returned=True)
    held(fresh(matter), cast.commissioner, at=DECIDED_AT, tracks=(Kind.DISCIPLINE, Kind.CRIMINAL))
    assert (track_of(matter, Kind.CRIMINAL).state, fresh(matter).state) == (TrackState.OPEN, State.PLENARY)
    decided(fresh(matter), Kind.DISCIPLINE)
    criminal = track_of(matter, Kind.CRIMINAL)
    assert (criminal.state, criminal.outcome) == (TrackState.ENDED, TrackOutcome.TAKEN_BACK)
    assert (track_of(matter, Kind.DISCIPLINE).hand_over, fresh(matter).state) == (first, State.FORWARDED)


def test_a_track_that_was_given_up_can_be_opened_by_a_later_plenary(cast: Cast) -> None:
    matter = in_plenary(cast)
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    give_up_track(track=track_of(matter, Kind.CRIMINAL), reason="Bukti kurang.", actor=cast.commissioner)
    assert not Clock.objects.filter(rule="pilkada.criminal_referral", done_at=None).exists()
    decided(fresh(matter), Kind.DISCIPLINE, Kind.CRIMINAL)
    criminal = track_of(matter, Kind.CRIMINAL)
    assert (criminal.state, criminal.outcome, criminal.ended_on) == (TrackState.OPEN, "", None)
    assert Clock.objects.filter(rule="pilkada.criminal_referral", done_at=None).count() == 1


def test_the_last_track_is_not_given_up_the_matter_is_closed_then(cast: Cast) -> None:
    matter = in_plenary(cast)
    (track,) = decided(matter, Kind.CRIMINAL)
    assert "give_up_track" not in acts_of(cast.commissioner, matter)
    with pytest.raises(Conflict) as caught:
        give_up_track(track=track, reason="x", actor=cast.commissioner)
    assert caught.value.code == "last_track"
    close(matter=fresh(matter), outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
    track.refresh_from_db()
    assert (track.state, track.outcome) == (TrackState.ENDED, TrackOutcome.NOT_PROVEN)
    assert not Clock.objects.filter(matter=matter, done_at=None).exists()


def test_what_has_left_is_neither_given_up_nor_sent_twice(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    track = track_of(matter, Kind.CRIMINAL)
    sent(cast, track)
    with pytest.raises(Conflict):
        give_up_track(track=track, reason="x", actor=cast.commissioner)
    with pytest.raises(Conflict):
        sent(cast, track)
    with pytest.raises(Conflict):
        end_track(track=track, outcome=TrackOutcome.HANDED_OVER, actor=cast.staff)
    assert HandOver.objects.filter(matter=matter).count() == 1


def test_the_receiver_of_another_track_is_refused_by_its_name(cast: Cast) -> None:
    (track,) = decided(in_plenary(cast), Kind.DISCIPLINE)
    kpu = bodies()["kpu"]
    with pytest.raises(BadInput) as caught:
        forward_track(track=track, to=kpu, summary="Ringkasan.", actor=cast.staff)
    assert (caught.value.field, caught.value.accepted) == ("to", ("BKN (contoh)",))
    with pytest.raises(BadInput) as caught:
        forward_track(track=track, to=cast.bkn, summary=" ", actor=cast.staff)
    assert caught.value.field == "summary"
    for nobody in cast.outsiders:
        with pytest.raises(Forbidden):
            forward_track(track=track, to=cast.bkn, summary="Ringkasan.", actor=nobody)


def test_forwarding_a_matter_takes_the_one_track_that_goes_there(cast: Cast) -> None:
    matter = in_plenary(cast)
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    hand_over = forward(matter=matter, to=cast.bkn, summary="Ringkasan.", actor=cast.staff)
    assert track_of(matter, Kind.DISCIPLINE).hand_over == hand_over
    with pytest.raises(BadInput) as caught:
        forward(matter=matter, to=cast.bkn, summary="Ringkasan.", actor=cast.staff)
    assert (caught.value.field, caught.value.accepted) == ("track", ("criminal",))


def test_two_tracks_to_the_same_receiver_are_told_apart(cast: Cast) -> None:
    matter = in_plenary(cast)
    decided(matter, Kind.DISCIPLINE, Kind.ETHICS)
    with pytest.raises(BadInput) as caught:
        forward(matter=matter, to=cast.bkn, summary="Ringkasan.", actor=cast.staff)
    assert caught.value.accepted == ("discipline", "ethics")


def test_without_tracks_a_matter_is_forwarded_as_a_whole(cast: Cast) -> None:
    matter = act.start_study(matter=cast.matter(), actor=cast.staff)
    forward(matter=matter, to=cast.bkn, summary="Ringkasan.", actor=cast.commissioner)
    assert (matter.state, Track.objects.count()) == (State.FORWARDED, 0)


def test_an_acknowledged_recommendation_about_a_civil_servant_enters_the_register(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    discipline, criminal = decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    answered(sent(cast, criminal))
    assert not Recommendation.objects.exists(), "a referral is no recommendation"
    answered(sent(cast, track_of(matter, Kind.DISCIPLINE)))
    row = Recommendation.objects.get()
    assert (row.number, row.addressee, row.persons) == (fresh(matter).register_number, "BKN (contoh)", 1)
    assert (row.dated_on, row.received_on) == (date(2024, 11, 23), date(2024, 11, 23))
    assert row.due_on is not None
    assert row.track_id == discipline.pk


def test_a_recommendation_that_stood_in_the_register_is_not_written_twice(cast: Cast) -> None:
    matter = in_plenary(cast)
    (track,) = decided(matter, Kind.DISCIPLINE)
    known = Recommendation(
        organisation=cast.bawaslu,
        number=fresh(matter).register_number,
        dated_on=date(2024, 11, 23),
        addressee="BKN (contoh)",
        note="diimpor",
    )
    known.save(force_insert=True)
    answered(sent(cast, track))
    assert [(row.pk, row.note, row.track_id) for row in Recommendation.objects.all()] == [
        (known.pk, "diimpor", track.pk)
    ]


def test_a_village_head_is_recommended_to_their_authority_and_not_in_the_register(cast: Cast) -> None:
    matter = in_plenary(cast, reported=VILLAGE)
    (track,) = decided(matter, Kind.OTHER_LAW)
    hand_over = sent(cast, track)
    assert hand_over.counterpart_name == "Pemko Cendana"
    answered(hand_over)
    assert not Recommendation.objects.exists()


def test_each_track_ends_by_itself_with_the_letter_that_says_so(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    all_acknowledged(cast, matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    discipline, criminal = track_of(matter, Kind.DISCIPLINE), track_of(matter, Kind.CRIMINAL)
    with pytest.raises(BadInput) as caught:
        end_track(track=discipline, outcome=TrackOutcome.SANCTIONED, actor=cast.staff)
    assert caught.value.field == "letter"
    with pytest.raises(BadInput) as caught:
        end_track(track=discipline, outcome=TrackOutcome.TAKEN_BACK, actor=cast.staff)
    assert caught.value.field == "outcome"
    end_track(track=discipline, outcome=TrackOutcome.SANCTIONED, letter="800/1/BKPSDM", actor=cast.staff)
    assert (discipline.state, discipline.letter) == (TrackState.ENDED, "800/1/BKPSDM")
    assert (criminal.state, fresh(matter).state) == (TrackState.ACKNOWLEDGED, State.ACKNOWLEDGED)
    assert possible_outcomes(cast.commissioner, fresh(matter)) == (Outcome.HANDED_OVER, Outcome.FOLLOWED_UP)
    close(matter=fresh(matter), outcome=Outcome.FOLLOWED_UP, actor=cast.staff)
    assert track_of(matter, Kind.CRIMINAL).outcome == TrackOutcome.FOLLOWED_UP
    assert track_of(matter, Kind.DISCIPLINE).outcome == TrackOutcome.SANCTIONED


def test_who_is_cleared_on_every_track_is_cleared_as_a_whole_and_nothing_else(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    all_acknowledged(cast, matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    end_track(track=track_of(matter, Kind.DISCIPLINE), outcome=TrackOutcome.NOT_PROVEN, letter="1", actor=cast.staff)
    assert Outcome.NOT_PROVEN not in possible_outcomes(cast.commissioner, fresh(matter)), "one is not decided yet"
    end_track(track=track_of(matter, Kind.CRIMINAL), outcome=TrackOutcome.NOT_PROVEN, letter="2", actor=cast.staff)
    assert possible_outcomes(cast.commissioner, fresh(matter)) == (Outcome.NOT_PROVEN,)


def test_the_reporter_reads_where_each_track_stands_and_no_name(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    discipline, _criminal = decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    answered(sent(cast, discipline))
    assert matter.report_id is not None
    view = follow_report(matter.report_id)
    assert [(track.kind, track.receives, track.state) for track in view.tracks] == [
        ("discipline", "bkn", "acknowledged"),
        ("criminal", "gakkumdu", "open"),
    ]
    told = json.dumps(view.to_json())
    assert NAME not in told
    assert '"track": "discipline"' in told
    assert Step.objects.filter(matter=matter, code="track_opened").count() == 2


def test_two_officials_at_once_on_the_same_track_one_wins(cast: Cast) -> None:
    matter = in_plenary(cast)
    bodies()
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    mine, theirs = track_of(matter, Kind.CRIMINAL), track_of(matter, Kind.CRIMINAL)
    sent(cast, mine)
    with pytest.raises(Conflict):
        sent(cast, theirs, actor=cast.commissioner)
    assert HandOver.objects.filter(matter=matter).count() == 1


def test_two_tracks_that_move_at_once_never_leave_the_matter_behind(cast: Cast) -> None:
    """Without the guard both would see the other as not answered, and the matter would wait for ever."""
    matter = in_plenary(cast)
    bodies()
    first, second = decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    sent(cast, first)
    stale = track_of(matter, Kind.CRIMINAL)
    assert stale.matter.version
    give_up_track(track=track_of(matter, Kind.CRIMINAL), reason="x", actor=cast.commissioner)
    with pytest.raises(Conflict):
        sent(cast, stale)
    assert (fresh(matter).state, second.pk) == (State.FORWARDED, stale.pk)


def test_the_page_of_the_matter_shows_its_tracks_with_route_clock_and_next_step(cast: Cast) -> None:
    matter = in_plenary(cast)
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    view = matter_view(cast.commissioner, matter.pk)
    assert view.acts[:2] == ("forward", "give_up_track")
    criminal = next(one for one in view.tracks if one.track.kind == "criminal")
    assert (criminal.route.source, criminal.route.confidence) == ("UU 1/2015 pasal 135 ayat (2)", "terverifikasi")
    assert [clock.due.rule for clock in criminal.clocks] == ["pilkada.criminal_referral"]
    assert criminal.acts == ("forward", "give_up_track")


def test_a_complete_report_does_not_end_for_want_of_competence_without_the_plenary(cast: Cast) -> None:
    from casework_rows import checked
    from sinetra.apps.cases.vocabulary import Ground

    matter = act.start_study(matter=cast.matter(), actor=cast.staff, at=FILED_AT)
    checked(matter, cast.staff)
    with pytest.raises(Forbidden) as caught:
        act.refuse_registration(matter=matter, ground=Ground.OUT_OF_COMPETENCE, reason="x", actor=cast.staff)
    assert caught.value.code == "plenary"
    act.refuse_registration(matter=matter, ground=Ground.OUT_OF_COMPETENCE, reason="x", actor=cast.commissioner)
    assert matter.state == State.NOT_REGISTERED
