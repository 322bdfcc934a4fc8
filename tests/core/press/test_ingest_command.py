"""The command line around the reader."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from sinetra.cli import ingest
from sinetra.core.errors import BadInput

INVENTED = Path(__file__).parent / "invented"


def _run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    ingest.configure(parser)
    return ingest.run(parser.parse_args(words))


def test_a_folder_is_read_and_what_is_no_article_is_noted(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(INVENTED), "--json") == 0
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert [item["source"] for item in found["articles"]].count("04_semarang.html") == 1
    assert len(found["articles"]) == len([*INVENTED.glob("*.txt"), *INVENTED.glob("*.html")])
    assert "expected.yaml" in err


def test_one_unreadable_file_stops_all_with_nothing_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    with pytest.raises(BadInput, match=r"kosong\.txt"):
        _run(str(INVENTED / "01_sleman.txt"), str(tmp_path / "kosong.txt"), "--json")
    assert capsys.readouterr().out == ""


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="tidak-ada"):
        _run(str(tmp_path / "tidak-ada"))


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".tersembunyi.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BadInput, match="Tidak ada artikel"):
        _run(str(tmp_path))


def test_the_table_shows_day_place_and_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(str(INVENTED / "01_sleman.txt"), str(INVENTED / "13_sleman_dua.txt")) == 0
    out = capsys.readouterr().out
    assert "2024-10-07*" in out
    assert "Kabupaten Sleman" in out
    assert "Ratna Kusumawardani" in out


def test_lines_come_one_by_one_and_an_unreadable_file_is_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong.txt").write_bytes(b"")
    assert _run(str(tmp_path / "kosong.txt"), str(INVENTED), "--lines") == 0
    out, err = capsys.readouterr()
    first, *rest = [json.loads(line) for line in out.splitlines()]
    assert first["source"] == "kosong.txt" and "kosong" in first["error"]
    assert [item["source"] for item in rest] == sorted(item["source"] for item in rest)
    assert len(rest) == len([*INVENTED.glob("*.txt"), *INVENTED.glob("*.html")])
    assert all("event_date" in item and "error" not in item for item in rest)
    assert "expected.yaml" in err and str(len(rest)) in err


def test_folders_inside_are_read_in_order_and_hidden_ones_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".rahasia/3.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Bawaslu Kota Jambi menggelar rakor.", encoding="utf-8")
    assert _run(str(tmp_path), "--lines") == 0
    assert [json.loads(line)["source"] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "1.txt", "2.txt"]


def test_a_folder_without_articles_is_refused_line_by_line_too(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Tidak ada artikel"):
        _run(str(tmp_path), "--lines")
