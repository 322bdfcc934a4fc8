"""Whatever is wrong with the input: exit 2, nothing on stdout, one line that names the place and what is accepted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

LIKE = {"act_date": "2024-10-28", "election": "pilkada_2024", "subject": {"status": "pns"}, "act": {"code": "like"}}


def _decide(sinetra: Run, value: Any, **settings: str) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return sinetra("decide", "-", "--json", given=text.encode(), **settings).line


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ({"actt": {}}, ("actt", "act_date, known_date")),
        ({"subject": {"rank": 1}}, ("subject.rank", "status", "position")),
        ({"subject": []}, ("subject", "status")),
        ({"act": {"code": "likes"}}, ("act.code", "'likes'", "follow_join_group")),
        ({"act": {"code": ["like"]}}, ("act.code", "like")),
        ({"act": {"active": "yes"}}, ("act.active", "true, false, null")),
        ({"act": {"audience": "public"}}, ("act.audience", "village_heads")),
        ({"act": {"audience": ["public", "neighbours"]}}, ("act.audience", "'neighbours'", "pupils")),
        ({"act": {"money_value_idr": -1}}, ("act.money_value_idr", "-1")),
        ({"act_date": "28-10-2024"}, ("act_date", "YYYY-MM-DD")),
        ({"filed_on": "2024-02-30"}, ("filed_on", "YYYY-MM-DD")),
        ({"known_date": 20241028}, ("known_date", "YYYY-MM-DD")),
        ({"election": "pilkada_2031"}, ("election", "pilkada_2031", "pilkada_2024")),
        ({"region": "Jambi"}, ("region", "Jambi", "63.72")),
        ('{"act": {"code": "like", "code": "vote"}}', ("code",)),
        ('{"act": {"money_value_idr": NaN}}', ("NaN",)),
        ('"like"', ("like", "act_date")),
        ("", ("FILE",)),
        ("{", ("FILE", "1")),
    ],
)
def test_a_wrong_fact_is_named(sinetra: Run, value: Any, parts: tuple[str, ...]) -> None:
    line = _decide(sinetra, value)
    for part in parts:
        assert part in line


def test_a_wrong_item_of_a_list_is_named_by_its_index_in_both_languages(sinetra: Run) -> None:
    wrong = [LIKE, LIKE, {"act": {"code": "likes"}}]
    assert _decide(sinetra, wrong).startswith("Butir [2]: Isian act.code: nilai 'likes' tidak dikenal; yang diterima:")
    english = _decide(sinetra, wrong, SINETRA_LANG="en")
    assert english.startswith("Item [2]: Field act.code: unknown value 'likes'; accepted:")


def test_a_file_that_cannot_be_read_as_facts_is_told(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "u16.json").write_bytes(json.dumps(LIKE).encode("utf-16"))
    (tmp_path / "binary.json").write_bytes(bytes(range(256)))
    assert "u16.json" in sinetra("decide", "u16.json", "--json").line
    assert "binary.json" in sinetra("decide", "binary.json", "--json").line
    assert "nowhere.json" in sinetra("decide", "nowhere.json", "--json").line


def test_fifty_megabytes_of_facts_are_refused_within_seconds(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "big.json").write_bytes(b"[" + json.dumps(LIKE).encode() + b"," + b" " * 50_000_000 + b"1]")
    assert "[1]" in sinetra("decide", "big.json", "--json", timeout=20).line


@pytest.mark.parametrize(
    ("name", "content", "indonesian", "english"),
    [
        ("kosong.txt", b" \n", "kosong", "empty"),
        ("biner.txt", bytes(range(256)) * 40, "bukan teks", "not text"),
        ("tanpa_tanda.txt", "Bawaslu".encode("utf-16-le"), "bukan teks", "not text"),
        ("panjang.txt", b"Ketua" + b" " * 52_000_000 + b"x", "200.000", "200,000"),
        ("panjang.html", b"<html><body>" + b"<" * 52_000_000, "200.000", "200,000"),
        ("rusak.warc", b"WARC/1.0\r\nnothing", "WARC", "WARC"),
    ],
)
def test_an_article_that_cannot_be_read_is_named(
    sinetra: Run, tmp_path: Path, name: str, content: bytes, indonesian: str, english: str
) -> None:
    (tmp_path / name).write_bytes(content)
    line = sinetra("ingest", name, "--json", timeout=20).line
    assert name in line
    assert indonesian in line
    assert ".warc" in line
    assert english in sinetra("ingest", name, "--json", timeout=20, SINETRA_LANG="en").line


def test_a_folder_without_articles_is_refused_in_one_line(sinetra: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "foto.png").write_bytes(b"x")
    assert "folder" in sinetra("ingest", "folder", "--json").line


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("deadline", "pilkada.nothing", "--from", "2024-10-28"), ("rule", "pilkada.filing")),
        (("deadline", "pilkada.filing", "--from", "tomorrow"), ("from", "2024-11-20")),
        (("deadline", "pilkada.filing", "--from", "9999-12-31"), ("from", "9999-12-31")),
        (("deadline", "pp94.summons", "--from", "9999-12-31"), ("from",)),
        (("deadline", "pilkada.filing", "--from", "2024-10-28", "--work-week", "²"), ("work_week", "5, 6")),
        (("deadline", "pilkada.filing", "--from", "2024-10-28", "--region", "x"), ("region", "63.72")),
        (("deadline", "pilkada.filing"), ("--from",)),
        (("decide", "--every"), ("--every",)),
        (("ingest",), ("PATH",)),
        (("decid",), ("decid", "decide")),
    ],
)
def test_a_wrong_call_is_one_line(sinetra: Run, words: tuple[str, ...], parts: tuple[str, ...]) -> None:
    line = sinetra(*words).line
    for part in parts:
        assert part in line


def test_without_a_command_the_usage_goes_to_stderr_and_with_help_to_stdout(sinetra: Run) -> None:
    bare, asked = sinetra(), sinetra("--help")
    assert (bare.code, bare.out) == (2, "")
    assert (asked.code, asked.err) == (0, "")
    assert bare.err == asked.out
    assert "decide" in asked.out
