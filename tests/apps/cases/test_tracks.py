"""Parallel tracks: each with its own route, clock and hand-over; what they make of the matter together."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from report_cast import Cast

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Clock, Matter, Track
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.tracks import open_tracks
from sinetra.apps.cases.vocabulary import State
from sinetra.core.law.words import Track as Kind

pytestmark = pytest.mark.django_db
DECIDED_AT = datetime.fromisoformat("2024-11-23T15:00+07:00")


def decided(matter: Matter, *kinds: Kind, at: datetime = DECIDED_AT, **more: Any) -> tuple[Track, ...]:
    at, on = moment(at, matter.region_id)
    with unit_of_work(SYSTEM) as work:
        return open_tracks(work, matter, kinds, on=on, at=at, **more)


def test_the_plenary_opens_one_track_a_kind_each_with_its_own_route(cast: Cast) -> None:
    tracks = decided(cast.in_plenary(), Kind.DISCIPLINE, Kind.CRIMINAL)
    told = [(track.kind, track.subject, track.receives, track.decides, track.product) for track in tracks]
    assert told == [
        ("discipline", "pns", "bkn", "ppk", "recommendation"),
        ("criminal", "", "gakkumdu", "court", "referral"),
    ]
    assert tracks[0].matter.state == State.PLENARY


def test_the_referral_of_an_offence_is_due_a_day_after_the_decision_to_the_minute(cast: Cast) -> None:
    discipline, criminal = decided(cast.in_plenary(), Kind.DISCIPLINE, Kind.CRIMINAL)
    clock = Clock.objects.get(track=criminal)
    assert (clock.rule, clock.due_at.isoformat()) == ("pilkada.criminal_referral", "2024-11-24T08:00:00+00:00")
    assert not Clock.objects.filter(track=discipline).exists()
