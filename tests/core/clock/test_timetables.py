"""The stage of a date: exactly one, with hand-read boundaries."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sinetra.catalogue
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import Beginning, build_line
from sinetra.core.clock.timetables import Coverage, StageCode, Timetables, load_timetables
from sinetra.core.errors import BadInput

CATALOGUE = Path(sinetra.catalogue.__file__).parent
TIMETABLES = load_timetables(CATALOGUE)
DAYS = st.dates(min_value=date(2017, 1, 1), max_value=date(2026, 12, 31))
REGIONS = st.sampled_from([None, "31", "31.71", "32.79", "34", "34.71", "63", "63.71", "63.72", "63.72.01", "99.71"])


def code(day: str, election: str, region: str | None = None) -> str:
    return TIMETABLES.stage(date.fromisoformat(day), election, region).code.value


def test_the_ten_stage_codes_are_those_of_the_contract() -> None:
    assert {item.value for item in StageCode} == {
        "before_window",
        "six_months_before_determination",
        "before_determination",
        "after_determination",
        "campaign",
        "quiet_period",
        "voting_day",
        "after_voting",
        "after_inauguration",
        "no_election",
    }


def test_all_six_timetables_are_there_in_the_order_of_their_candidates() -> None:
    assert TIMETABLES.ids == (
        "pilkada_2018",
        "pemilu_2019",
        "pilkada_2020",
        "pemilu_2024",
        "pilkada_2024",
        "psu_banjarbaru_2025",
    )


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        ("2024-01-25", "no_election"),
        ("2024-01-26", "before_window"),
        ("2024-03-21", "before_window"),
        ("2024-03-22", "six_months_before_determination"),
        ("2024-08-26", "six_months_before_determination"),
        ("2024-08-27", "before_determination"),
        ("2024-09-21", "before_determination"),
        ("2024-09-22", "after_determination"),
        ("2024-09-24", "after_determination"),
        ("2024-09-25", "campaign"),
        ("2024-11-23", "campaign"),
        ("2024-11-24", "quiet_period"),
        ("2024-11-26", "quiet_period"),
        ("2024-11-27", "voting_day"),
        ("2024-11-28", "after_voting"),
        ("2025-02-19", "after_voting"),
        ("2025-02-20", "after_inauguration"),
        ("2025-08-20", "after_inauguration"),
        ("2025-08-21", "no_election"),
    ],
)
def test_pilkada_2024_day_by_day_at_its_boundaries(day: str, stage: str) -> None:
    assert code(day, "pilkada_2024", "63.71") == stage


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        ("2022-06-13", "no_election"),
        ("2022-06-14", "before_determination"),
        ("2023-11-12", "before_determination"),
        ("2023-11-13", "after_determination"),
        ("2023-11-28", "campaign"),
        ("2024-02-11", "quiet_period"),
        ("2024-02-14", "voting_day"),
        ("2024-02-15", "after_voting"),
        ("2024-10-20", "after_inauguration"),
        ("2024-10-21", "no_election"),
    ],
)
def test_a_general_election_has_no_six_month_window(day: str, stage: str) -> None:
    assert code(day, "pemilu_2024") == stage


def test_the_computed_windows_of_2018_and_2020_are_marked_for_checking() -> None:
    for election, opens in (("pilkada_2018", "2017-08-12"), ("pilkada_2020", "2020-03-23")):
        region = "32.79" if election == "pilkada_2018" else "63.72"
        stage = TIMETABLES.stage(date.fromisoformat(opens), election, region)
        assert (stage.code, stage.start) == (
            StageCode.SIX_MONTHS_BEFORE_DETERMINATION,
            date.fromisoformat(opens),
        )
        assert stage.confidence is Confidence.UNCHECKED
        day_before = date.fromisoformat(opens) - timedelta(days=1)
        assert TIMETABLES.stage(day_before, election, region).code is StageCode.BEFORE_WINDOW


def test_the_first_timetable_of_2020_is_kept_as_superseded() -> None:
    superseded = {item.key: item.start for item in TIMETABLES.get("pilkada_2020").milestones if item.superseded}
    assert superseded["determination"] == date(2020, 7, 8)
    assert superseded["voting"] == date(2020, 9, 23)


def test_banjarbaru_was_still_after_voting_when_others_were_inaugurated() -> None:
    assert code("2025-03-01", "pilkada_2024", "63.72") == "after_voting"
    assert code("2025-03-01", "pilkada_2024", "63.71") == "after_inauguration"
    assert code("2025-06-21", "pilkada_2024", "63.72.01") == "after_inauguration"


def test_the_windows_of_a_region_can_be_read_from_its_stages() -> None:
    pilkada = TIMETABLES.get("pilkada_2024")
    before = pilkada.span(StageCode.SIX_MONTHS_BEFORE_DETERMINATION, "63.72")
    assert before is not None
    assert before.start == date(2024, 3, 22)
    elsewhere, here = (pilkada.span(StageCode.AFTER_INAUGURATION, region) for region in ("63.71", "63.72"))
    assert elsewhere is not None
    assert here is not None
    assert (elsewhere.start, elsewhere.end) == (date(2025, 2, 20), date(2025, 8, 20))
    assert (here.start, here.end) == (date(2025, 6, 21), date(2025, 12, 21))
    assert TIMETABLES.get("pemilu_2024").span(StageCode.BEFORE_WINDOW) is None
    assert TIMETABLES.get("psu_banjarbaru_2025").span(StageCode.VOTING_DAY, "32.79") is None


def test_the_revote_is_held_in_banjarbaru_only_and_follows_its_parent() -> None:
    revote = TIMETABLES.get("psu_banjarbaru_2025")
    assert (revote.kind, revote.parent) == ("psu", "pilkada_2024")
    assert code("2025-04-19", "psu_banjarbaru_2025", "63.72") == "voting_day"
    assert code("2025-04-18", "psu_banjarbaru_2025", "63.72") == "after_determination"
    assert code("2025-02-24", "psu_banjarbaru_2025", "63.72") == "after_determination"
    assert code("2025-02-23", "psu_banjarbaru_2025", "63.72") == "no_election"
    assert code("2025-04-19", "psu_banjarbaru_2025", "63.71") == "no_election"


def test_a_region_has_every_timetable_that_runs_there() -> None:
    def running(day: date, region: str) -> set[str | None]:
        return {stage.election for stage in TIMETABLES.stages(day, region)}

    assert running(date(2024, 2, 1), "99.71") == {"pemilu_2024", "pilkada_2024"}
    assert running(date(2025, 4, 1), "63.72") == {"pilkada_2024", "psu_banjarbaru_2025"}
    assert running(date(2025, 4, 1), "32.79") == {"pilkada_2024"}
    assert running(date(2026, 6, 1), "32.79") == {None}


def test_without_any_timetable_the_one_stage_is_no_election() -> None:
    (stage,) = TIMETABLES.stages(date(2026, 6, 1), "32.79")
    assert stage.code is StageCode.NO_ELECTION
    assert stage.election is None


def test_a_region_missing_from_an_incomplete_list_is_unknown_and_not_denied() -> None:
    stage = TIMETABLES.stage(date(2020, 10, 1), "pilkada_2020", "32.04")
    assert (stage.code, stage.coverage, stage.confidence) == (
        StageCode.CAMPAIGN,
        Coverage.UNKNOWN,
        Confidence.UNCHECKED,
    )
    listed = TIMETABLES.stage(date(2020, 10, 1), "pilkada_2020", "63.72")
    assert (listed.coverage, listed.confidence) == (Coverage.YES, Confidence.UNCHECKED)
    assert TIMETABLES.stage(date(2024, 10, 1), "pilkada_2024", "63.72").confidence is Confidence.VERIFIED
    assert TIMETABLES.stage(date(2020, 10, 1), "pilkada_2020", "99.71").code is StageCode.NO_ELECTION


def test_yogyakarta_elects_no_governor_and_jakarta_no_mayors() -> None:
    regions = TIMETABLES.get("pilkada_2024").regions
    assert regions.elects_governor("34.71") is Coverage.NO
    assert regions.elects_regent("34.71") is Coverage.YES
    assert regions.elects_governor("31.71") is Coverage.YES
    assert regions.elects_regent("31.71") is Coverage.NO
    assert regions.elects_regent("63.72") is Coverage.YES
    assert regions.coverage("31.71") is Coverage.YES


@given(day=DAYS, region=REGIONS)
def test_every_day_of_every_election_has_exactly_one_stage(day: date, region: str | None) -> None:
    for election in TIMETABLES.ids:
        stage = TIMETABLES.stage(day, election, region)
        assert stage.election == election
        assert stage.start is None or stage.start <= day
        assert stage.end is None or day <= stage.end


@pytest.mark.parametrize("election", TIMETABLES.ids)
@pytest.mark.parametrize("region", ["63.71", "63.72", "32.79"])
def test_stages_follow_each_other_without_gap_or_overlap(election: str, region: str) -> None:
    day, last = date(2017, 1, 1), date(2026, 12, 31)
    previous = TIMETABLES.stage(day, election, region)
    while day < last:
        day += timedelta(days=1)
        stage = TIMETABLES.stage(day, election, region)
        if stage != previous:
            assert previous.end == day - timedelta(days=1)
            assert stage.start == day
            assert stage.code != previous.code
        previous = stage


def test_an_unknown_election_names_the_known_ones() -> None:
    with pytest.raises(BadInput) as caught:
        TIMETABLES.get("pilkada_1999")
    assert caught.value.field == "election"
    assert "pilkada_2024" in caught.value.accepted


@pytest.mark.parametrize("region", ["", "6372", "63.72.", "Banjarbaru", "63.7"])
def test_what_is_not_a_region_code_is_refused(region: str) -> None:
    with pytest.raises(BadInput):
        TIMETABLES.stage(date(2024, 11, 27), "pilkada_2024", region)


def test_a_stage_before_its_predecessor_is_refused() -> None:
    def begin(stage: StageCode, day: date) -> Beginning:
        return Beginning(code=stage, day=day, source="-", confidence=Confidence.PRESS)

    with pytest.raises(ValueError, match="campaign begins"):
        build_line(
            "x", [begin(StageCode.AFTER_DETERMINATION, date(2024, 9, 22)), begin(StageCode.CAMPAIGN, date(2024, 9, 1))]
        )


def test_a_stage_that_would_last_no_day_drops_out() -> None:
    beginnings = [
        Beginning(code=stage, day=day, source="-", confidence=Confidence.PRESS)
        for stage, day in (
            (StageCode.BEFORE_DETERMINATION, date(2024, 9, 22)),
            (StageCode.AFTER_DETERMINATION, date(2024, 9, 22)),
            (StageCode.CAMPAIGN, date(2024, 9, 25)),
        )
    ]
    stages = build_line("x", beginnings).stages
    assert [(stage.code.value, stage.start, stage.end) for stage in stages] == [
        ("no_election", None, date(2024, 9, 21)),
        ("after_determination", date(2024, 9, 22), date(2024, 9, 24)),
        ("campaign", date(2024, 9, 25), None),
    ]


def _copy(folder: Path, election: str, old: str, new: str) -> Timetables:
    (folder / "timetables").mkdir()
    text = (CATALOGUE / "timetables" / f"{election}.yaml").read_text("utf-8")
    assert old in text
    (folder / "timetables" / f"{election}.yaml").write_text(text.replace(old, new), "utf-8")
    return load_timetables(folder)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("kind: pilkada", "kind: pilpres", "kind"),
        ("2024-11-26", "2024-11-25", "voting"),
        ("2024-11-24", "2024-11-25", "quiet_period"),
        ("months: 6", "monts: 6", "months"),
        ("confidence: terverifikasi}", "confidence: yakin}", "confidence"),
        ("2024-09-22, source", "2024-13-22, source", "from"),
        ("id: pilkada_2024", "id: pilkada_2025", "id"),
        ("kind: pilkada", "kind: pilkada\nparent: pilkada_1955", "parent"),
        ("kind: pilkada", "kind: pilkada\nkinds: pilkada", "kinds"),
    ],
)
def test_a_mistake_in_a_file_is_shown_at_its_place(tmp_path: Path, old: str, new: str, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        _copy(tmp_path, "pilkada_2024", old, new)
    assert caught.value.field == field
    assert "pilkada_2024.yaml:" in str(caught.value)
