"""``sinetra stats``: freezes, lists, makes again; exit 0, 2 for bad input, 3 when something is not what it was."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "apps" / "reports"))

from report_cast import Cast, cast

from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.cases.vocabulary import StepCode
from sinetra.apps.insight.models import Snapshot
from sinetra.cli.main import main

__all__ = ["cast"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(cast: Cast) -> Cast:
    for _ in range(7):
        cast.matter()
    return cast


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["stats", *arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_an_edition_is_frozen_listed_and_made_again(many, capsys):
    code, out, err = run(capsys, "freeze", "--as-of", "2024-11-22", "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["edition"] == "2024-11-22" and told["refused"] == []
    code, out, _err = run(capsys, "list", "--json")
    assert [row["sha256"] for row in json.loads(out)["snapshots"]] == [told["sha256"]]
    for wanted in ([], ["2024-11-22"], ["--all"]):
        code, out, err = run(capsys, "recompute", *wanted, "--json")
        (one,) = json.loads(out)["snapshots"]
        assert (code, err) == (0, "")
        assert one["ok"] and one["sha256"] == one["recomputed"] == told["sha256"]
    code, out, _err = run(capsys, "recompute")
    assert code == 0 and told["sha256"] in out and "sama sampai bita" in out


def test_without_a_date_the_last_month_is_frozen(many, capsys):
    assert run(capsys, "freeze")[0] == 0
    assert Snapshot.objects.get().edition == "2024-10-31"


def test_a_changed_row_is_named_and_the_command_fails(many, capsys):
    run(capsys, "freeze", "--as-of", "2024-11-22")
    step = Step.objects.filter(code=StepCode.OPENED, matter__isnull=False).first()
    assert step is not None
    Step.objects.filter(pk=step.pk).update(code=StepCode.WITHDRAWN)
    code, out, err = run(capsys, "recompute", "--all", "--json")
    assert code == 3
    told = json.loads(out)
    assert told["ok"] is False
    assert told["snapshots"][0]["changed"] == [f"cases.step:{step.pk}"]
    assert f"cases.step:{step.pk}" in err
    code, out, err = run(capsys, "recompute")
    assert code == 3 and "TIDAK SAMA" in out


def test_a_unit_that_does_not_balance_is_told_and_the_command_fails(many, capsys):
    Step.objects.filter(code=StepCode.OPENED, matter=Matter.objects.first()).delete()
    code, out, err = run(capsys, "freeze", "--as-of", "2024-11-22", "--json")
    assert code == 3
    assert {found["unit"] for found in json.loads(out)["refused"]} == {"case", "person", "act"}
    assert "TIDAK SEIMBANG" in err and "case" in err


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("freeze", "--as-of", "besok"), "--as-of"),
        (("freeze", "--as-of", "2099-01-01"), "as_of"),
        (("recompute", "2020-01-01"), "SNAPSHOT"),
        (("recompute", "2020-01-01", "--all"), "SNAPSHOT"),
        (("recompute",), "edisi"),
    ],
)
def test_bad_input_is_one_line_that_names_the_field(many, capsys, arguments, field):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1 and field in err
