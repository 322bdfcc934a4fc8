"""``sinetra screen`` against ``sinetra decide``, act by act; what is wrong with a row or a file; a process killed."""

from __future__ import annotations

import csv
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sinetra.catalogue import ROOT
from sinetra.cli.main import main
from sinetra.core.errors import BadInput
from sinetra.core.law import decide, load_rulebook, parse_facts
from sinetra.core.law.facts import GIVEN, Facts
from sinetra.core.law.vocabulary import FIELDS, FieldType
from sinetra.core.law.words import Track

sys.path.insert(0, str(Path(__file__).parent))
from drawn_facts import Drawn

RULEBOOK = load_rulebook(ROOT)
ELECTIONS = (None, None, "pilkada_2024", "pemilu_2024", "pilkada_2020", "pilkada_2018", "pemilu_2019")
REGIONS = (None, "32.79", "63.72", "33.01", "63")
LIKE = {"act_date": "2024-10-28", "election": "pilkada_2024", "subject.status": "pns", "act.code": "like"}


def _acts(count: int) -> list[dict[str, str]]:
    """Acts as the rows of a CSV file."""
    pick = random.Random(7)
    return [_row(facts, pick) for facts in Drawn(RULEBOOK, seed=7).rows(count)]


def _row(facts: Facts, pick: random.Random) -> dict[str, str]:
    found: dict[str, str] = {}
    day = facts.act_date
    if pick.random() < 0.6:
        day = date(2024, 1, 1) + timedelta(days=pick.randrange(366))
    if day is not None:
        found["act_date"] = day.isoformat()
        if pick.random() < 0.6:
            known = day + timedelta(days=pick.randrange(5))
            found |= {"known_date": known.isoformat(), "filed_on": (known + timedelta(pick.randrange(16))).isoformat()}
    found["election"], found["region"] = pick.choice(ELECTIONS) or "", pick.choice(REGIONS) or ""
    for name in GIVEN:
        value = facts.values.get(name)
        if value is None or value == "not_applicable":
            continue
        if isinstance(value, frozenset):
            found[name] = ";".join(sorted(value)) or "[]"
        elif FIELDS[name].type is FieldType.AMOUNT:
            found[name] = "150000" if value == "some" else "0"
        else:
            found[name] = value
    return found


def _nested(row: dict[str, str]) -> dict[str, Any]:
    """The same act for ``sinetra decide``."""
    found: dict[str, Any] = {"subject": {}, "act": {}}
    for name, text in row.items():
        if not text:
            continue
        group, _, key = name.partition(".")
        if not key:
            found[name] = text
            continue
        kind = FIELDS[name].type
        value: object = text
        if kind is FieldType.FLAG:
            value = text == "true"
        elif kind is FieldType.LIST:
            value = [] if text == "[]" else text.split(";")
        elif kind is FieldType.AMOUNT:
            value = int(text)
        found[group][key] = value
    return found


def _write(path: Path, rows: list[dict[str, str]]) -> Path:
    names = sorted({name for row in rows for name in row})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _screened(tmp_path: Path, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    assert main(["screen", str(_write(tmp_path / "in.csv", rows)), str(tmp_path / "out.csv")]) == 0
    return _read(tmp_path / "out.csv")


def test_a_table_gets_the_answers_that_single_decisions_get(tmp_path: Path) -> None:
    rows = _acts(2500)
    seen: Counter[str] = Counter()
    for row, answer in zip(rows, _screened(tmp_path, rows), strict=True):
        seen[answer["outcome"]] += 1
        try:
            decision = decide(RULEBOOK, parse_facts(_nested(row)))
        except BadInput as error:
            assert (answer["outcome"], answer["error"]) == ("error", str(error))
            continue
        assert answer["error"] == ""
        findings = [(item.norm.id, item.norm.track, item.status.value) for item in decision.findings]
        opened = set(answer["open"].split(";")) - {""}
        for track in Track:
            met = {name for name, own, status in findings if own is track and status == "met"}
            listed = answer[track.value].split(";") if answer[track.value] else []
            assert listed == sorted(listed)
            # What a single decision settles may still be open in bulk; nothing else differs.
            assert set(listed) <= met, row
            assert met - set(listed) <= opened, row
        assert {name for name, _, status in findings if status == "open"} <= opened | {
            name for track in Track for name in answer[track.value].split(";")
        }
        if answer["outcome"] != decision.outcome.value:
            assert (answer["outcome"], bool(opened)) == ("undetermined", True), row
            seen["settled"] += 1
        seen["late"] += any(status == "out_of_time" for _, _, status in findings)
    assert all(seen[name] > 30 for name in ("violation", "undetermined", "permitted", "no_violation", "late")), seen
    assert 0 < seen["settled"] < 250


def test_parquet_with_types_of_its_own_gives_what_text_gives(tmp_path: Path) -> None:
    acts = pa.table(
        {
            "act_date": pa.array([date(2024, 10, 28), None, date(2024, 10, 28)], pa.date32()),
            "election": pa.array(["pilkada_2024"] * 3).dictionary_encode(),
            "subject.status": ["pns", "pns", None],
            "subject.is_official": pa.array([True, False, None]),
            "act.code": ["money_politics", "like", "private_opinion"],
            "act.target": ["candidate", None, "candidate"],
            "act.money_value_idr": pa.array([50000, None, None], pa.int64()),
            "act.audience": pa.array([["public"], [], ["family"]], pa.list_(pa.string())),
        }
    )
    pq.write_table(acts, tmp_path / "in.parquet")
    text = [
        {**LIKE, "subject.is_official": "true", "act.code": "money_politics", "act.target": "candidate"}
        | {"act.money_value_idr": "50000", "act.audience": "public"},
        {**LIKE, "act_date": "", "subject.is_official": "false", "act.audience": "[]"},
        {**LIKE, "subject.status": "", "act.code": "private_opinion", "act.target": "candidate"}
        | {"act.audience": "family"},
    ]
    assert main(["screen", str(tmp_path / "in.parquet"), str(tmp_path / "out.parquet")]) == 0
    found = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [{name: str(value or "") for name, value in row.items() if name != "row"} for row in found] == [
        {name: value for name, value in row.items() if name != "row"} for row in _screened(tmp_path, text)
    ]
    assert [row["row"] for row in found] == [0, 1, 2]


@pytest.mark.parametrize(
    ("cells", "parts"),
    [
        ({"act.code": "likes"}, ("act.code", "'likes'", "attend_passively")),
        ({"subject.is_official": "ya"}, ("subject.is_official", "true, false")),
        ({"act.audience": "public;nobody"}, ("act.audience", "'nobody'", "pupils")),
        ({"act.money_value_idr": "-5"}, ("act.money_value_idr", "rupiah")),
        ({"act.money_value_idr": "banyak"}, ("act.money_value_idr", "'banyak'")),
        ({"act_date": "28/10/2024"}, ("act_date", "YYYY-MM-DD")),
        ({"known_date": "2024-10-27"}, ("known_date", ">= 2024-10-28")),
        ({"filed_on": "2024-10-27"}, ("filed_on", ">= 2024-10-28")),
        ({"subject.acting_kind": "pj"}, ("subject.acting_kind", "acting_regional_head")),
        ({"election": "pilkada_2031"}, ("pilkada_2031", "pilkada_2024")),
        ({"region": "Banjar"}, ("Banjar", "63.72")),
        ({"election": "psu_banjarbaru_2025", "region": "32.79"}, ("region", "32.79", "psu_banjarbaru_2025")),
    ],
)
def test_a_bad_row_says_what_is_wrong_and_the_others_are_answered(
    tmp_path: Path, cells: dict[str, str], parts: tuple[str, ...]
) -> None:
    answers = _screened(tmp_path, [LIKE, {**LIKE, **cells}, LIKE])
    assert [row["outcome"] for row in answers] == ["undetermined", "error", "undetermined"]
    assert [row["row"] for row in answers] == ["0", "1", "2"]
    for part in parts:
        assert part in answers[1]["error"]
    assert {answers[1][track.value] for track in Track} | {answers[1]["open"]} == {""}


LIKED = {"act_date": ["2024-10-28"], "subject.status": ["pns"], "act.code": ["like"], "act.target": ["candidate"]}
DAY = date(2024, 10, 28)
MIDNIGHT = datetime.fromisoformat("2024-10-28")


def _of_types(tmp_path: Path, columns: Mapping[str, pa.Array]) -> tuple[int, list[dict[str, str]]]:
    pq.write_table(pa.table({**LIKED, **columns}), tmp_path / "in.parquet")
    code = main(["screen", str(tmp_path / "in.parquet"), str(tmp_path / "out.csv")])
    return code, _read(tmp_path / "out.csv") if code == 0 else []


@pytest.mark.parametrize(
    "columns",
    [
        {"act_date": pa.array([MIDNIGHT], pa.timestamp("ns"))},
        {"act_date": pa.array([DAY], pa.date64())},
        {"act_date": pa.array([DAY]).dictionary_encode()},
        {"act.code": pa.array(["like"], pa.string_view())},
        {"act.code": pa.array(["like"], pa.large_string())},
        {"act.code": pa.array([b"like"])},
        {"act.money_value_idr": pa.array([Decimal("50000.00")])},
        {"act.money_value_idr": pa.array([2**63 + 5], pa.uint64())},
        {"act.audience": pa.array([["public"]], pa.large_list(pa.large_string()))},
        {"act.audience": pa.array([["public", "staff"]], pa.list_(pa.string(), 2))},
        {"act.audience": pa.array([["public"]], pa.list_view(pa.string()))},
        {"act.audience": pa.nulls(1)},
    ],
    ids=lambda columns: str(next(iter(columns.values())).type),
)
def test_the_types_of_other_programs_are_read(tmp_path: Path, columns: dict[str, pa.Array]) -> None:
    code, answers = _of_types(tmp_path, columns)
    assert (code, [(row["outcome"], row["discipline"]) for row in answers]) == (0, [("violation", "skb2022.pd-6")])


@pytest.mark.parametrize(
    "columns",
    [
        {"act.active": pa.array([1])},
        {"subject.status": pa.array([0])},
        {"act.active": pa.array([0.0])},
        {"act_date": pa.array([MIDNIGHT.replace(hour=9)])},
        {"act_date": pa.array([2**31 - 1], pa.int32()).cast(pa.date32())},
        {"act_date": pa.array([-(10**6)], pa.int32()).cast(pa.date32())},
        {"act.audience": pa.array([["public", None]])},
        {"act.audience": pa.array([[1]])},
    ],
    ids=lambda columns: next(f"{name} {column.type}" for name, column in columns.items()),
)
def test_a_value_of_another_type_is_wrong_and_never_taken_for_another_value(
    tmp_path: Path, columns: dict[str, pa.Array]
) -> None:
    code, answers = _of_types(tmp_path, columns)
    assert (code, [row["outcome"] for row in answers]) == (0, ["error"])
    assert next(iter(columns)) in answers[0]["error"]


@pytest.mark.parametrize(
    "columns",
    [
        {"act.code": pa.array([{"code": "like"}])},
        {"act.code": pa.array([["like"]])},
        {"act_date": pa.array([["2024-10-28"]])},
        {"act.audience": pa.array([[["public"]]])},
        {"act.code": pa.array([b"\xff"])},
    ],
    ids=lambda columns: str(next(iter(columns.values())).type),
)
def test_a_column_of_a_type_that_its_field_cannot_have_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], columns: dict[str, pa.Array]
) -> None:
    assert _of_types(tmp_path, columns) == (2, [])
    message = capsys.readouterr().err
    assert next(iter(columns)) in message
    assert message.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["in.parquet"]


def _fails(capsys: pytest.CaptureFixture[str], *arguments: Path) -> str:
    assert main(["screen", *map(str, arguments)]) == 2
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    return message


def test_a_table_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.csv"
    out.write_text("kept")
    table, names = tmp_path / "in.csv", "act_date,act.code"
    for content, parts in (
        (f"{names},act.kode\n", ("act.kode", "act.code")),
        (f"{names},act.code\n", ("act.code", "dua kali")),
        (f"{names}\n2024-10-28,like,more\n", ("in.csv", "columns")),
        ("", ("in.csv",)),
    ):
        table.write_text(content, encoding="utf-8")
        message = _fails(capsys, table, out)
        assert all(part in message for part in parts), message
    table.write_bytes(names.encode() + b"\n2024-10-28,\xff\xfe\n")
    assert "in.csv" in _fails(capsys, table, out)
    (tmp_path / "in.parquet").write_bytes(b"PAR1 no more than that")
    assert "in.parquet" in _fails(capsys, tmp_path / "in.parquet", out)
    assert "absent.csv" in _fails(capsys, tmp_path / "absent.csv", out)
    assert ".parquet" in _fails(capsys, table, tmp_path / "out.xlsx")
    assert "nowhere" in _fails(capsys, _write(table, [LIKE]), tmp_path / "nowhere" / "out.csv")
    assert out.read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "in.parquet", "out.csv"]


def test_an_empty_table_gives_an_empty_answer(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("act_date,act.code\n", encoding="utf-8")
    assert main(["screen", str(tmp_path / "in.csv"), str(tmp_path / "out.csv")]) == 0
    assert _read(tmp_path / "out.csv") == []


def test_a_process_killed_in_the_middle_leaves_no_half_answer(tmp_path: Path) -> None:
    rows = _acts(4000)
    names = sorted({name for row in rows for name in row})
    table = pa.table({name: [row.get(name) or None for row in rows] for name in names})
    pq.write_table(pa.concat_tables([table] * 200), tmp_path / "in.parquet")
    command = [str(Path(sys.executable).parent / "sinetra"), "screen", "in.parquet", "out.parquet"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=tmp_path)
    deadline = time.monotonic() + 60
    while not any(path.stat().st_size > 4 for path in tmp_path.glob(".out.parquet.part")):
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert not (tmp_path / "out.parquet").exists()
