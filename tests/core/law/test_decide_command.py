from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from sinetra.cli.main import main

LIKE = {"act_date": "2024-10-28", "election": "pilkada_2024", "subject": {"status": "pns"}}
LIKE |= {"act": {"code": "like", "target": "candidate"}}


def _run(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str | bytes, *options: str
) -> tuple[int, str, str]:
    path = tmp_path / "facts.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    code = main(["decide", str(path), *options])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_one_act_gives_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = _run(capsys, tmp_path, json.dumps(LIKE), "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["outcome"] == "violation"


def test_a_list_gives_a_list_in_the_same_order(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    acts = [{**LIKE, "act": {"code": "vote"}}, LIKE]
    code, out, _ = _run(capsys, tmp_path, json.dumps(acts), "--json")
    assert code == 0
    assert [item["outcome"] for item in json.loads(out)] == ["permitted", "violation"]
    assert json.loads(_run(capsys, tmp_path, "[]", "--json")[1]) == []


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(LIKE).encode())))
    assert main(["decide", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "violation"


def test_all_shows_why_not(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, out, _ = _run(capsys, tmp_path, json.dumps(LIKE), "--json", "--all")
    assert "not_met" in {item["status"] for item in json.loads(out)["findings"]}


def test_without_json_it_is_told_in_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = _run(capsys, tmp_path, json.dumps(LIKE))
    assert code == 0
    assert "skb2022.pd-6" in out
    assert "pp-94-2021 5 huruf n angka 5 (terverifikasi)" in out
    assert "bawaslu -> bkn -> ppk" in out


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ([LIKE, {"act": {"code": "likes"}}], ("[1]", "act.code", "like")),
        ([LIKE, {"acts": {}}], ("[1]", "acts", "act_date")),
        ([LIKE, 7], ("[1]", "7")),
        ([LIKE, {"election": "pilkada_2031"}], ("[1]", "pilkada_2031", "pilkada_2024")),
        ({"act_date": "yesterday"}, ("act_date", "YYYY-MM-DD")),
        (7, ("7", "act_date")),
        (None, ("objek", "None", "act_date")),
        ({"region": "６３.72"}, ("region", "63.72.01")),
        ({"region": 63.72}, ("region", '"63.72"')),
        ({"act\n": {}}, ("act", "act_date")),
    ],
)
def test_bad_input_is_one_line_naming_place_and_accepted_values(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: Any, parts: tuple[str, ...]
) -> None:
    code, out, err = _run(capsys, tmp_path, json.dumps(content), "--json")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    for part in parts:
        assert part in err


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ('{"act":\n }', "2"),
        ("", "1"),
        (b"\xff\xfe{}", "UTF-8"),
        ('{"act": {"money_value_idr": NaN}}', "NaN"),
        ("[" * 100_000, "FILE"),
        ('{"act": {"money_value_idr": %s}}' % ("9" * 5000), "5000"),
    ],
)
def test_what_is_not_json_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str | bytes, part: str
) -> None:
    code, out, err = _run(capsys, tmp_path, content, "--json")
    assert (code, out) == (2, "")
    assert part in err
    assert err.count("\n") == 1


def test_a_missing_file_is_bad_input(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["decide", str(tmp_path / "no.json")]) == 2
    assert "no.json" in capsys.readouterr().err
