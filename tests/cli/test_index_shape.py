"""``sinetra index compute`` prints what the contract says, and refuses with one line that names field and row."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

ZONES = {"green", "yellow", "red", "grey"}
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "law" / "index.md"
SCORES = [20 + 2.5 * n for n in range(20)]


def example() -> str:
    block = re.search(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return block[1]


def check(found: dict[str, Any]) -> None:
    assert {"configuration", "digest", "seed", "cutoffs", "units", "day", "draws"} <= set(found)
    assert found["cutoffs"] == {"green": 33, "yellow": 66}
    for unit in found["units"]:
        assert unit["code"]
        assert unit["name"]
        assert unit["zone"] in ZONES
        assert set(unit["p_zone"]) == ZONES
        assert sum(unit["p_zone"].values()) == pytest.approx(1, abs=1e-3)
        assert (unit["score"] is None) is (unit["geometric"] is None) is (unit["rank"] is None)
        assert (unit["score"] is None) is (unit["zone"] == "grey")
        assert unit["rank"] is None or 1 <= unit["rank"][0] <= unit["rank"][1]
        assert 0 <= unit["completeness"] <= 1
        for driver in unit["drivers"]:
            assert driver["indicator"]
            assert driver["contribution"] >= 0
        assert not {driver["indicator"] for driver in unit["drivers"]} & set(unit["missing"])


@pytest.mark.parametrize(("code", "known"), [("15.71", 1), ("32.79", 2), ("63.71", 1), ("63.72", 2)])
def test_a_city_of_the_catalogue_is_grey_and_says_why(sinetra: Run, code: str, known: int) -> None:
    ran = sinetra("index", "compute", code, "--json")
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    check(found)
    assert [unit["code"] for unit in found["units"]] == [code]
    (unit,) = found["units"]
    assert (unit["zone"], len(unit["drivers"]), len(unit["missing"])) == ("grey", known, 14 - known)
    assert found["validation"]["verdict"] == "belum tervalidasi"
    told = sinetra("index", "compute", code).out
    assert "abu-abu" in told
    assert told.count("belum diketahui: ") == 14 - known
    assert "PKPU 2/2024 (terverifikasi)" in told
    assert "tidak ikut dihitung" in told


def test_the_example_of_the_document_comes_out(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(example(), encoding="utf-8")
    found = json.loads(sinetra("index", "compute", "example.yaml", "--json").out)
    check(found)
    first, second, third = found["units"]
    assert (first["score"], first["interval"], first["zone"]) == (59.18, [49.6, 63.35], "yellow")
    assert (second["score"], second["zone"], second["overrides"]) == (15.83, "yellow", ["hollow_green"])
    assert third["zone"] == "grey"
    told = sinetra("index", "compute", "example.yaml", SINETRA_LANG="en").out
    assert "Hollow green" in told
    assert "yellow (" in told


def test_json_from_stdin_gives_the_same_as_the_file_and_the_seed_is_kept(sinetra: Run, tmp_path: Path) -> None:
    units = [{"code": f"99.{n}", "staff": 500, "events": [], "coverage": 0.9, "has_channel": True, "open_cases": 0,
              "values": {"stage": n / 100, "margin": 5, "incumbent": 1, "arrears": 0.2, "transfers": 1, "asn_share": 20,
                         "exposed_posts": 0.05}} for n in range(71, 84)]  # fmt: skip
    text = json.dumps({"day": "2024-11-26", "units": units})
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    words = ("--json", "--draws", "300", "--seed", "7")
    file, stdin = (
        sinetra("index", "compute", "a.json", *words),
        sinetra("index", "compute", "-", *words, given=text.encode()),
    )
    assert file.out == stdin.out
    found = json.loads(file.out)
    check(found)
    assert (found["seed"], found["draws"], found["day"]) == (7, 300, "2024-11-26")
    other = json.loads(sinetra("index", "compute", "a.json", "--json", "--draws", "300", "--seed", "8").out)
    assert [unit["score"] for unit in other["units"]] == [unit["score"] for unit in found["units"]]
    assert [unit["p_zone"] for unit in other["units"]] != [unit["p_zone"] for unit in found["units"]]


def table(*rows: str, head: str = "code,score") -> bytes:
    return "\n".join((head, *rows)).encode()


def test_scores_get_cutoffs_and_classes(sinetra: Run) -> None:
    rows = [f"{n:02d},{score}" for n, score in enumerate(SCORES)]
    ran = sinetra("index", "compute", "-", "--mode", "ikp", "--json", given=table(*rows))
    assert ran.code == 0, ran.err
    found = json.loads(ran.out)
    assert found["cutoffs"] == {"low": 28.96, "high": 58.54}
    assert found["counts"] == {"high": 4, "medium": 12, "low": 4}
    assert [unit["zone"] for unit in found["units"]] == ["green"] * 4 + ["yellow"] * 12 + ["red"] * 4
    assert found["units"][-1]["rank"] == [1, 1]
    told = sinetra("index", "compute", "-", "--mode", "ikp", given=table(*rows)).out
    assert told.startswith("kompatibel IKP")
    assert "tinggi 4 · sedang 12 · rendah 4" in told


def test_a_spreadsheet_with_semicolons_commas_and_names_is_read(sinetra: Run) -> None:
    rows = [f"{n:02d};Kota {n};{str(score).replace('.', ',')}" for n, score in enumerate(SCORES)]
    ran = sinetra("index", "compute", "-", "--mode", "ikp", "--json", given=table(*rows, head="code;name;score"))
    assert json.loads(ran.out)["units"][3] | {} == {
        "code": "03", "name": "Kota 3", "score": 27.5, "geometric": None, "class": "low", "zone": "green",
        "p_zone": {}, "rank": [17, 17], "drivers": [], "completeness": None, "missing": [],
    }  # fmt: skip


def test_events_are_scored_with_equal_weights_that_are_told(sinetra: Run) -> None:
    rows = [f"{n:02d},konteks,putusan,{n + 10},1" for n in range(25)]
    head = "code,dimension,indicator,events,level"
    ran = sinetra("index", "compute", "-", "--mode", "ikp", "--json", given=table(*rows, head=head))
    found = json.loads(ran.out)
    assert found["equal_weights"] is True
    assert found["units"][-1]["score"] == 100
    assert found["units"][0]["score"] == 29.41


def test_the_skewed_list_is_refused_with_its_reasons(sinetra: Run) -> None:
    scores = (100, 55.87, 22.98, 21.93, 9.40, 6.01, 5.48, 4.96, 3.9, 3.9)
    given = table(*(f"{n},{score}" for n, score in enumerate(scores)))
    line = sinetra("index", "compute", "-", "--mode", "ikp", "--json", given=given).line
    assert "sedikitnya 20 skor, yang diberikan 10" in line
    assert "batas bawah -7.90 tidak di atas 0" in line
    english = sinetra("index", "compute", "-", "--mode", "ikp", given=given, SINETRA_LANG="en").line
    assert "at least 20 scores" in english
