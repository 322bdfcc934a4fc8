"""Deadlines counted by hand, day by day, and what must hold for all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core import yamlfile
from sinetra.core.clock.clock import load_clock
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.counting import JointLeave, Week, count_calendar, count_working
from sinetra.core.clock.deadline_rules import DayType, Unit, load_rules
from sinetra.core.clock.deadlines import compute
from sinetra.core.errors import BadInput

CATALOGUE = Path(sinetra.catalogue.__file__).parent
CLOCK = load_clock(CATALOGUE)

CONTRACT_RULES = {
    "pilkada.filing",
    "pilkada.study",
    "pilkada.study_extended",
    "pemilu.filing",
    "pemilu.study",
    "pemilu.study_extended",
    "sbt.verification",
    "sbt.bawaslu_study",
    "pp94.summons",
    "pp94.delivery",
    "pp94.effect",
    "pp94.objection",
    "ppk.follow_up",
}


def due(rule: str, start: str, **options: object) -> str:
    return CLOCK.deadline(rule, date.fromisoformat(start), **options).due.isoformat()  # type: ignore[arg-type]


def test_every_rule_name_of_the_contract_is_known() -> None:
    assert set(CLOCK.rules.ids) >= CONTRACT_RULES


@pytest.mark.parametrize(
    ("rule", "start", "expected"),
    [
        # Calendar days: Mon 28 Oct + 7 = Mon 4 Nov; weekends and holidays count.
        ("pilkada.filing", "2024-10-28", "2024-11-04"),
        ("pilkada.filing", "2024-11-20", "2024-11-27"),
        ("pilkada.filing", "2024-12-21", "2024-12-28"),
        ("pilkada.study", "2024-11-01", "2024-11-04"),
        # 3 + 2 from the same start: Fri 1 Nov -> Wed 6 Nov.
        ("pilkada.study_extended", "2024-11-01", "2024-11-06"),
        ("pilkada.kpu_follow_up", "2024-11-01", "2024-11-08"),
        # Working days. Mon 22 Jan: 23 24 25 26 | 29 30 31.
        ("pemilu.filing", "2024-01-22", "2024-01-31"),
        # Thu 1 Feb: 2 | 5 6 7 (8 Isra Mikraj, 9 joint leave) 12 13 (14 election) 15.
        ("pemilu.filing", "2024-02-01", "2024-02-15"),
        ("pemilu.study", "2024-02-01", "2024-02-15"),
        # ... and 7 more: 16 | 19 20 21 22 23 | 26.
        ("pemilu.study_extended", "2024-02-01", "2024-02-26"),
        # Mon 18 Nov: 19 20 21.
        ("sbt.bawaslu_study", "2024-11-18", "2024-11-21"),
        ("sbt.bawaslu_study", "2024-11-25", "2024-11-29"),
        ("sbt.verification", "2024-11-18", "2024-11-25"),
        # Wed 20 Nov: 21 22 | 25 26 (27 election) 28 29 | 2 Dec.
        ("pp94.summons", "2024-11-20", "2024-12-02"),
        # Mon 2 Dec: 3 4 5 6 | 9 10 11 12 13 | 16 17 18 19 20.
        ("pp94.delivery", "2024-12-02", "2024-12-20"),
        ("pp94.objection", "2024-12-02", "2024-12-20"),
        # The 15th working day: ... 20 | 23.
        ("pp94.effect", "2024-12-02", "2024-12-23"),
        # Bengkulu: 25 Oct 2022, printed as 10 Nov; 14 working days end on 14 Nov.
        ("ppk.follow_up", "2022-10-25", "2022-11-14"),
        ("pilkada.consent_after_inauguration", "2025-02-20", "2025-08-20"),
    ],
)
def test_deadlines_counted_by_hand(rule: str, start: str, expected: str) -> None:
    assert due(rule, start) == expected


def test_bengkulu_has_its_other_readings_beside_it() -> None:
    readings = CLOCK.deadline("ppk.follow_up", date(2022, 10, 25)).readings
    assert readings["calendar"] == date(2022, 11, 8)
    assert readings["ten_days"] == date(2022, 11, 4)
    assert readings["three_days"] == date(2022, 10, 28)
    assert date(2022, 11, 10) not in readings.values()


def test_voting_day_is_skipped_only_once_its_decree_is_known() -> None:
    assert due("pp94.summons", "2024-11-20", as_of=date(2024, 11, 20)) == "2024-11-29"
    assert due("pp94.summons", "2024-11-20", as_of=date(2024, 11, 21)) == "2024-12-02"
    before = CLOCK.deadline("pp94.summons", date(2024, 11, 20), as_of=date(2024, 11, 20))
    assert "per 2024-11-20 tetap dihitung 2024-11-27: Keppres 33/2024 baru terbit 2024-11-21" in before.explanation


def test_the_explanation_names_the_start_each_skipped_day_with_its_decree_and_the_end() -> None:
    deadline = CLOCK.deadline("pp94.summons", date(2024, 11, 20))
    assert deadline.explanation[0] == "mulai 2024-11-20: tanggal surat panggilan; hari itu tidak dihitung"
    assert [line for line in deadline.explanation if line.startswith("dilewati")] == [
        "dilewati 2024-11-23: akhir pekan",
        "dilewati 2024-11-24: akhir pekan",
        "dilewati 2024-11-27: hari libur (Keppres 33/2024), Hari pemungutan suara Pilkada",
        "dilewati 2024-11-30: akhir pekan",
        "dilewati 2024-12-01: akhir pekan",
    ]
    assert "jatuh tempo 2024-12-02, sampai akhir hari" in deadline.explanation


def test_the_explanation_of_three_plus_two_shows_both_parts() -> None:
    assert any("3 + 2 = 5" in line for line in CLOCK.deadline("pilkada.study_extended", date(2024, 11, 1)).explanation)


def test_the_explanation_can_be_translated() -> None:
    english = {"jatuh tempo %(day)s, sampai akhir hari": "due %(day)s, until the end of the day"}
    lines = CLOCK.deadline("pp94.summons", date(2024, 11, 20)).explain(lambda text: english.get(text, text), "en")
    assert "due 2024-12-02, until the end of the day" in lines
    assert any("date of the summons letter" in line for line in lines)
    assert any("Voting day, local elections" in line for line in lines)


def test_the_calendar_reading_of_the_general_election_study_stands_in_readings() -> None:
    deadline = CLOCK.deadline("pemilu.study", date(2024, 2, 1))
    assert (deadline.due, deadline.day_type) == (date(2024, 2, 15), DayType.WORKING)
    assert deadline.readings["calendar"] == date(2024, 2, 8)
    assert deadline.confidence is Confidence.UNCHECKED
    assert "bacaan lain: 7 hari kalender" in deadline.explanation


def test_both_readings_of_joint_leave_are_always_given() -> None:
    # Fri 5 Apr 2024: 8-9 joint leave, 10-11 Eid, 12 and 15 joint leave.
    skipped = CLOCK.deadline("sbt.bawaslu_study", date(2024, 4, 5))
    counted = CLOCK.deadline("sbt.bawaslu_study", date(2024, 4, 5), joint_leave="count")
    assert skipped.due == date(2024, 4, 18)
    assert counted.due == date(2024, 4, 12)
    for deadline in (skipped, counted):
        assert deadline.readings["joint_leave_skipped"] == date(2024, 4, 18)
        assert deadline.readings["joint_leave_counted"] == date(2024, 4, 12)


def test_saturday_is_a_working_day_in_a_six_day_week() -> None:
    assert due("sbt.bawaslu_study", "2024-11-21", work_week=5) == "2024-11-26"
    assert due("sbt.bawaslu_study", "2024-11-21", work_week=6) == "2024-11-25"


def test_a_deadline_ends_with_the_day_in_the_zone_of_the_region() -> None:
    for region, offset in ((None, "+07:00"), ("63.72", "+08:00"), ("94.01", "+09:00")):
        deadline = CLOCK.deadline("pilkada.filing", date(2024, 10, 28), region=region)
        assert deadline.due_at.isoformat() == f"2024-11-04T23:59:59{offset}"


def test_an_instant_starts_on_its_local_day() -> None:
    # 16.30 UTC on 27 Oct is 23.30 WIB the same day, and 00.30 WITA on 28 Oct.
    moment = datetime(2024, 10, 27, 16, 30, tzinfo=UTC)
    assert CLOCK.deadline("pilkada.filing", moment).due == date(2024, 11, 3)
    assert CLOCK.deadline("pilkada.filing", moment, region="63.72").due == date(2024, 11, 4)
    assert CLOCK.deadline("pilkada.filing", datetime(2024, 10, 28, 9, 0)).due == date(2024, 11, 4)  # noqa: DTZ001


def test_twenty_four_hours_run_from_the_minute_and_need_one() -> None:
    deadline = CLOCK.deadline("pilkada.criminal_referral", datetime(2024, 11, 20, 14, 30), region="63.72")  # noqa: DTZ001
    assert deadline.due_at.isoformat() == "2024-11-21T14:30:00+08:00"
    assert deadline.due == date(2024, 11, 21)
    with pytest.raises(BadInput) as caught:
        CLOCK.deadline("pilkada.criminal_referral", date(2024, 11, 20))
    assert caught.value.field == "from"


def test_the_counter_is_open_day_and_night_in_the_quiet_period() -> None:
    quiet = CLOCK.deadline("pilkada.filing", date(2024, 11, 19), election="pilkada_2024", region="63.72")
    assert any("buka 24 jam" in line for line in quiet.explanation)
    ordinary = CLOCK.deadline("pilkada.filing", date(2024, 10, 28), election="pilkada_2024", region="63.72")
    assert any("buka 08.00 sampai 16.00" in line for line in ordinary.explanation)
    friday = CLOCK.deadline("pilkada.filing", date(2024, 10, 25))
    assert any("buka 08.00 sampai 16.30" in line for line in friday.explanation)
    sunday = CLOCK.deadline("pilkada.filing", date(2024, 10, 27))
    assert any("mungkin tutup" in line for line in sunday.explanation)
    assert sunday.due == date(2024, 11, 3)


def test_the_hours_of_the_counter_are_those_of_their_time() -> None:
    # Friday 30 August 2024 is before Perbawaslu 9/2024, Friday 1 November after it.
    before, since = (CLOCK.deadline("pilkada.filing", day) for day in (date(2024, 8, 23), date(2024, 10, 25)))
    assert any("sampai 16.00 (Perbawaslu 8/2020" in line for line in before.explanation)
    assert any("sampai 16.30 (Perbawaslu 9/2024" in line for line in since.explanation)


def test_the_version_of_a_rule_is_that_of_the_day_it_starts() -> None:
    assert CLOCK.deadline("ppk.follow_up", date(2022, 9, 21)).norm.instrument == "skb-5-2020"
    assert CLOCK.deadline("ppk.follow_up", date(2022, 9, 22)).norm.instrument == "skb-2-2022"


def test_the_first_day_counts_where_a_rule_says_so() -> None:
    week = Week(calendars=CLOCK.calendars)
    friday = date(2024, 11, 22)
    assert count_working(friday, 2, week, include_first_day=True).due == date(2024, 11, 25)
    assert count_working(friday, 2, week).due == date(2024, 11, 26)
    assert count_calendar(friday, 2, include_first_day=True).due == date(2024, 11, 23)


def test_a_calendar_deadline_moves_to_a_working_day_only_where_its_rule_says_so(tmp_path: Path) -> None:
    (tmp_path / "deadlines").mkdir()
    text = (CATALOGUE / "deadlines" / "pilkada.yaml").read_text("utf-8")
    moving = text.replace("day_type: calendar", "day_type: calendar\n    move_to_working_day: true", 1)
    (tmp_path / "deadlines" / "pilkada.yaml").write_text(moving, "utf-8")
    # Mon 18 Nov + 7 is Mon 25; Wed 20 Nov + 7 is voting day, so Thu 28; Sat 16 + 7 is Sat 23, so Mon 25.
    moved = {
        start: compute(load_rules(tmp_path), CLOCK.calendars, "pilkada.filing", date(2024, 11, start)).due.day
        for start in (18, 20, 16)
    }
    assert moved == {18: 25, 20: 28, 16: 25}
    assert due("pilkada.filing", "2024-11-16") == "2024-11-23"


def test_a_late_decree_is_mentioned_only_where_it_would_have_changed_the_count() -> None:
    # By 1 Sep 2023 no decree for 2024 was out: Thu 8 Feb and Fri 9 Feb would be off, Sat 10 Feb is a weekend anyway.
    early = CLOCK.deadline("pemilu.filing", date(2024, 2, 1), as_of=date(2023, 9, 1))
    mentioned = [line.split()[4] for line in early.explanation if "tetap dihitung" in line]
    assert mentioned == ["2024-02-08:", "2024-02-09:"]
    assert any("kalender 2024 sementara" in line for line in early.explanation)
    counted = CLOCK.deadline("pemilu.filing", date(2024, 2, 1), as_of=date(2023, 9, 1), joint_leave="count")
    assert [line.split()[4] for line in counted.explanation if "tetap dihitung" in line] == ["2024-02-08:"]


def test_only_the_follow_up_by_the_ppk_can_be_set_by_an_institution() -> None:
    assert due("ppk.follow_up", "2024-11-18", length=3) == "2024-11-21"
    with pytest.raises(BadInput) as caught:
        due("pilkada.filing", "2024-11-18", length=30)
    assert caught.value.field == "length"


def test_a_result_is_as_sure_as_its_least_sure_day() -> None:
    assert CLOCK.deadline("pilkada.filing", date(2024, 10, 28)).confidence is Confidence.VERIFIED
    assert CLOCK.deadline("pp94.summons", date(2024, 11, 20)).confidence is Confidence.PRESS
    assert CLOCK.deadline("sbt.verification", date(2024, 11, 20)).confidence is Confidence.UNCHECKED


def test_a_count_into_a_year_without_decree_says_so() -> None:
    deadline = CLOCK.deadline("pp94.summons", date(2026, 12, 28))
    assert deadline.confidence is Confidence.UNCHECKED
    assert any("kalender 2027 sementara" in line for line in deadline.explanation)
    assert not any("sementara" in line for line in CLOCK.deadline("pp94.summons", date(2026, 12, 1)).explanation)


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"rule_id": "pilkada.xyz"}, "rule"),
        ({"work_week": 4}, "work_week"),
        ({"joint_leave": "maybe"}, "joint_leave"),
        ({"region": "98"}, "region"),
        ({"election": "pilkada_1999"}, "election"),
        ({"start": date(2010, 1, 4)}, "from"),
        ({"rule_id": "pp94.summons", "start": date(2033, 1, 4)}, "from"),
    ],
)
def test_bad_input_names_its_field_and_what_is_accepted(options: dict[str, object], field: str) -> None:
    arguments = {"rule_id": "pilkada.filing", "start": date(2024, 10, 28), **options}
    with pytest.raises(BadInput) as caught:
        CLOCK.deadline(**arguments)  # type: ignore[arg-type]
    assert caught.value.field == field
    assert caught.value.accepted


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        compute(CLOCK.rules, CLOCK.calendars, "pilkada.filing", date(2024, 10, 28), zone="Asia/Nowhere")
    assert caught.value.field == "zone"


def test_every_rule_has_a_source_a_name_in_both_languages_and_a_confidence() -> None:
    for rule_id in CLOCK.rules.ids:
        for rule in CLOCK.rules.versions(rule_id):
            assert rule.source.as_printed
            assert rule.name.id != rule.name.en
            assert rule.start_event.id != rule.start_event.en


WORKING = [
    rule_id
    for rule_id in CLOCK.rules.ids
    if all(rule.unit is Unit.DAY and rule.day_type is DayType.WORKING for rule in CLOCK.rules.versions(rule_id))
]
STARTS = st.dates(min_value=date(2022, 10, 3), max_value=date(2026, 8, 31))
WEEKS = st.sampled_from([5, 6])


@given(rule=st.sampled_from(WORKING), start=STARTS, work_week=WEEKS)
def test_a_working_deadline_ends_on_a_working_day_after_exactly_its_length(
    rule: str, start: date, work_week: int
) -> None:
    deadline = CLOCK.deadline(rule, start, work_week=work_week)
    week = Week(calendars=CLOCK.calendars, work_week=work_week)
    span = [start + timedelta(days=step) for step in range(1, (deadline.due - start).days + 1)]
    assert week.works(deadline.due)
    assert sum(week.works(day) for day in span) == CLOCK.rules.on(rule, start).length


@given(rule=st.sampled_from(WORKING), start=STARTS, later=st.integers(0, 40))
def test_a_later_start_is_never_due_earlier(rule: str, start: date, later: int) -> None:
    assert CLOCK.deadline(rule, start).due <= CLOCK.deadline(rule, start + timedelta(days=later)).due


@given(rule=st.sampled_from(WORKING), start=STARTS)
def test_counting_joint_leave_or_saturdays_never_makes_a_deadline_later(rule: str, start: date) -> None:
    plain = CLOCK.deadline(rule, start)
    assert plain.readings["joint_leave_counted"] <= plain.readings["joint_leave_skipped"] == plain.due
    assert CLOCK.deadline(rule, start, work_week=6).due <= plain.due


@given(start=STARTS, length=st.integers(1, 80), work_week=WEEKS)
def test_every_day_of_a_count_is_either_counted_or_named_as_skipped(start: date, length: int, work_week: int) -> None:
    week = Week(calendars=CLOCK.calendars, work_week=work_week, joint_leave=JointLeave.SKIP)
    count = count_working(start, length, week)
    assert (count.due - start).days == length + len(count.skipped)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("day_type: calendar", "day_type: kerja", "day_type"),
        ("length: 5", "length: 6", "parts"),
        ("length: 7", "length: 0", "length"),
        ("valid_from: 2015-03-18", "valid_from: kemarin", "valid_from"),
        ("id: pilkada.study_extended", "id: pilkada.study", "valid_from"),
        ("confidence: terverifikasi", "confidence: pasti", "confidence"),
    ],
)
def test_a_mistake_in_a_rule_is_shown_at_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    (tmp_path / "deadlines").mkdir()
    text = (CATALOGUE / "deadlines" / "pilkada.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "deadlines" / "pilkada.yaml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BadInput) as caught:
        load_rules(tmp_path)
    assert caught.value.field == field
    assert "pilkada.yaml:" in str(caught.value)


def test_every_instrument_of_a_rule_is_in_the_catalogue_and_in_force_when_the_rule_is() -> None:
    known = {item["id"]: item["in_force"]["from"] for item in yamlfile.read(CATALOGUE / "instruments.yaml")}
    for rule_id in CLOCK.rules.ids:
        for rule in CLOCK.rules.versions(rule_id):
            if rule.source.instrument is not None:
                assert rule.valid_from.isoformat() >= known[rule.source.instrument]
