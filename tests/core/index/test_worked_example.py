"""``docs/law/index.md``: every printed number comes out of the calculator and out of the program, to its last digit."""

from __future__ import annotations

import ast
import math
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sinetra.catalogue import ROOT
from sinetra.core.index.compute import compute, measured
from sinetra.core.index.rates import reference, weight_of
from sinetra.core.index.reading import load_index
from sinetra.core.index.result import Result
from sinetra.core.index.unit_file import UnitFile, parse_units

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "law" / "index.md").read_text(encoding="utf-8")
LINE = re.compile(r"^([\w.]+) = (.+) = ([\d.]+)$")
METHOD = load_index(ROOT)


def lines() -> dict[str, tuple[str, str]]:
    found = {}
    for block in re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL):
        for line in block.splitlines():
            match = LINE.match(line)
            assert match, line
            assert match[1] not in found
            found[match[1]] = (match[2], match[3])
    return found


def given() -> UnitFile:
    block = re.search(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    assert block
    return parse_units(yaml.safe_load(block[1]))


def result() -> Result:
    read = given()
    assert read.day
    return compute(read.units, METHOD, day=read.day, seed=1, draws=50)


def typed_in(node: ast.AST) -> float:
    """A pocket calculator: the four operations, powers, ln and exp."""
    if isinstance(node, ast.Expression):
        return typed_in(node.body)
    if isinstance(node, ast.Constant):
        return float(node.value)
    if isinstance(node, ast.BinOp):
        left, right = typed_in(node.left), typed_in(node.right)
        operations: dict[type[ast.operator], Any] = {
            ast.Add: lambda: left + right,
            ast.Sub: lambda: left - right,
            ast.Mult: lambda: left * right,
            ast.Div: lambda: left / right,
            ast.Pow: lambda: left**right,
        }
        return float(operations[type(node.op)]())
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    return {"ln": math.log, "exp": math.exp}[node.func.id](typed_in(node.args[0]))


def by_program() -> dict[str, float]:
    """Every number of the document as the program has it, by the name it has there."""
    read = given()
    assert read.day
    history = METHOD.history
    pairs = {}
    for unit in read.units:
        assert unit.events is not None
        assert unit.staff is not None
        weight = weight_of(unit.events, history.weights, read.day, history.half_life)
        pairs[unit.code[-2:]] = (weight, unit.staff / 1000)
    among = reference(list(pairs.values()))
    first = measured(read.units, METHOD, read.day)[0]
    placed = result().units[0]
    assert placed.interval
    assert placed.score
    assert placed.geometric
    assert placed.residual
    return {
        **{f"c.{code}": weight for code, (weight, _) in pairs.items()},
        "m": among.mean,
        "v": among.variance,
        "alpha": among.mean**2 / among.variance,
        "beta": among.mean / among.variance,
        **{f"lambda.{code}": among.estimate(*pair) for code, pair in pairs.items()},
        **first.scores,
        **{name: value for name, value in placed.dimensions.items() if value is not None},
        "V": placed.score,
        "G": placed.geometric,
        "residual": placed.residual,
        "completeness": placed.completeness,
        "low": placed.interval[0],
        "high": placed.interval[1],
        **{f"driver.{driver.indicator}": driver.contribution for driver in placed.drivers},
    }


def agrees(value: float, printed: str) -> bool:
    """Half a unit of the last digit, and the rounding of the numbers that were typed in."""
    digits = len(printed.partition(".")[2])
    return abs(value - float(printed)) <= 0.5000001 * 10**-digits


def test_the_document_names_every_number_of_the_program_and_no_other():
    assert set(lines()) == set(by_program())


@pytest.mark.parametrize("name", list(lines()))
def test_the_printed_number_is_the_one_of_the_program(name: str):
    assert agrees(by_program()[name], lines()[name][1]), by_program()[name]


@pytest.mark.parametrize("name", list(lines()))
def test_the_printed_number_is_what_the_calculator_shows(name: str):
    typed, printed = lines()[name]
    value = typed_in(ast.parse(typed, mode="eval"))
    assert agrees(value, printed), value


@pytest.mark.parametrize(("value", "printed"), [(59.186, "59.18"), (59.17, "59.18"), (0.5, "0")])
def test_a_wrong_last_digit_is_found(value: float, printed: str):
    assert agrees(value, printed) is (printed == "0")


def test_the_drivers_add_up_to_the_index():
    placed = result().units[0]
    assert placed.score == pytest.approx(sum(driver.contribution for driver in placed.drivers), abs=0.006)


def test_the_table_of_zones_is_that_of_the_program():
    printed = re.findall(r"^\| 99.*$", TEXT, re.MULTILINE)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in printed]
    assert rows == [
        [
            unit.code,
            "–" if unit.score is None else f"{unit.score:.2f}",
            f"{unit.interval[0]:.2f}–{unit.interval[1]:.2f}" if unit.interval else "",
            f"{unit.completeness:.4f}",
            unit.zone,
            ", ".join(unit.overrides) or "–",
        ]
        for unit in result().units
    ]
