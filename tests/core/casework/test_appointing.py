"""Who is PPK (kepegawaian) on a day, scenario by scenario, and why."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from authority_cast import AUTHORITY, DEPUTY, HEAD, MAYOR, OTHER, SECRETARY, SEKDA, VICE, day, leave, office, term

from sinetra.core.casework.appointing import Appointing, Certainty, appointing_authority
from sinetra.core.casework.heads import HeldKind, HeldRoleName, Leave, OfficeFacts, Term
from sinetra.core.clock.confidence import Confidence

PJS = term("regional_head", "pjs", OTHER, "2024-09-25", "2024-11-23", reason="Kepala dan wakil cuti kampanye")
PLT = term("regional_head", "plt", DEPUTY, "2024-09-25", "2024-11-23", reason="Wali kota cuti kampanye")
PLH = term("regional_head", "plh", SECRETARY, "2024-09-25", "2024-09-27", reason="Menunggu pelantikan Pjs")
PJ = term("regional_head", "pj", OTHER, "2023-12-31", reason="Masa jabatan berakhir")
ENDED = replace(HEAD, until_on=day("2023-12-30"))
PPK = term("ppk", "definitive", MAYOR, "2021-02-26")
PYB = term("authorised_official", "definitive", SECRETARY, "2022-01-03")


def who(facts: OfficeFacts, on: str) -> Appointing:
    return appointing_authority(facts, day(on), AUTHORITY.grounds)


def grounds(found: Appointing) -> list[str]:
    return [step.ground.id for step in (*found.steps, *found.delegation)]


# Name of the scenario, the facts, the day, who, how sure, and a ground that must be among the steps.
SCENARIOS = [
    ("the definitive head is in office", (HEAD,), "2024-06-01", MAYOR, "settled", "head_is_ppk"),
    (
        "a candidate before the campaign is still in office",
        (HEAD, leave(MAYOR)),
        "2024-09-24",
        MAYOR,
        "settled",
        "head_is_ppk",
    ),
    (
        "first day of the leave, deputy recorded as Plt",
        (HEAD, VICE, PLT, leave(MAYOR)),
        "2024-09-25",
        DEPUTY,
        "settled",
        "plt",
    ),
    ("last day of the leave", (HEAD, VICE, PLT, leave(MAYOR)), "2024-11-23", DEPUTY, "settled", "plt_campaign"),
    ("the day after the leave", (HEAD, VICE, PLT, leave(MAYOR)), "2024-11-24", MAYOR, "settled", "leave_over"),
    (
        "only the deputy runs and is on leave",
        (HEAD, VICE, leave(DEPUTY)),
        "2024-10-10",
        MAYOR,
        "settled",
        "head_is_ppk",
    ),
    (
        "both run, a Pjs is recorded",
        (HEAD, VICE, PJS, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        OTHER,
        "settled",
        "pjs",
    ),
    (
        "both run, nobody is recorded",
        (HEAD, VICE, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        None,
        "unknown",
        "deputy_on_leave",
    ),
    (
        "nobody is recorded but the secretary",
        (HEAD, VICE, SEKDA, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        None,
        "unknown",
        "secretary_daily",
    ),
    (
        "on leave, deputy without a letter",
        (HEAD, VICE, leave(MAYOR)),
        "2024-10-10",
        DEPUTY,
        "open",
        "appointment_missing",
    ),
    ("on leave, no deputy on record", (HEAD, leave(MAYOR)), "2024-10-10", None, "unknown", "deputy_not_recorded"),
    (
        "a Plh until the Pjs comes",
        (HEAD, VICE, PLH, leave(MAYOR), leave(DEPUTY)),
        "2024-09-26",
        None,
        "contested",
        "plh",
    ),
    ("a Pj after the term ended", (ENDED, PJ), "2024-04-02", None, "contested", "pj"),
    ("a Pj while a head is on record", (HEAD, PJ), "2024-04-02", None, "contested", "pj_over_a_head"),
    ("the term ended, nobody is recorded", (ENDED,), "2024-04-02", None, "unknown", "nothing_known"),
    ("a Pjs whose leave is not on record", (HEAD, PJS), "2024-10-10", OTHER, "settled", "leave_not_recorded"),
    (
        "a Pjs without leave and without reason",
        (HEAD, replace(PJS, reason="")),
        "2024-10-10",
        None,
        "contested",
        "acting_without_reason",
    ),
    (
        "a Plt who is on leave himself",
        (HEAD, VICE, PLT, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        None,
        "contested",
        "acting_is_on_leave",
    ),
    (
        "a Plt in a vacancy",
        (replace(HEAD, until_on=day("2024-06-30")), VICE, replace(PLT, from_on=day("2024-07-01"), until_on=None)),
        "2024-08-01",
        DEPUTY,
        "settled",
        "plt",
    ),
    ("a Pjs and no head on record", (PJS,), "2024-10-10", OTHER, "open", "head_not_recorded"),
    ("a Plh and a Pjs on one day", (HEAD, PLH, PJS, leave(MAYOR)), "2024-09-26", None, "contested", "several_acting"),
    ("only a deputy is on record", (VICE,), "2024-10-10", None, "unknown", "head_not_recorded"),
    ("an office that records only PPK", (PPK,), "2024-10-10", MAYOR, "settled", "stated"),
    (
        "the record names somebody else",
        (HEAD, replace(PPK, holder=OTHER)),
        "2024-06-01",
        None,
        "contested",
        "stated_differs",
    ),
    (
        "the record fills a gap",
        (HEAD, leave(MAYOR), term("ppk", "pjs", OTHER, "2024-09-25")),
        "2024-10-10",
        OTHER,
        "open",
        "stated",
    ),
    (
        "an open record of the mayor as PPK says nothing against the Pjs",
        (HEAD, PPK, VICE, PJS, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        OTHER,
        "settled",
        "pjs",
    ),
    (
        "nor does it make a mayor on leave PPK",
        (HEAD, PPK, VICE, leave(MAYOR), leave(DEPUTY)),
        "2024-10-10",
        None,
        "unknown",
        "nobody_acts",
    ),
    ("the record states a Pj", (term("ppk", "pj", OTHER, "2024-01-01"),), "2024-10-10", None, "contested", "stated"),
    ("powers are with the secretary as PyB", (HEAD, PYB), "2024-06-01", MAYOR, "settled", "delegated"),
    ("nothing is known", (), "2024-06-01", None, "unknown", "nothing_known"),
]


@pytest.mark.parametrize(
    ("facts", "on", "holder", "certainty", "ground"), [row[1:] for row in SCENARIOS], ids=[row[0] for row in SCENARIOS]
)
def test_each_scenario_explains_itself(
    facts: tuple[Term | Leave, ...], on: str, holder: str | None, certainty: str, ground: str
) -> None:
    found = who(office(*facts), on)
    assert (found.holder.holder if found.holder else None, found.certainty) == (holder, certainty)
    assert ground in grounds(found)
    for step in (*found.steps, *found.limits, *found.delegation, *(reading.said for reading in found.readings)):
        assert step.ground.source.id
        for language in ("id", "en"):
            assert "%(" not in step.render(language)
            assert step.render(language)


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
