"""Who is PPK (kepegawaian) on a day: readings, limits, confidence, and what holds whatever is on record."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from authority_cast import AUTHORITY, DEPUTY, HEAD, MAYOR, OTHER, SECRETARY, VICE, day, leave, office, term

from sinetra.core.casework.appointing import Appointing, Certainty, appointing_authority
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term
from sinetra.core.clock.confidence import Confidence

PLT = term("regional_head", "plt", DEPUTY, "2024-09-25", "2024-11-23", reason="Wali kota cuti kampanye")
PJ = term("regional_head", "pj", OTHER, "2023-12-31", reason="Masa jabatan berakhir")
ENDED = replace(HEAD, until_on=day("2023-12-30"))
PYB = term("authorised_official", "definitive", SECRETARY, "2022-01-03")


def who(facts: OfficeFacts, on: str) -> Appointing:
    return appointing_authority(facts, day(on), AUTHORITY.grounds)


def test_a_contested_day_has_both_readings_with_their_sources_and_names_nobody() -> None:
    found = who(office(ENDED, PJ), "2024-04-02")
    assert [reading.said.ground.id for reading in found.readings] == ["pj_is_ppk", "pj_is_not_ppk"]
    assert [reading.holder and reading.holder.holder for reading in found.readings] == [OTHER, None]
    assert "Nusa Tenggara Barat" in found.readings[1].said.ground.source.id
    assert found.holder is None


def test_acting_heads_are_bound_and_definitive_ones_are_not() -> None:
    acting_head = who(office(HEAD, VICE, PLT, leave(MAYOR)), "2024-10-10")
    assert [step.ground.id for step in acting_head.limits] == ["acting_limits", "acting_transfers"]
    assert who(office(HEAD), "2024-10-10").limits == ()


def test_the_circular_of_september_2022_says_nothing_about_days_before_it() -> None:
    early = replace(PLT, from_on=day("2020-09-26"), until_on=day("2020-12-05"))
    head = replace(HEAD, from_on=day("2016-02-17"))
    found = who(office(head, early, leave(MAYOR, "2020-09-26", "2020-12-05")), "2020-10-10")
    assert [step.ground.id for step in found.limits] == ["acting_transfers"]


def test_the_law_of_the_day_is_cited() -> None:
    old, new = (who(office(replace(HEAD, from_on=day("2021-01-01"))), on) for on in ("2023-10-30", "2023-10-31"))
    assert "UU 5/2014" in old.steps[-1].ground.source.id
    assert "UU 20/2023" in new.steps[-1].ground.source.id
    assert (old.confidence, new.confidence) == (Confidence.UNCHECKED, Confidence.VERIFIED)


def test_it_is_never_surer_than_the_register() -> None:
    unsure = replace(HEAD, confidence=Confidence.PRESS)
    assert who(office(unsure), "2024-06-01").confidence is Confidence.PRESS
    assert who(office(HEAD, VICE, PLT, leave(MAYOR)), "2024-10-10").confidence is Confidence.PRESS


def test_the_secretary_as_authorised_official_is_told_apart_from_the_ppk() -> None:
    found = who(office(HEAD, PYB), "2024-06-01")
    assert found.delegate is not None
    assert (found.delegate.holder, found.holder and found.holder.holder) == (SECRETARY, MAYOR)
    assert [step.ground.confidence for step in found.delegation] == [Confidence.VERIFIED, Confidence.UNCHECKED]
    assert found.confidence is Confidence.VERIFIED, "what the secretary may do is open; who is PPK is not"
    assert who(office(HEAD), "2024-06-01").delegate is None


@st.composite
def offices(draw: st.DrawFn) -> OfficeFacts:
    days = st.dates(date(2024, 8, 1), date(2024, 12, 31))
    rows: list[Term | Leave] = []
    for _ in range(draw(st.integers(0, 5))):
        first = draw(days)
        last = draw(st.one_of(st.none(), st.integers(0, 90).map(lambda n, first=first: first + timedelta(days=n))))
        role, kind = draw(st.sampled_from(list(HeldRoleName))), draw(st.sampled_from(list(HeldKind)))
        made = term(role, kind, draw(st.sampled_from([MAYOR, DEPUTY, OTHER])), "2024-01-01")
        rows.append(replace(made, from_on=first, until_on=last, reason=draw(st.sampled_from(["", "sebab"]))))
    for _ in range(draw(st.integers(0, 2))):
        rows.append(leave(draw(st.sampled_from([MAYOR, DEPUTY, OTHER]))))
    return office(*rows)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(facts=offices(), on=st.dates(date(2024, 8, 1), date(2024, 12, 31)))
def test_whatever_the_register_holds_there_is_a_reason_and_the_holder_holds_on_that_day(
    facts: OfficeFacts, on: date
) -> None:
    found = appointing_authority(facts, on, AUTHORITY.grounds)
    assert found.steps
    assert (found.holder is None) == (found.certainty in {Certainty.CONTESTED, Certainty.UNKNOWN})
    assert bool(found.readings) == (found.certainty is Certainty.CONTESTED)
    assert found.holder is None or found.holder.on(on)
    assert found == appointing_authority(replace(facts, terms=facts.terms[::-1]), on, AUTHORITY.grounds)
