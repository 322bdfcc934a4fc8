"""By which route each track goes: for whom, to whom, with what product, by the law of the day."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from report_cast import NAME, Cast
from track_cast import (
    BOTH,
    DECIDED_AT,
    VILLAGE,
    answered,
    bodies,
    decided,
    fresh,
    in_plenary,
    sent,
    track_of,
)

from casework_rows import held, studied
from sinetra.apps.cases import actions as act
from sinetra.apps.cases.actions import deliver, end_track
from sinetra.apps.cases.models import Clock, Track
from sinetra.apps.cases.selectors import package_file
from sinetra.apps.cases.vocabulary import State, TrackOutcome
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import BadInput
from sinetra.core.law.words import SubjectStatus
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db
LAST_DAY = datetime.fromisoformat("2025-07-29T23:30+07:00")
NEXT_DAY = datetime.fromisoformat("2025-07-30T00:30+07:00")


def test_the_plenary_opens_one_track_a_kind_each_with_its_own_route(cast: Cast) -> None:
    matter = in_plenary(cast)
    tracks = decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    told = [(track.kind, track.subject, track.receives, track.decides, track.product) for track in tracks]
    assert told == [
        ("discipline", "pns", "bkn", "ppk", "recommendation"),
        ("criminal", "", "gakkumdu", "court", "referral"),
    ]
    assert matter.state == State.PLENARY


def test_the_referral_of_an_offence_is_due_a_day_after_the_decision_to_the_minute(cast: Cast) -> None:
    discipline, criminal = decided(in_plenary(cast), Kind.DISCIPLINE, Kind.CRIMINAL)
    clock = Clock.objects.get(track=criminal)
    assert (clock.rule, clock.due_at.isoformat()) == ("pilkada.criminal_referral", "2024-11-24T08:00:00+00:00")
    assert not Clock.objects.filter(track=discipline).exists()


@pytest.mark.parametrize(
    ("at", "product", "decides"), [(LAST_DAY, "recommendation", "kpu"), (NEXT_DAY, "ruling", "bawaslu")]
)
def test_administration_is_a_recommendation_until_29_july_2025_and_a_ruling_from_the_30th(
    cast: Cast, at: datetime, product: str, decides: str
) -> None:
    (track,) = decided(in_plenary(cast), Kind.ELECTION_ADMINISTRATION, at=at)
    assert (track.receives, track.product, track.decides) == ("kpu", product, decides)


@pytest.mark.parametrize(("at", "said"), [(LAST_DAY, "Tindak lanjut KPU"), (NEXT_DAY, "Pelaksanaan putusan")])
def test_the_kpu_examines_a_recommendation_and_carries_out_a_ruling_on_a_clock_of_its_own(
    cast: Cast, at: datetime, said: str
) -> None:
    bodies()
    matter = in_plenary(cast)
    administration, criminal = decided(matter, Kind.ELECTION_ADMINISTRATION, Kind.CRIMINAL, at=at)
    answered(sent(cast, administration, at=at), at=at)
    clock = Clock.objects.get(track=administration, done_at=None)
    assert clock.told["name"]["id"].startswith(said)
    assert (clock.rule, clock.due_on) == ("pilkada.kpu_follow_up", at.date() + timedelta(days=7))
    assert Clock.objects.get(track=criminal, done_at=None).rule == "pilkada.criminal_referral"
    end_track(track=track_of(matter, Kind.ELECTION_ADMINISTRATION), outcome=TrackOutcome.FOLLOWED_UP, actor=cast.staff)
    assert not Clock.objects.filter(track=administration, done_at=None).exists()


def test_what_was_decided_as_a_recommendation_does_not_become_a_ruling_on_its_way(cast: Cast) -> None:
    bodies()
    (track,) = decided(in_plenary(cast), Kind.ELECTION_ADMINISTRATION, at=LAST_DAY)
    sent(cast, track, at=NEXT_DAY)
    assert (track.product, track.route) == ("recommendation", "administration.pilkada.recommendation")


def test_a_body_that_gave_its_place_to_another_receives_nothing_any_more(cast: Cast) -> None:
    matter = in_plenary(cast)
    (track,) = decided(matter, Kind.ETHICS, at=datetime.fromisoformat("2024-08-23T10:00+07:00"))
    assert track.receives == "kasn"
    act.forward_track(track=track, to=cast.bkn, summary="Ringkasan.", actor=cast.staff, at=DECIDED_AT)
    assert (track.receives, track.route) == ("bkn", "asn.bkn")


@pytest.mark.parametrize(
    ("role", "receives", "decides"),
    [
        ("village_head", "ppk", "regional_head"),
        ("non_asn", "ppk", "employer"),
        ("tni", "tni", "tni"),
        ("polri", "polri", "polri"),
        ("election_official", "dkpp", "dkpp"),
    ],
)
def test_who_is_no_civil_servant_goes_to_their_own_authority(
    cast: Cast, role: str, receives: str, decides: str
) -> None:
    (track,) = decided(in_plenary(cast, reported=[VILLAGE[0] | {"role": role}]), Kind.ETHICS)
    assert (track.subject, track.receives, track.decides) == (role, receives, decides)


def test_whom_the_study_calls_of_another_status_than_the_post_tells_goes_along_on_that_track(cast: Cast) -> None:
    matter = studied(cast.registered(), cast.staff, status="non_asn")
    held(matter, cast.commissioner, tracks=(Kind.DISCIPLINE,))
    track = track_of(matter, Kind.DISCIPLINE)
    assert (track.subject, track.receives) == ("non_asn", "ppk")
    package = json.loads(package_file(cast.staff, sent(cast, track).pk)[1])
    assert [person["name"] for person in package["content"]["reported"]] == [NAME]


def test_the_receiver_knows_on_which_track_it_came_and_as_what(cast: Cast) -> None:
    matter = studied(cast.registered(), cast.staff, status="non_asn")
    held(matter, cast.commissioner, tracks=(Kind.DISCIPLINE,))
    track = track_of(matter, Kind.DISCIPLINE)
    arrived = deliver(sent(cast, track).pk, "package")
    assert arrived is not None
    told = open_value(arrived.matter.facts_sealed, arrived.matter_id, "facts")
    assert (told["track"], told["product"]) == ("discipline", track.product)


def test_two_who_are_reported_have_a_track_each_and_neither_package_names_the_other(cast: Cast) -> None:
    matter = in_plenary(cast, reported=BOTH)
    decided(matter, Kind.DISCIPLINE, Kind.CRIMINAL)
    bodies()
    names = {}
    for kind, subject in Track.objects.filter(matter=matter).values_list("kind", "subject"):
        track = track_of(matter, Kind(kind), subject)
        raw = package_file(cast.staff, sent(cast, track).pk)[1]
        told = json.loads(raw)["content"]
        names[track.kind, track.subject] = [person["name"] for person in told["reported"]]
        assert (told["track"], told["product"]) == (track.kind, track.product)
    assert names == {
        ("discipline", "pns"): [NAME],
        ("discipline", "village_head"): ["Kenanga Contohwati"],
        ("criminal", ""): [NAME, "Kenanga Contohwati"],
    }


def test_where_the_facts_do_not_tell_who_is_reported_the_plenary_says_it(cast: Cast) -> None:
    matter = in_plenary(cast, reported=[{"role": "teacher", "name": NAME, "unit": "Sekolah Contoh"}])
    with pytest.raises(BadInput) as caught:
        decided(matter, Kind.DISCIPLINE)
    assert (caught.value.field, "pppk" in caught.value.accepted) == ("subjects", True)
    (criminal,) = decided(fresh(matter), Kind.CRIMINAL)
    assert criminal.receives == "gakkumdu", "an offence is referred whoever is reported"
    tracks = decided(fresh(matter), Kind.CRIMINAL, Kind.DISCIPLINE, subjects=(SubjectStatus.PPPK,))
    assert [track.subject for track in tracks] == ["", "pppk"]
