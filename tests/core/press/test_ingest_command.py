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
