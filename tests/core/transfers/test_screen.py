"""``sinetra transfer-check TABLE`` against the single check, row by row; what is wrong with a row or a file."""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinetra.cli.main import in_words, main
from sinetra.core.errors import BadInput
from sinetra.core.law.words import Position
from sinetra.core.transfers import (
    Ground,
    OfficialKind,
    TransferAction,
    TransferResult,
    WindowId,
    check_transfer,
    parse_transfer,
)
from sinetra.core.transfers.screen import TransferScreener
from sinetra.core.transfers.screen_cells import COLUMNS

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
sys.path.insert(0, str(Path(__file__).parent))
from bench.transfers.table import table
from transfer_facts import RULES

ROW = {
    "effective_on": "2024-05-02",
    "region": "63.72",
    "election": "pilkada_2024",
    "position": "camat",
    "official_kind": "definitive",
}


def screened(rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    columns = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in COLUMNS}
    batch = pa.RecordBatch.from_pydict(columns)
    screen = TransferScreener(RULES, in_words)
    return screen(batch, np.arange(len(rows))).to_pylist()


def as_given(row: dict[str, str | None]) -> dict[str, Any]:
    """A row in the shape of the single check."""
    found: dict[str, Any] = {}
    for name, cell in row.items():
        letter, _, part = name.partition(".")
        if cell and part:
            known = found.get(letter)
            found[letter] = (known if isinstance(known, dict) else {}) | {part: cell}
        elif cell:
            found.setdefault(name, {"true": True, "false": False}.get(cell, cell))
    return found


def in_one_row(result: TransferResult) -> dict[str, Any]:
    reached = [window for window in result.windows if window.status != "outside"]
    lists = {
        "election": [window.election for window in reached if window.election],
        "rules": [rule for window in reached for rule in window.rules],
        "exceptions": [item.id for item in result.exceptions if item.status == "met"],
        "sequence": sorted(step.id for step in result.sequence if step.status == "not_met"),
        "needs": result.needs,
    }
    readings = [f"{item.id}={item.verdict}" for window in result.windows for item in window.readings]
    return {
        "verdict": result.verdict.value,
        **{name.value: result.window(name).status.value for name in WindowId},
        **{name: ";".join(dict.fromkeys(values)) or None for name, values in lists.items()},
        "readings": ";".join(readings) or None,
    }


def assert_equal(row: dict[str, str | None], answer: dict[str, Any]) -> None:
    try:
        expected = in_one_row(check_transfer(RULES, parse_transfer(as_given(row))))
    except BadInput as error:
        assert (answer["verdict"], answer["column"], answer["error"]) == ("error", error.field, in_words(error))
        return
    assert {name: answer[name] for name in expected} == expected, row
    assert answer["error"] is None


def test_three_thousand_drawn_rows_are_answered_as_one_by_one():
    rows = table(3000, seed=11).to_pylist()
    answers = screened(rows)
    assert {answer["verdict"] for answer in answers} == {
        "allowed", "needs_permit", "forbidden", "undetermined", "error",
    }  # fmt: skip
    for row, answer in zip(rows, answers, strict=True):
        assert_equal(row, answer)


EDGES = [
    date(2020, 1, 8),
    date(2020, 3, 23),
    date(2024, 3, 22),
    date(2025, 2, 20),
    date(2025, 8, 20),
    date(2025, 12, 21),
]
DAYS = st.builds(lambda edge, move: edge + timedelta(days=move), st.sampled_from(EDGES), st.integers(-3, 3))
TEXTS = st.one_of(st.just(""), DAYS.map(date.isoformat))
ROWS = st.fixed_dictionaries(
    {
        "effective_on": TEXTS,
        "region": st.sampled_from(["", "13.12", "63.72", "63", "34", "33.01", "99.71", "31.71"]),
        "election": st.sampled_from(["", "pilkada_2024", "pilkada_2020", "psu_banjarbaru_2025", "pemilu_2024", "x"]),
        "position": st.sampled_from(["", *Position]).map(str),
        "heads_unit": st.sampled_from(["", "true", "false"]),
        "official_kind": st.sampled_from(["", *OfficialKind]).map(str),
        "action": st.sampled_from(["", *TransferAction]).map(str),
        "ground": st.sampled_from(["", *Ground]).map(str),
        "permit": st.sampled_from(["", "true"]),
        "permit.number": st.sampled_from(["", "1"]),
        "permit.date": TEXTS,
        "technical_approval": st.sampled_from(["", "true"]),
        "technical_approval.date": TEXTS,
    }
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ROWS, min_size=1, max_size=4))
def test_any_rows_about_the_edges_are_answered_as_one_by_one(rows):
    for row, answer in zip(rows, screened(rows), strict=True):
        assert_equal(row, answer)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"effective_on": "2 Mei 2024"}, "effective_on"),
        ({"position": "kadis"}, "position"),
        ({"region": "6372"}, "region"),
        ({"election": "pilkada_2030"}, "election"),
        ({"region": "99.71", "election": "pilkada_2020"}, "region"),
        ({"permit.date": "2024-13-01"}, "permit.date"),
        ({"permit": "ya"}, "permit"),
        ({"permit": "false", "permit.number": "100/1"}, "permit.number"),
        ({"technical_approval": "false", "technical_approval.date": "2024-01-01"}, "technical_approval.date"),
        ({"heads_unit": "mungkin"}, "heads_unit"),
    ],
)
def test_a_bad_row_is_named_with_its_column_and_the_rest_is_done(change, column):
    before, bad, after = screened([ROW, ROW | change, ROW])
    assert (bad["verdict"], bad["column"]) == ("error", column)
    assert column in bad["error"]
    assert {name for name, value in bad.items() if value is not None} == {"row", "verdict", "column", "error"}
    assert before | {"row": 2} == after
    assert after["verdict"] == "needs_permit"


def test_a_letter_that_is_said_to_exist_has_no_day_yet():
    unknown, there, dated = screened(
        [ROW, ROW | {"permit": "TRUE"}, ROW | {"permit": "true", "permit.date": "2024-05-01"}]
    )
    assert (unknown["verdict"], unknown["needs"]) == ("needs_permit", "permit")
    assert (there["verdict"], there["needs"]) == ("undetermined", "permit.date")
    assert dated["verdict"] == "allowed"


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_csv_file_of_an_office_is_read_with_its_line_numbers(tmp_path):
    source = written(
        tmp_path / "mutasi.csv",
        "effective_on;region;official_kind;position;permit.number\r\n"
        "2024-05-02;63.72;definitive;camat;\r\n"
        "\r\n"
        "2024-05-02;63.72\r\n"
        ";;;;\r\n"
        '2024-05-02;63.72;definitive;camat;"100\n/1"\r\n'
        "2024-05-02;63.72;definitive;camat;1;lebih\r\n"
        "2023-05-02;63.72;definitive;camat;kantor “A”\r\n",
        "cp1252",
    )
    assert main(["transfer-check", str(source), "--out", str(tmp_path / "hasil.csv")]) == 0
    found = {line["row"]: (line["verdict"], line["column"]) for line in lines(tmp_path / "hasil.csv")}
    assert found == {
        "2": ("needs_permit", ""),
        "4": ("undetermined", ""),
        "6": ("undetermined", ""),
        "7": ("error", "permit.number"),
        "8": ("allowed", ""),
    }


def test_a_file_of_many_blocks_keeps_its_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr("sinetra.cli.transfer_parts._BYTES", 400)
    rows = [",".join(ROW.values())] * 60
    rows[20], rows[41] = "2024-05-02", ""
    source = written(tmp_path / "a.csv", "\n".join([",".join(ROW), *rows]))
    assert main(["transfer-check", str(source), "--out", str(tmp_path / "b.csv")]) == 0
    found = lines(tmp_path / "b.csv")
    assert [line["row"] for line in found] == [str(number) for number in range(2, 62) if number != 43]
    assert [line["row"] for line in found if line["verdict"] == "undetermined"] == ["22"]


def test_a_workbook_with_dates_and_truth_values_is_read(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["effective_on", "region", "official_kind", "position", "permit", "permit.date"])
    sheet.append([date(2024, 5, 2), "63.72", "definitive", "camat", False, None])
    sheet.append([date(2024, 5, 2), 63.72, "definitive", "camat", None, date(2024, 5, 1)])
    sheet.append(["=A2", "63.72", "definitive", "camat", None, None])
    book.save(tmp_path / "mutasi.xlsx")
    assert main(["transfer-check", str(tmp_path / "mutasi.xlsx"), "--out", str(tmp_path / "hasil.csv")]) == 0
    found = lines(tmp_path / "hasil.csv")
    assert [(line["row"], line["verdict"], line["column"]) for line in found] == [
        ("2", "forbidden", ""),
        ("3", "allowed", ""),
        ("4", "error", "effective_on"),
    ]


def test_a_parquet_file_with_days_and_words_is_read(tmp_path):
    rows = {
        "effective_on": pa.array([date(2024, 5, 2), None], pa.date32()),
        "region": pa.array(["63.72", "63.72"]).dictionary_encode(),
        "official_kind": ["definitive", "pj"],
        "position": ["camat", "camat"],
        "heads_unit": [True, None],
    }
    pyarrow.parquet.write_table(pa.table(rows), tmp_path / "a.parquet")
    assert main(["transfer-check", str(tmp_path / "a.parquet"), "--out", str(tmp_path / "b.parquet")]) == 0
    answer = pyarrow.parquet.read_table(tmp_path / "b.parquet").to_pylist()
    assert [(line["row"], line["verdict"]) for line in answer] == [(2, "needs_permit"), (3, "needs_permit")]


def test_answers_on_stdout_are_objects_one_a_line(tmp_path, capsys):
    source = written(tmp_path / "a.csv", ",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n")
    assert main(["transfer-check", str(source), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["verdict"] == "needs_permit"
    assert err.startswith("1 baris")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("effective_on,nama\n2024-01-01,x\n", "nama"),
        ("", "kosong"),
        ('effective_on,region\n2024-01-01,"63.72\n', "bukan CSV"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path, capsys, text, told):
    source = written(tmp_path / "a.csv", text)
    assert main(["transfer-check", str(source)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert err.count("\n") == 1


def test_the_order_of_rows_and_blocks_does_not_matter():
    rows = table(400, seed=3).to_pylist()
    together = screened(rows)
    shuffled = random.Random(1).sample(range(len(rows)), len(rows))
    apart = screened([rows[place] for place in shuffled])
    for at, place in enumerate(shuffled):
        assert apart[at] | {"row": place} == together[place]


def test_a_table_without_rows_has_no_answers(tmp_path):
    source = written(tmp_path / "a.csv", ",".join(ROW) + "\n")
    assert main(["transfer-check", str(source), "--out", str(tmp_path / "b.csv")]) == 0
    assert lines(tmp_path / "b.csv") == []
    assert io.StringIO((tmp_path / "b.csv").read_text()).readline().startswith('"row","verdict"')
