"""The work of a receiving institution as data: one next step and an owner at every stage, and the clocks of the law."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.casework.examination import ENDS, Stage
from sinetra.core.casework.examination_reader import Examining, load_examining
from sinetra.core.casework.penalties import Government, Official, RemedyKind, TeamNeed
from sinetra.core.clock import load_clock
from sinetra.core.errors import BadInput, Conflict
from sinetra.core.law import load_rulebook
from sinetra.core.law.words import Position, SanctionClass, SubjectStatus

CLOCK = load_clock(ROOT)
SANCTIONS = load_rulebook(ROOT).shared.sanctions
LAW = load_examining(ROOT, SANCTIONS)


def changed(folder: Path, old: str, new: str) -> Examining:
    shutil.copytree(ROOT / "deadlines", folder / "deadlines")
    text = (ROOT / "examination.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "examination.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_examining(folder, SANCTIONS)


@given(st.data())
def test_whatever_legal_order_is_taken_one_step_comes_next_and_somebody_owns_it(data: st.DataObject) -> None:
    stage: Stage | None = None
    for _ in range(data.draw(st.integers(min_value=0, max_value=25))):
        legal = LAW.course.legal(stage)
        if not legal:
            break
        stage = data.draw(st.sampled_from(legal)).to_stage
    following = LAW.course.next(stage)
    if stage in ENDS:
        assert following is None
        assert LAW.course.legal(stage) == ()
    else:
        assert following is not None
        assert following.owner
        assert [step for step in LAW.course.legal(stage) if not step.side] == [following]


def test_every_stage_can_be_reached_and_every_step_says_where_it_is_written() -> None:
    reached = {step.to_stage for step in LAW.course.steps.values()}
    assert reached == set(Stage)
    assert all(step.source and step.confidence for step in LAW.course.steps.values())


def test_a_step_that_is_not_legal_is_refused_and_says_what_is_possible() -> None:
    with pytest.raises(Conflict) as caught:
        LAW.course.require(Stage.PREPARED, "impose")
    assert caught.value.params["possible"] == "summon"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("starts: [pp94.summons]", "starts: [pp94.sumons]"),
        ("of: moral, class: moral_closed, option: 1", "of: moral, class: moral_closed, option: 2"),
        ("of: moral, class: moral_closed, option: 1", "of: budi, class: moral_closed, option: 1"),
        ("    owner: direct_superior\n    side: true", "    owner: direct_superior"),
        ("class: moral_open, team: none", "class: criminal, team: none"),
        ("owner: reviewer", "owner: siapa"),
    ],
    ids=["rule", "option", "list", "two-next-steps", "level-missing", "owner"],
)
def test_a_catalogue_that_does_not_fit_the_code_or_the_law_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(BadInput):
        changed(tmp_path, old, new)


def test_the_twin_with_another_word_only_is_read(tmp_path: Path) -> None:
    read = changed(tmp_path, "siap dipanggil", "siap dipanggil resmi")
    assert read.course.names[Stage.PREPARED].id == "siap dipanggil resmi"


# Worked out by hand on the calendar of 2024: 27 November is a holiday (Keppres 33/2024), 25 and 26 December are free.
@pytest.mark.parametrize(
    ("rule", "start", "due"),
    [
        ("pp94.summons", "2024-11-20", "2024-12-02"),
        ("pp94.second_summons", "2024-11-28", "2024-12-09"),
        ("pp94.delivery", "2024-11-01", "2024-11-21"),
        ("pp94.effect", "2024-11-05", "2024-11-26"),
        ("pp94.objection", "2024-11-05", "2024-11-25"),
        ("pp94.objection_official", "2024-11-05", "2024-11-25"),
        ("pp94.objection_answer", "2024-11-20", "2024-11-29"),
        ("pp94.objection_decision", "2024-11-14", "2024-12-16"),
        ("pp94.objection_superior", "2024-11-14", "2024-12-16"),
        ("pp94.appeal", "2024-11-11", "2024-12-02"),
        ("pp94.appeal_answer", "2024-11-14", "2024-12-16"),
        ("pp94.appeal_decision", "2024-06-19", "2024-09-19"),
    ],
)
def test_the_clocks_of_examination_objection_and_appeal_count_working_days(rule: str, start: str, due: str) -> None:
    found = CLOCK.deadline(rule, date.fromisoformat(start), region="99.71")
    assert found.due.isoformat() == due
    assert found.explanation[0].startswith("mulai")


def test_the_holiday_in_the_middle_is_named_in_the_explanation() -> None:
    lines = " ".join(CLOCK.deadline("pp94.summons", date(2024, 11, 20), region="99.71").explanation)
    assert "2024-11-27" in lines
    assert "Keppres 33/2024" in lines


def test_the_regulation_does_not_say_which_day_the_fifteenth_is_so_both_readings_stand() -> None:
    found = CLOCK.deadline("pp94.effect", date(2024, 11, 5), region="99.71")
    assert found.readings["calendar"] == date(2024, 11, 20)
    assert found.due == date(2024, 11, 26)


def test_an_act_of_before_2021_that_was_examined_later_has_the_penalties_of_pp_94() -> None:
    before = {item.id for item in LAW.penalties.possible(SubjectStatus.PNS, date(2021, 8, 30))}
    after = {item.id for item in LAW.penalties.possible(SubjectStatus.PNS, date(2021, 8, 31))}
    assert "old_heavy_rank" in before
    assert "heavy_lower_post" not in before
    assert "heavy_lower_post" in after
    assert "old_heavy_rank" not in after


def test_medium_penalties_are_still_those_of_pp_53_and_say_so() -> None:
    medium = [item for item in LAW.penalties.by_id.values() if item.id.startswith("medium_")]
    assert [item.text.id.split()[0] for item in medium] == ["penundaan", "penundaan", "penurunan"]
    assert all("PP 53/2010 pasal 7 ayat (3)" in item.article for item in medium)


@pytest.mark.parametrize("status", list(SubjectStatus))
def test_a_penalty_is_known_only_for_those_whom_the_law_names(status: SubjectStatus) -> None:
    found = {item.sanction_class for item in LAW.penalties.possible(status, date(2024, 11, 22))}
    if status in {SubjectStatus.PNS, SubjectStatus.CPNS}:
        assert SanctionClass.DISCIPLINE_HEAVY in found
    elif status in {SubjectStatus.PPPK, SubjectStatus.PPPK_PART_TIME}:
        assert found == {SanctionClass.EMPLOYER_RULE, SanctionClass.DISMISSAL_DISHONOURABLE}
    else:
        assert SanctionClass.DISCIPLINE_HEAVY not in found


def test_where_articles_overlap_every_competent_official_stands() -> None:
    found = LAW.penalties.competent(Government.CITY, Position.LURAH, SanctionClass.DISCIPLINE_MEDIUM)
    assert {item.official for item in found} == {Official.PPK, Official.JPT_PRATAMA}
    heavy = LAW.penalties.competent(Government.CITY, Position.LURAH, SanctionClass.DISCIPLINE_HEAVY)
    assert [item.official for item in heavy] == [Official.PPK]


def test_for_a_post_that_the_law_does_not_name_nobody_is_made_up() -> None:
    assert LAW.penalties.competent(Government.CITY, Position.OTHER, SanctionClass.DISCIPLINE_MEDIUM) == ()


@pytest.mark.parametrize(
    ("penalty", "official", "remedy"),
    [
        ("medium_rank", Official.PPK, RemedyKind.OBJECTION_PPK),
        ("medium_rank", Official.STAND_IN, RemedyKind.OBJECTION_PPK),
        ("light_oral", Official.ADMINISTRATOR, RemedyKind.OBJECTION_SUPERIOR),
        ("heavy_lower_post", Official.PPK, RemedyKind.OBJECTION_PPK),
        ("heavy_dismissal", Official.PPK, RemedyKind.APPEAL),
        ("contract_termination", Official.PPK, RemedyKind.APPEAL),
        ("moral_open", Official.PPK, None),
        ("employer", Official.PPK, None),
    ],
)
def test_against_a_dismissal_one_appeals_against_the_rest_one_objects(
    penalty: str, official: Official, remedy: RemedyKind | None
) -> None:
    found = LAW.penalties.remedy(LAW.penalties.by_id[penalty], official)
    assert (found.kind if found else None) == remedy


def test_only_a_heavy_penalty_takes_a_team() -> None:
    needs = {name.value: level.team for name, level in LAW.penalties.levels.items()}
    assert [name for name, need in needs.items() if need is TeamNeed.MUST] == ["discipline_heavy"]
    assert needs["discipline_medium"] is TeamNeed.MAY
