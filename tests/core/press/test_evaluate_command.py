"""The command line around the evaluation."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.cli import press as command
from sinetra.core.errors import BadInput

TEXT = "Bawaslu Kota Cendana menggelar rakor, Senin (14/10/2024). Acara diikuti 85 peserta."
GOLD = "articles:\n- {file: a.txt, event_date: '2024-10-14', participants_count: 90, prohibited_acts: [lik]}\n"
REGIONS = str(ROOT / "samples" / "regions.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gold.yaml").write_text(GOLD, encoding="utf-8")
    return tmp_path


def _run(folder: Path, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.configure(parser)
    return command.run(parser.parse_args(["evaluate", str(folder), str(folder / "gold.yaml"), *words]))


def test_the_table_gives_each_figure_and_both_of_its_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--unseen", "--regions", REGIONS) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith("1 artikel; 0 terlihat sebagian; 1 belum pernah dilihat")
    (row,) = [index for index, line in enumerate(lines) if line.startswith("event_date")]
    assert lines[row].split()[:7] == ["event_date", "1", "0", "0", "1.00", "1.00", "1.00"]
    assert lines[row + 1].split() == ["1/1", "1/1", "2/2"]
    (row,) = [index for index, line in enumerate(lines) if line.startswith("participants")]
    assert lines[row].split()[1:7] == ["0", "1", "1", "0.00", "0.00", "0.00"]
    assert "lik -> -" in out
    assert "articles[0].prohibited_acts: lik" in err


def test_misses_are_listed_with_file_and_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--misses") == 0
    slips = [line.split() for line in capsys.readouterr().out.splitlines() if "a.txt" in line]
    place = f"[{TEXT.index('85')}:{TEXT.index(' peserta') + len(' peserta')}]"
    assert ["keliru", "participants", "a.txt", place, "85"] in slips
    assert ["terlewat", "participants", "a.txt", "90"] in slips


def test_json_holds_figures_interval_confusions_and_misses(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["articles"] == 1 and found["unseen"] == 0
    assert found["interval"] == {"method": "percentile bootstrap over articles", "resamples": 2000, "seed": 20241127}
    figures = {item["fact"]: item for item in found["facts"]}
    assert figures["event_date"]["f1"] == 1.0 and figures["event_date"]["f1_interval95"] == [1.0, 1.0]
    assert figures["participants"]["f1"] == 0.0
    assert {"event_type", "acts", "sanction_modes"} == set(found["confusions"])
    assert {(item["fact"], item["verdict"]) for item in found["misses"]} >= {("participants", "missed")}


def test_a_folder_that_is_none_and_regions_that_are_none_are_named(folder: Path) -> None:
    with pytest.raises(BadInput, match="TEXTS"):
        command.run(argparse.Namespace(action="evaluate", texts=folder / "x", **_given(folder)))
    (folder / "daerah.csv").write_text("Kota Cendana\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"daerah\.csv.*1.*99\.71,Kota Cendana"):
        _run(folder, "--regions", str(folder / "daerah.csv"))


def _given(folder: Path) -> dict[str, object]:
    return {"gold": folder / "gold.yaml", "regions": None, "unseen": False, "misses": False, "json": False}
