"""The dated examples that the law and the press tell, each with what its explanation must say."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import sinetra.catalogue
from sinetra.core.clock.clock import load_clock
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.deadline_rules import DayType
from sinetra.core.clock.stages import StageCode

CLOCK = load_clock(Path(sinetra.catalogue.__file__).parent)

# What is told of each step: length, unit, kind of day. From the reference, not from the catalogue.
STEPS = {
    "pilkada.filing": (7, "day", "calendar"),
    "pilkada.study": (3, "day", "calendar"),
    "pilkada.study_extended": (5, "day", "calendar"),
    "pilkada.criminal_referral": (24, "hour", "calendar"),
    "pilkada.kpu_follow_up": (7, "day", "calendar"),
    "pilkada.investigation": (14, "day", "working"),
    "pilkada.investigation_return": (3, "day", "working"),
    "pilkada.investigation_resubmission": (3, "day", "working"),
    "pilkada.to_court": (5, "day", "working"),
    "pilkada.tsm": (14, "day", "working"),
    "pilkada.tsm_kpu": (3, "day", "working"),
    "pilkada.tsm_petition": (3, "day", "working"),
    "pilkada.tsm_supreme_court": (14, "day", "working"),
    "pilkada.consent_before_determination": (6, "month", "calendar"),
    "pilkada.consent_after_inauguration": (6, "month", "calendar"),
    "pemilu.filing": (7, "day", "working"),
    "pemilu.finding": (7, "day", "working"),
    "pemilu.study": (7, "day", "working"),
    "pemilu.study_extended": (14, "day", "working"),
    "sbt.verification": (7, "day", "calendar"),
    "sbt.bawaslu_study": (3, "day", "working"),
    "skb.follow_up": (14, "day", "working"),
    "ppk.follow_up": (14, "day", "working"),
    "acting_head.report": (7, "day", "working"),
    "pp94.summons": (7, "day", "working"),
    "pp94.second_summons": (7, "day", "working"),
    "pp94.delivery": (14, "day", "working"),
    "pp94.sending": (3, "day", "working"),
    "pp94.effect": (15, "day", "working"),
    "pp94.objection": (14, "day", "working"),
    "pp94.objection_official": (14, "day", "working"),
    "pp94.objection_answer": (6, "day", "working"),
    "pp94.objection_decision": (21, "day", "working"),
    "pp94.objection_superior": (21, "day", "working"),
    "pp94.appeal": (14, "day", "working"),
    "pp94.appeal_answer": (21, "day", "working"),
    "pp94.appeal_decision": (65, "day", "working"),
    "pp49.termination": (14, "day", "working"),
}
# Lengths, kinds of day or starts that nobody has read in the text of the law.
UNREAD = {
    *("pilkada.tracing", "pilkada.finding", "pilkada.initial_study", "pilkada.gap_notice", "pilkada.repair"),
    *("pilkada.registration", "pilkada.tsm_kpu", "pilkada.tsm_petition", "pilkada.tsm_supreme_court"),
    *("pemilu.tracing", "pemilu.finding", "pemilu.initial_study", "pemilu.gap_notice", "pemilu.repair"),
    *("pemilu.registration", "pemilu.study", "sbt.verification", "sbt.bawaslu_study", "skb.follow_up"),
    *("ppk.follow_up", "pp94.sending", "pp94.effect", "pp94.objection_official", "hand_over.answer"),
    "invitation.advice",
}


@pytest.mark.parametrize("rule", STEPS)
def test_a_step_has_the_length_and_the_kind_of_day_that_are_told(rule: str) -> None:
    version = CLOCK.rules.on(rule, date(2024, 11, 20))
    assert (version.length, version.unit.value, version.day_type.value) == STEPS[rule]


@pytest.mark.parametrize("rule", CLOCK.rules.ids)
def test_what_was_not_read_says_so_and_nothing_else_does(rule: str) -> None:
    version = CLOCK.rules.on(rule, date(2024, 11, 20))
    unread = Confidence.UNCHECKED in (version.confidence, version.day_type_confidence)
    assert unread == (rule in UNREAD)


def test_bengkulu_25_october_2022_in_both_readings_and_neither_is_the_printed_one() -> None:
    told = CLOCK.deadline("skb.follow_up", date(2022, 10, 25))
    assert told.due == date(2022, 11, 14)
    assert told.readings["calendar"] == date(2022, 11, 8)
    assert date(2022, 11, 10) not in told.readings.values()
    assert told.confidence is Confidence.UNCHECKED
    assert told.explanation[0] == "mulai 2022-10-25: rekomendasi Bawaslu diterima; hari itu tidak dihitung"
    assert [line for line in told.explanation if line.startswith("dilewati")] == [
        f"dilewati {day}: akhir pekan"
        for day in ("2022-10-29", "2022-10-30", "2022-11-05", "2022-11-06", "2022-11-12", "2022-11-13")
    ]
    assert "bacaan lain: 14 hari kalender" in told.explanation
    assert any("10 November 2022" in line for line in told.explanation)


def test_22_march_2024_opens_the_ban_six_months_before_the_determination() -> None:
    told = CLOCK.deadline("pilkada.consent_before_determination", date(2024, 9, 22))
    assert told.due == date(2024, 3, 22)
    assert told.explanation[0] == "mulai 2024-09-22: penetapan pasangan calon; dihitung mundur"
    assert "berlaku sejak 2024-03-22" in told.explanation
    assert any("diperselisihkan" in line for line in told.explanation)
    span = CLOCK.timetables.get("pilkada_2024").span(StageCode.SIX_MONTHS_BEFORE_DETERMINATION, "32.79")
    assert span is not None
    assert span.start == told.due, "the window of the timetable and the rule are one"


def test_consent_is_needed_until_the_end_of_the_sixth_month_after_inauguration() -> None:
    told = CLOCK.deadline("pilkada.consent_after_inauguration", date(2025, 2, 20))
    assert "berlaku sampai akhir hari 2025-08-20" in told.explanation


def test_a_sanction_takes_effect_on_the_fifteenth_day_and_is_not_due_then() -> None:
    told = CLOCK.deadline("pp94.effect", date(2024, 12, 2))
    assert "berlaku sejak 2024-12-23" in told.explanation
    assert not any(line.startswith("jatuh tempo") for line in told.explanation)


def test_voting_day_declared_six_days_before_moves_working_days_and_leaves_calendar_days() -> None:
    before, after = (
        CLOCK.deadline("sbt.bawaslu_study", date(2024, 11, 22), as_of=day)
        for day in (date(2024, 11, 20), date(2024, 11, 21))
    )
    assert (before.due, after.due) == (date(2024, 11, 27), date(2024, 11, 28))
    assert "dilewati 2024-11-27: hari libur (Keppres 33/2024), Hari pemungutan suara Pilkada" in after.explanation
    assert not any("2024-11-27: hari libur" in line for line in before.explanation)
    for day in (date(2024, 11, 20), date(2024, 11, 21)):
        assert CLOCK.deadline("pilkada.filing", date(2024, 11, 20), as_of=day).due == date(2024, 11, 27)


def test_a_six_day_week_counts_saturdays_and_still_skips_voting_day() -> None:
    # Thu 21 Nov: 22 | 23 (Saturday) 25 26 (27 voting) 28 29 30 (Saturday).
    six = CLOCK.deadline("pp94.summons", date(2024, 11, 21), work_week=6)
    assert six.due == date(2024, 11, 30)
    assert [line for line in six.explanation if line.startswith("dilewati")] == [
        "dilewati 2024-11-24: akhir pekan",
        "dilewati 2024-11-27: hari libur (Keppres 33/2024), Hari pemungutan suara Pilkada",
    ]
    assert CLOCK.deadline("pp94.summons", date(2024, 11, 21)).due == date(2024, 12, 3)


def test_the_same_act_at_half_past_eleven_at_night_in_wib_and_in_wit() -> None:
    """23.30 in Banda Aceh and 23.30 in Jayapura: each office counts its own day, and ends it two hours apart."""
    west = CLOCK.deadline("pilkada.filing", datetime(2024, 11, 20, 23, 30), region="11.71")  # noqa: DTZ001
    east = CLOCK.deadline("pilkada.filing", datetime(2024, 11, 20, 23, 30), region="91.71")  # noqa: DTZ001
    assert west.due == east.due == date(2024, 11, 27)
    assert (west.due_at - east.due_at).total_seconds() == 2 * 3600
    # One instant, 23.30 WIB, is 01.30 WIT on the next day.
    instant = datetime(2024, 11, 20, 16, 30, tzinfo=UTC)
    assert CLOCK.deadline("pilkada.filing", instant, region="11.71").due == date(2024, 11, 27)
    assert CLOCK.deadline("pilkada.filing", instant, region="91.71").due == date(2024, 11, 28)


def test_the_kpu_examined_until_29_july_2025_and_carries_out_since() -> None:
    last, first = (CLOCK.rules.on("pilkada.kpu_follow_up", date(2025, 7, day)) for day in (29, 30))
    assert (last.source.instrument, last.confidence) == ("uu-1-2015", Confidence.VERIFIED)
    assert (first.source.instrument, first.confidence) == ("mk-104-2025", Confidence.UNCHECKED)
    assert first.day_type is DayType.CALENDAR


def test_a_length_that_an_institution_set_is_not_said_to_stand_in_the_source() -> None:
    own = CLOCK.deadline("ppk.follow_up", date(2024, 11, 18), length=10).explanation
    assert "lama 10 hari kerja, ditetapkan instansi" in own
    assert not any("10 hari kerja (SKB" in line for line in own)
    given = CLOCK.deadline("ppk.follow_up", date(2024, 11, 18)).explanation
    assert any("lama 14 hari kerja (SKB 2/2022" in line for line in given)


def test_a_six_day_week_says_so_where_it_matters() -> None:
    said = "pekan kerja enam hari: Sabtu dihitung"
    assert said in CLOCK.deadline("pp94.summons", date(2024, 11, 21), work_week=6).explanation
    assert said not in CLOCK.deadline("pp94.summons", date(2024, 11, 21)).explanation
    assert said not in CLOCK.deadline("pilkada.filing", date(2024, 11, 21), work_week=6).explanation
