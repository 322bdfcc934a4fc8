"""Campaign leave of head and deputy: who should act on which days, and what the register still lacks."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from authority_cast import AUTHORITY, DEPUTY, HEAD, MAYOR, OTHER, VICE, day, leave, office, term

from sinetra.core.casework.away import away
from sinetra.core.casework.heads import HeldKind, Leave, OfficeFacts, Term
from sinetra.core.casework.leave_gaps import Campaign, leave_gaps
from sinetra.core.casework.stand_in import Level
from sinetra.core.law.words import BodyCode

CAMPAIGN = Campaign(first=day("2024-09-25"), last=day("2024-11-23"))
PJS = term("regional_head", "pjs", OTHER, "2024-09-25", "2024-11-23")
PLT = term("regional_head", "plt", DEPUTY, "2024-09-25", "2024-11-23")
GIVEN = {"given_by": BodyCode.GOVERNOR, "told_kpu_on": day("2024-09-20")}


def whole(holder: str) -> Leave:
    return replace(leave(holder), **GIVEN)


def gaps(*rows: Term | Leave, level: Level = Level.CITY, campaign: Campaign = CAMPAIGN) -> list[str]:
    return [said.ground.id for said in leave_gaps(office(*rows), AUTHORITY.grounds, level, campaign)]


def test_a_plt_while_the_head_is_away_alone_and_a_pjs_while_both_are() -> None:
    alone, both = (away(office(HEAD, VICE, *leaves)) for leaves in ([leave(MAYOR)], [leave(MAYOR), leave(DEPUTY)]))
    assert [one.wanted for one in alone] == [HeldKind.PLT]
    assert [one.wanted for one in both] == [HeldKind.PJS]
    assert away(office(HEAD, VICE, leave(DEPUTY))) == (), "the head is there"


def test_the_days_are_cut_where_the_second_leave_begins() -> None:
    found = away(office(HEAD, VICE, leave(MAYOR), leave(DEPUTY, "2024-10-01", "2024-10-31")))
    assert [(one.first, one.last, one.wanted) for one in found] == [
        (day("2024-09-25"), day("2024-09-30"), HeldKind.PLT),
        (day("2024-10-01"), day("2024-10-31"), HeldKind.PJS),
        (day("2024-11-01"), day("2024-11-23"), HeldKind.PLT),
    ]


def test_without_a_deputy_on_record_it_is_open_who_should_act() -> None:
    (found,) = away(office(HEAD, leave(MAYOR)))
    assert (found.wanted, found.as_wanted) == (None, None)


def test_a_complete_register_lacks_nothing() -> None:
    assert gaps(HEAD, VICE, PJS, whole(MAYOR), whole(DEPUTY)) == []
    assert gaps(HEAD, VICE, PLT, whole(MAYOR)) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEAD, VICE, PLT, leave(MAYOR)), ["leave_giver_missing", "leave_not_told"]),
        ((HEAD, VICE, PLT, replace(whole(MAYOR), given_by=BodyCode.MENDAGRI)), ["leave_giver_city"]),
        ((HEAD, VICE, replace(whole(MAYOR), until_on=day("2024-11-22")), PLT), ["leave_not_whole"]),
        ((HEAD, VICE, whole(OTHER)), ["leave_without_office"]),
        ((HEAD, VICE, whole(MAYOR)), ["away_plt_missing"]),
        ((HEAD, VICE, whole(MAYOR), whole(DEPUTY)), ["away_pjs_missing"]),
        ((HEAD, VICE, PJS, whole(MAYOR)), ["away_plt_expected"]),
        ((HEAD, VICE, PLT, whole(MAYOR), whole(DEPUTY)), ["away_pjs_expected"]),
        ((HEAD, PJS, whole(MAYOR)), ["away_deputy_unknown"]),
        ((HEAD, VICE, leave(MAYOR, "2020-09-26", "2020-12-05")), []),
    ],
)
def test_each_thing_that_is_missing_or_does_not_fit_is_named(rows: tuple[Term | Leave, ...], expected: list[str]):
    assert gaps(*rows) == expected


def test_a_governor_has_leave_from_the_minister() -> None:
    rows = (HEAD, VICE, PLT, replace(whole(MAYOR), given_by=BodyCode.MENDAGRI))
    assert gaps(*rows, level=Level.PROVINCE) == []
    assert gaps(HEAD, VICE, PLT, whole(MAYOR), level=Level.PROVINCE) == ["leave_giver_province"]


def test_an_incumbent_on_the_ballot_without_leave_is_named_and_with_leave_is_not() -> None:
    running = replace(CAMPAIGN, incumbents=(MAYOR, DEPUTY))
    assert gaps(HEAD, VICE, campaign=running) == ["incumbent_without_leave"] * 2
    assert gaps(HEAD, VICE, PJS, whole(MAYOR), whole(DEPUTY), campaign=running) == []


def test_what_is_missing_is_said_in_both_languages_with_its_source() -> None:
    rows = office(HEAD, VICE, PJS, leave(MAYOR, "2024-10-01", "2024-10-02"), leave(OTHER))
    found = leave_gaps(rows, AUTHORITY.grounds, Level.CITY, replace(CAMPAIGN, incumbents=(DEPUTY,)))
    assert found
    for said in found:
        assert said.ground.source.id
        assert all("%(" not in said.render(language) for language in ("id", "en"))


@st.composite
def offices(draw: st.DrawFn) -> OfficeFacts:
    days = st.dates(date(2024, 9, 1), date(2024, 12, 1))
    rows: list[Term | Leave] = [HEAD, VICE]
    for holder in draw(st.lists(st.sampled_from([MAYOR, DEPUTY]), max_size=3)):
        first, length = draw(days), timedelta(days=draw(st.integers(0, 40)))
        rows.append(replace(leave(holder), from_on=first, until_on=first + length))
    if draw(st.booleans()):
        rows.append(replace(PJS, from_on=draw(days), until_on=None))
    return office(*rows)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(facts=offices(), on=st.dates(date(2024, 8, 25), date(2025, 1, 15)))
def test_each_day_of_leave_lies_in_exactly_one_stretch_that_says_what_holds_on_it(facts: OfficeFacts, on: date) -> None:
    stretches = [one for one in away(facts) if one.first <= on <= one.last]
    gone = facts.leave_of(MAYOR, on) is not None
    assert len(stretches) == int(gone)
    for one in stretches:
        assert one.deputy_away is (facts.leave_of(DEPUTY, on) is not None)
        sent = any(row.holder == OTHER and row.on(on) for row in facts.terms)
        assert [row.holder for row in one.recorded] == [OTHER] * sent
