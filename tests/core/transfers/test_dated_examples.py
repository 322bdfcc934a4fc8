"""The cases that the press reported, and the days on which a window begins and ends."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from sinetra.core.transfers import Verdict, WindowId

sys.path.insert(0, str(Path(__file__).parent))
from transfer_facts import check, readings, statuses

ARTICLE_71 = {("uu-10-2016", "71 ayat (2)"), ("uu-1-2015", "190")}


def norms(result, window):
    return {(item.instrument, item.article) for item in result.window(window).norms}


def test_an_inauguration_on_22_march_2024_needs_a_permit_and_shows_both_readings():
    # Pasaman Barat inaugurated 51 officials on that day, and annulled it on the same day.
    result = check(effective_on="2024-03-22", region="13.12")
    window = result.window(WindowId.BEFORE_DETERMINATION)
    assert result.verdict is Verdict.NEEDS_PERMIT
    assert (window.status, window.first) == ("boundary", date(2024, 3, 22))
    assert norms(result, WindowId.BEFORE_DETERMINATION) >= ARTICLE_71
    assert window.rules == ("pilkada.190", "pilkada.71-5")
    assert readings(result) == {"first_day_counts": "needs_permit", "first_day_free": "allowed"}
    assert [reading.followed for reading in window.readings] == [True, False]
    assert all(reading.source for reading in window.readings)


def test_without_a_permit_22_march_2024_is_forbidden_and_one_reading_still_allows_it():
    result = check(effective_on="2024-03-22", permit=False)
    assert result.verdict is Verdict.FORBIDDEN
    assert readings(result) == {"first_day_counts": "forbidden", "first_day_free": "allowed"}


@pytest.mark.parametrize(
    ("day", "status", "verdict"),
    [
        ("2024-03-20", "outside", "allowed"),
        ("2024-03-21", "boundary", "allowed"),
        ("2024-03-22", "boundary", "needs_permit"),
        ("2024-03-23", "boundary", "needs_permit"),
        ("2024-03-24", "inside", "needs_permit"),
    ],
)
def test_the_day_before_and_the_day_after_are_warned_of(day, status, verdict):
    result = check(effective_on=day)
    assert statuses(result)["before_determination"] == status
    assert result.verdict == verdict
    assert bool(readings(result)) == (status == "boundary")


def test_a_permit_dated_after_the_inauguration_does_not_help():
    # Kota Bengkulu: inauguration on 8 November 2024, permit of 11 November.
    result = check(
        effective_on="2024-11-08", region="17.71", permit={"number": "100.2.2.6/8420/OTDA", "date": "2024-11-11"}
    )
    assert result.verdict is Verdict.FORBIDDEN
    assert statuses(result)["before_determination"] == "inside"
    assert norms(result, WindowId.BEFORE_DETERMINATION) >= ARTICLE_71
    step = next(step for step in result.sequence if step.id == "permit_before_inauguration")
    assert (step.status, step.confidence) == ("not_met", "pers")
    assert any("2024-11-11" in line.id and "2024-11-08" in line.en for line in result.explanation)


@pytest.mark.parametrize("day", ["2024-11-07", "2024-11-08"])
def test_a_permit_of_the_day_or_before_it_allows_the_same_inauguration(day):
    result = check(effective_on="2024-11-08", region="17.71", permit={"date": day})
    assert result.verdict is Verdict.ALLOWED


@pytest.mark.parametrize("kind", ["plt", "pj"])
def test_an_acting_head_without_consent_may_not_transfer_even_outside_an_election(kind):
    result = check(effective_on="2023-05-02", election=None, official_kind=kind, permit=False)
    assert result.verdict is Verdict.FORBIDDEN
    assert statuses(result) == {
        "before_determination": "outside",
        "after_inauguration": "outside",
        "acting_head": "inside",
    }
    assert norms(result, WindowId.ACTING_HEAD) == {("pp-49-2008", "132A ayat (1) dan (2)")}
    assert readings(result) == {"in_force": "forbidden", "parent_repealed": "allowed"}


def test_whether_the_rule_on_acting_heads_reaches_a_temporary_one_is_open():
    # The article was read: it names Pj and Plt, not Pjs.
    quiet = {"effective_on": "2023-05-02", "election": None, "official_kind": "pjs"}
    result = check(**quiet, permit=False)
    assert result.verdict is Verdict.UNDETERMINED
    window = result.window(WindowId.ACTING_HEAD)
    assert window.status == "inside"
    assert readings(result) == {"temporary_as_well": "forbidden", "not_named": "allowed", "not_in_force": "allowed"}
    assert {(reading.followed, reading.confidence.value) for reading in window.readings} == {(False, "perlu-cek")}
    assert [(norm.instrument, norm.confidence.value) for norm in window.norms] == [("pp-49-2008", "perlu-cek")]
    assert any("Pjs" in line.id and "Pjs" in line.en for line in result.explanation)
    assert not any("memerlukan persetujuan" in line.id for line in result.explanation)
    excepted = check(**quiet, ground="uptd_adjustment")
    assert not any("memerlukan persetujuan" in line.id for line in excepted.explanation)
    assert check(**quiet, permit={"date": "2023-05-01"}).verdict is Verdict.ALLOWED
    for kind in ("plt", "pj"):
        named = check(**quiet | {"official_kind": kind}).window(WindowId.ACTING_HEAD)
        assert [norm.confidence.value for norm in named.norms] == ["terverifikasi"]


def test_an_acting_head_with_consent_may_and_a_definitive_one_needs_none():
    quiet = {"effective_on": "2023-05-02", "election": None}
    assert check(**quiet, official_kind="pj").verdict is Verdict.NEEDS_PERMIT
    assert check(**quiet, official_kind="pj", permit={"date": "2023-05-01"}).verdict is Verdict.ALLOWED
    assert check(**quiet, official_kind="definitive", permit=False).verdict is Verdict.ALLOWED


def test_an_acting_head_is_bound_by_article_71_as_well():
    result = check(official_kind="pj")
    assert ("uu-10-2016", "71 ayat (4)") in norms(result, WindowId.BEFORE_DETERMINATION)
    for kind in ("definitive", "plt", "pjs"):
        others = check(official_kind=kind)
        assert others.verdict is Verdict.NEEDS_PERMIT
        assert ("uu-10-2016", "71 ayat (4)") not in norms(others, WindowId.BEFORE_DETERMINATION)


def _both(last_day_counts, inauguration_counts):
    return {"last_day_counts": last_day_counts, "inauguration_counts": inauguration_counts}


@pytest.mark.parametrize(
    ("day", "status", "verdict", "shown"),
    [
        ("2025-02-20", "inside", "needs_permit", {}),
        ("2025-08-18", "inside", "needs_permit", {}),
        ("2025-08-19", "boundary", "needs_permit", _both("needs_permit", "needs_permit")),
        ("2025-08-20", "boundary", "needs_permit", _both("needs_permit", "allowed")),
        ("2025-08-21", "boundary", "allowed", _both("allowed", "allowed")),
        ("2025-08-22", "outside", "allowed", {}),
    ],
)
def test_six_months_after_inauguration_the_ban_ends(day, status, verdict, shown):
    result = check(effective_on=day)
    assert statuses(result)["after_inauguration"] == status
    assert result.verdict == verdict
    assert readings(result) == shown
    assert ("uu-10-2016", "162 ayat (3)") in norms(result, WindowId.AFTER_INAUGURATION)


def test_between_determination_and_inauguration_there_is_no_gap():
    assert statuses(check(effective_on="2025-02-19"))["before_determination"] == "inside"
    assert statuses(check(effective_on="2025-02-20"))["before_determination"] == "outside"
    assert check(effective_on="2025-02-19").verdict is check(effective_on="2025-02-20").verdict


def test_where_the_vote_was_repeated_the_windows_follow_its_inauguration():
    # Banjarbaru: re-vote on 19 April 2025, inauguration on 21 June.
    for election in ("pilkada_2024", "psu_banjarbaru_2025", None):
        result = check(effective_on="2025-06-20", region="63.72", election=election)
        assert statuses(result)["before_determination"] == "inside", election
        after = check(effective_on="2025-12-21", region="63.72", election=election)
        assert statuses(after)["after_inauguration"] == "boundary", election


UNCHECKED = "Hari pelantikan daerah itu tidak diperiksa sendiri; yang dipakai 2025-02-20 (pilkada_2024)."


@pytest.mark.parametrize(
    ("day", "verdict"),
    # A head inaugurated later than the others is still bound in October, which only that region's own day would tell.
    [
        ("2025-02-20", "needs_permit"),
        ("2025-05-05", "needs_permit"),
        ("2025-08-21", "allowed"),
        ("2025-10-01", "allowed"),
    ],
)
def test_after_a_joint_inauguration_it_is_told_that_the_day_of_the_region_was_not_checked(day, verdict):
    for election in ("pilkada_2024", None):
        result = check(effective_on=day, region="13.12", election=election)
        assert result.verdict == verdict
        assert UNCHECKED in [line.id for line in result.explanation]
        assert any("inauguration day of that region" in line.en for line in result.explanation)


@pytest.mark.parametrize(
    "facts",
    [
        {"effective_on": "2025-10-01", "region": "63.72"},
        {"effective_on": "2025-10-01", "region": "63.72", "election": "psu_banjarbaru_2025"},
        # Before any inauguration, and where the region itself is asked for.
        {"effective_on": "2024-05-02", "region": "13.12"},
        {"effective_on": "2025-10-01", "region": None},
    ],
)
def test_where_the_day_of_the_region_is_known_or_plays_no_part_nothing_is_told_of_it(facts):
    assert not any("tidak diperiksa sendiri" in line.id for line in check(**facts).explanation)


def test_in_2020_it_is_open_which_timetable_opened_the_window():
    result = check(effective_on="2020-02-03", election="pilkada_2020", region="63.72")
    assert result.verdict is Verdict.UNDETERMINED
    assert readings(result) == {"earlier_timetable": "needs_permit", "current_timetable": "allowed"}
    assert check(effective_on="2020-01-07", election="pilkada_2020", region="63.72").verdict is Verdict.ALLOWED
    assert check(effective_on="2020-03-25", election="pilkada_2020", region="63.72").verdict is Verdict.NEEDS_PERMIT


def test_a_head_who_is_not_elected_there_is_an_open_question():
    # The governor of Yogyakarta is not elected; the regents and the mayor are.
    result = check(region="34")
    assert result.verdict is Verdict.UNDETERMINED
    assert readings(result) == {"elected_here_only": "allowed", "every_head": "needs_permit"}
    assert check(region="34.04").verdict is Verdict.NEEDS_PERMIT


def test_a_general_election_opens_no_window():
    result = check(effective_on="2023-12-01", election="pemilu_2024")
    assert set(statuses(result).values()) == {"outside"}
    assert result.verdict is Verdict.ALLOWED
