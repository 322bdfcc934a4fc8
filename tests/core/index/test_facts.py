"""The four cities: published facts with their source, grey where they do not suffice, no person."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.timetables import load_timetables
from sinetra.core.errors import BadInput
from sinetra.core.index.compute import compute
from sinetra.core.index.facts import load_facts, read_facts
from sinetra.core.index.result import Zone
from sinetra.core.index.stage_value import stage_value

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import METHOD

FACTS = load_facts(ROOT, METHOD)
TIMETABLES = load_timetables(ROOT)
FILE = ROOT / "index" / "four_cities.yaml"


def test_the_codes_and_names_are_those_of_the_region_list():
    listed = dict(
        re.findall(r"^(\d\d\.\d\d),(.+?)\r?$", (ROOT / "regions/wilayah.csv").read_text("utf-8"), re.MULTILINE)
    )
    assert [sheet.code for sheet in FACTS.sheets] == ["15.71", "32.79", "63.71", "63.72"]
    for sheet in FACTS.sheets:
        assert sheet.name == listed[sheet.code]
        assert sheet.parent == sheet.code[:2]


def test_every_fact_has_its_source_and_was_known_before_the_cutoff():
    for sheet in FACTS.sheets:
        counted = [*sheet.values.values(), sheet.staff, sheet.open_cases]
        for value in counted:
            if value is not None:
                assert value.source
                # Read in the press at best: nobody saw the registers themselves.
                assert value.confidence in {Confidence.PRESS, Confidence.UNCHECKED}
        for signal in sheet.signals:
            assert signal.source.startswith("http")
            assert signal.text.id != signal.text.en


def test_all_four_are_grey_and_say_what_is_missing():
    units = FACTS.units(TIMETABLES, METHOD, FACTS.day)
    found = compute(units, METHOD, day=FACTS.day, seed=1, draws=10)
    known = {item.code: {driver.indicator for driver in item.drivers} for item in found.units}
    assert known == {
        "15.71": {"stage"},
        "32.79": {"stage", "late_share"},
        "63.71": {"stage"},
        "63.72": {"stage", "incumbent"},
    }
    for item in found.units:
        assert (item.zone, item.score) == (Zone.GREY, None)
        assert len(item.missing) == 14 - len(known[item.code])
        assert item.interval is not None
        assert item.interval[1] - item.interval[0] > 80


def test_what_became_known_later_is_not_used_before():
    """The staff of Kota Jambi was published in September 2025."""
    before, after = (FACTS.units(TIMETABLES, METHOD, day)[0].staff for day in (FACTS.day, date(2025, 10, 1)))
    assert (before, after) == (None, 10_107)
    early = FACTS.units(TIMETABLES, METHOD, date(2024, 10, 1))
    assert all(set(unit.values) == {"stage"} and unit.open_cases is None for unit in early)


def test_the_stage_is_that_of_the_timetable():
    days = {date(2024, 10, 1): 1.0, date(2024, 11, 26): 0.9, date(2024, 9, 10): 0.6, date(2022, 1, 1): 0.0}
    for day, weight in days.items():
        found = stage_value(TIMETABLES, "15.71", day, METHOD)
        assert (found.amount, found.as_of) == (weight, day)
    assert "pilkada_2024 campaign" in stage_value(TIMETABLES, "15.71", date(2024, 10, 1), METHOD).source
    # A region that voted again has a stage of its own.
    psu = {code: stage_value(TIMETABLES, code, date(2025, 4, 19), METHOD) for code in ("63.71", "63.72")}
    assert psu["63.72"].amount == 0.9
    assert psu["63.72"].source.startswith("psu_banjarbaru_2025")
    assert psu["63.71"].amount < 0.9


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILE, tmp_path / FILE.name))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("incumbent: {", "petahana: {", "petahana"),
        ("incumbent: {", "prevention_gap: {", "prevention_gap"),
        ("amount: 1,", "amount: ya,", "amount"),
        ("open_cases: {amount: 0,", "open_cases: {amount: 0.5,", "amount"),
        ("confidence: pers}", "confidence: yakin}", "confidence"),
        ("day: 2024-11-26", "day: kemarin", "day"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_place(copy: Path, old: str, new: str, field: str):
    text = copy.read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as error:
        read_facts(copy, METHOD)
    assert error.value.field == field
    assert re.search(r"four_cities\.yaml:\d+", str(error.value))
