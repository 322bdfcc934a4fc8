"""Units from a file, and what is refused before anything is computed, with the place of the mistake."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput
from sinetra.core.index.compute import compute
from sinetra.core.index.inputs import Kind, Severity, Unit
from sinetra.core.index.unit_file import parse_units
from sinetra.core.index.unit_json import unit_json

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import DAY, METHOD, event, unit, value

SPARSE = {"code": "99.71"}


def test_what_is_absent_is_unknown_and_not_zero():
    only = parse_units([SPARSE]).units[0]
    assert only == Unit(code="99.71", name="99.71", kind=Kind.REGION, parent="99")
    assert (only.events, only.open_cases, only.coverage, only.has_channel) == (None, None, None, None)


def test_a_unit_reads_back_what_it_writes():
    one = unit(events=(event(Severity.HEAVY),), overdue=None, coverage=0.25, kind=Kind.OFFICE)
    text = json.dumps({"day": DAY.isoformat(), "units": [unit_json(one), unit_json(unit("99.72", events=None))]})
    found = parse_units(json.loads(text))
    assert found.day == DAY
    assert found.units == (one, unit("99.72", events=None))


def test_a_number_alone_is_a_value_without_a_source():
    given = {"day": "2024-11-26", "units": [SPARSE | {"values": {"stage": 0.5, "margin": None}}]}
    values = parse_units(given).units[0].values
    assert set(values) == {"stage"}
    assert (values["stage"].as_of, values["stage"].confidence) == (DAY, Confidence.UNCHECKED)
    with pytest.raises(BadInput, match=r"units\[0\]\.values\.stage\.as_of"):
        parse_units(given["units"])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "units"),
        ([], "units"),
        (5, "-"),
        ({"units": [SPARSE], "hari": 1}, "hari"),
        ({"units": [SPARSE], "day": "26-11-2024"}, "day"),
        ([SPARSE, 5], "units[1]"),
        ([SPARSE | {"code": 5}], "units[0].code"),
        ([SPARSE | {"nama": "x"}], "units[0].nama"),
        ([{"name": "x"}], "units[0].code"),
        ([SPARSE | {"kind": "person"}], "units[0].kind"),
        ([SPARSE | {"staff": 20.5}], "units[0].staff"),
        ([SPARSE | {"staff": True}], "units[0].staff"),
        ([SPARSE | {"values": [1]}], "units[0].values"),
        ([SPARSE | {"values": {"stage": {"amount": "x", "as_of": "2024-01-01"}}}], "units[0].values.stage.amount"),
        ([SPARSE | {"values": {"stage": {"amount": 1, "as_of": "x"}}}], "units[0].values.stage.as_of"),
        (
            [SPARSE | {"values": {"stage": {"amount": 1, "as_of": "2024-01-01", "confidence": "yakin"}}}],
            "units[0].values.stage.confidence",
        ),
        ([SPARSE | {"events": {}}], "units[0].events"),
        ([SPARSE | {"events": [{"severity": "hard", "on": "2024-01-01"}]}], "units[0].events[0].severity"),
        ([SPARSE | {"events": [{"severity": "heavy"}]}], "units[0].events[0].on"),
        ([SPARSE | {"events": [{"severity": "heavy", "on": "2024-01-01", "name": "x"}]}], "units[0].events[0].name"),
        ([SPARSE | {"coverage": "x"}], "units[0].coverage"),
        ([SPARSE | {"has_channel": 1}], "units[0].has_channel"),
    ],
)
def test_a_mistake_is_told_with_its_place(given: Any, field: str):
    with pytest.raises(BadInput) as error:
        parse_units(given)
    assert error.value.field == field
    assert error.value.accepted


TOMORROW = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"staff": 19}, "units[99.71].staff"),
        ({"values": {"lain": value(1)}}, "units[99.71].values.lain"),
        ({"values": {"prevention_gap": value(1)}}, "units[99.71].values.prevention_gap"),
        ({"values": {"history": value(1)}}, "units[99.71].values.history"),
        ({"values": {"stage": value(float("nan"))}}, "units[99.71].values.stage"),
        ({"values": {"stage": value(1, TOMORROW)}}, "units[99.71].values.stage"),
        ({"events": (event(Severity.LIGHT, TOMORROW),)}, "units[99.71].events"),
        ({"open_cases": -1}, "units[99.71].open_cases"),
        ({"overdue": -1}, "units[99.71].overdue"),
        ({"coverage": 1.01}, "units[99.71].coverage"),
        ({"coverage": float("nan")}, "units[99.71].coverage"),
    ],
)
def test_what_cannot_be_scored_is_refused(wrong: dict[str, Any], field: str):
    with pytest.raises(BadInput) as error:
        compute([unit(**wrong)], METHOD, day=DAY, seed=1, draws=1)
    assert error.value.field == field


def test_a_unit_of_twenty_is_scored():
    assert compute([unit(staff=20)], METHOD, day=DAY, seed=1, draws=1).units[0].score == 0


def test_a_village_with_a_past_decision_is_refused_because_it_points_at_a_person():
    with pytest.raises(BadInput, match="kelurahan"):
        compute([unit("99.71.01.1001", events=(event(Severity.LIGHT, date(2024, 1, 1)),))], METHOD, day=DAY, seed=1)


def test_a_code_twice_and_no_draw_are_refused():
    with pytest.raises(BadInput, match=r"99\.71"):
        compute([unit(), unit()], METHOD, day=DAY, seed=1)
    with pytest.raises(BadInput, match="draws"):
        compute([unit()], METHOD, day=DAY, seed=1, draws=0)
