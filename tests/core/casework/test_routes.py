"""Where a matter goes: by track, by who is reported, by the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.casework import load_casework
from sinetra.core.casework.routes import RouteFacts
from sinetra.core.casework.states import Product, Regime
from sinetra.core.errors import BadInput
from sinetra.core.law.words import BodyCode, SubjectStatus, Track

CASEWORK = load_casework(Path(sinetra.catalogue.__file__).parent)


def facts(
    track: str, day: str, subject: str = "pns", regime: Regime = Regime.PILKADA, sent: str | None = None
) -> RouteFacts:
    return RouteFacts(
        track=Track(track),
        act_date=date.fromisoformat(day),
        subject=SubjectStatus(subject),
        regime=regime,
        forwarded_on=None if sent is None else date.fromisoformat(sent),
    )


@pytest.mark.parametrize("subject", ["pns", "cpns", "pppk", "pppk_part_time"])
@pytest.mark.parametrize("track", ["ethics", "discipline", "other_law"])
def test_civil_servants_go_to_kasn_until_23_august_2024_and_to_bkn_from_the_24th(track: str, subject: str) -> None:
    assert CASEWORK.route(facts(track, "2024-08-23", subject)).receives is BodyCode.KASN
    after = CASEWORK.route(facts(track, "2024-08-24", subject))
    assert (after.receives, after.decides) == (BodyCode.BKN, BodyCode.PPK)


def test_an_old_act_sent_after_kasn_had_gone_goes_to_bkn() -> None:
    assert CASEWORK.route(facts("ethics", "2024-08-01", sent="2024-09-02")).receives is BodyCode.BKN


def test_an_administrative_breach_of_a_local_election_is_ruled_on_since_30_july_2025() -> None:
    before = CASEWORK.route(facts("election_administration", "2025-07-29"))
    since = CASEWORK.route(facts("election_administration", "2025-07-30"))
    assert (before.product, before.decides) == (Product.RECOMMENDATION, BodyCode.KPU)
    assert (since.product, since.decides) == (Product.RULING, BodyCode.BAWASLU)


def test_that_ruling_does_not_change_the_way_of_civil_servants() -> None:
    assert CASEWORK.route(facts("discipline", "2025-07-30")).product is Product.RECOMMENDATION


def test_an_offence_goes_to_gakkumdu_within_24_hours_whoever_it_was() -> None:
    for subject in SubjectStatus:
        route = CASEWORK.route(facts("criminal", "2024-11-20", subject.value))
        assert (route.receives, route.deadline) == (BodyCode.GAKKUMDU, "pilkada.criminal_referral")


@pytest.mark.parametrize(
    ("subject", "receives"),
    [
        ("non_asn", BodyCode.PPK),
        ("village_head", BodyCode.PPK),
        ("tni", BodyCode.TNI),
        ("polri", BodyCode.POLRI),
        ("election_official", BodyCode.DKPP),
        ("acting_regional_head", BodyCode.MENDAGRI),
        ("soe_official", BodyCode.EMPLOYER),
    ],
)
def test_others_go_to_their_own_body(subject: str, receives: BodyCode) -> None:
    assert CASEWORK.route(facts("ethics", "2024-11-20", subject)).receives is receives


def test_where_no_route_is_known_it_says_so_instead_of_guessing() -> None:
    with pytest.raises(BadInput) as caught:
        CASEWORK.route(facts("discipline", "2024-11-20", "none"))
    assert caught.value.field == "subject.status"
    assert "pns" in caught.value.accepted
    assert "none" not in caught.value.accepted


@given(
    track=st.sampled_from(list(Track)),
    subject=st.sampled_from(list(SubjectStatus)),
    regime=st.sampled_from(list(Regime)),
    day=st.dates(date(2017, 1, 1), date(2027, 12, 31)),
)
def test_there_is_never_more_than_one_route(track: Track, subject: SubjectStatus, regime: Regime, day: date) -> None:
    found = RouteFacts(track=track, act_date=day, subject=subject, regime=regime)
    assert len(CASEWORK.routes.matching(found)) <= 1


@given(subject=st.sampled_from(list(SubjectStatus)), day=st.dates(date(2017, 1, 1), date(2027, 12, 31)))
def test_a_known_route_is_known_on_every_day(subject: SubjectStatus, day: date) -> None:
    for track in Track:
        for regime in Regime:
            here, then = (
                CASEWORK.routes.matching(RouteFacts(track=track, act_date=when, subject=subject, regime=regime))
                for when in (day, date(2024, 11, 27))
            )
            assert bool(here) == bool(then)
