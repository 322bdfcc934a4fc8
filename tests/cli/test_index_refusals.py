"""What ``sinetra index compute`` cannot use is told in one line that names field and row. In this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sinetra.cli.main import main

Refusal = Callable[..., str]


@pytest.fixture
def refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Refusal:
    """``refusal("{file}", "--json", given=b"…")``: the one line on stderr; nothing else is printed."""
    monkeypatch.setenv("SINETRA_LANG", "id")
    monkeypatch.chdir(tmp_path)

    def run(*words: str, given: bytes = b"", suffix: str = ".json") -> str:
        file = tmp_path / f"given{suffix}"
        file.write_bytes(given)
        try:
            code = main(["index", "compute", *(word.format(file=file) for word in words)])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        printed = capsys.readouterr()
        assert (code, printed.out) == (2, ""), printed
        assert printed.err.count("\n") == 1, printed.err
        return printed.err

    return run


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (b"", ("code,score",)),
        (b"code,score\n", ("code,score",)),
        (b"kode,skor\nA,1\n", ("baris 1", "code,score")),
        (b"code,score\nA,1\nB,x\n", ("score", "baris 3", "'x'")),
        (b"code,score\nA,101\n", ("score", "baris 2", "0–100")),
        (b"code,score\nA,nan\n", ("score", "baris 2")),
        (b"code,score\n,5\n", ("code", "baris 2")),
        (b"code,score\nA,5\n\nA,6\n", ("code", "baris 4", "A")),
        (b"code,score\nA,5,6\n", ("baris 2", "3")),
        (b"code,score\n\xff,5\n", ("UTF-8",)),
        (b"code,dimension,indicator,events,level\nA,k,i,1.5,1\n", ("events", "baris 2")),
        (b'code,score\n"A,5\n', ("CSV",)),
    ],
)
def test_a_bad_table_is_told_by_column_and_row(refusal: Refusal, given: bytes, words: tuple[str, ...]) -> None:
    line = refusal("{file}", "--mode", "ikp", "--json", given=given)
    assert all(word in line for word in words), line


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("99.71",), ("REGION", "15.71, 32.79, 63.71, 63.72")),
        (("tiada.json",), ("tiada.json",)),
        (("tiada.yaml",), ("tiada.yaml",)),
        (("15.71", "--draws", "0"), ("draws", "1…100000")),
        (("15.71", "--seed", "-1"), ("seed",)),
        (("15.71", "--day", "kemarin"), ("day", "'kemarin'")),
        (("15.71", "--mode", "lain"), ("mode", "ikp")),
    ],
)
def test_a_bad_call_is_told_in_one_line(refusal: Refusal, words: tuple[str, ...], told: tuple[str, ...]) -> None:
    line = refusal(*words, "--json")
    assert all(word in line for word in told), line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"units": [{"code": "A", "staff": 19}]}', ("units[A].staff", "20")),
        ('{"units": [{"code": "A"}, {"kode": "B"}]}', ("units[1].kode", "code")),
        ('{"units": [{"code": "A"}, {"code": "A"}]}', ("units", "A")),
        ('{"day": "2024-01-01", "units": [{"code": "A", "values": {"lain": 1}}]}', ("values.lain", "incumbent")),
    ],
)
def test_a_bad_unit_is_told_by_its_field(refusal: Refusal, text: str, words: tuple[str, ...]) -> None:
    line = refusal("{file}", "--json", given=text.encode())
    assert all(word in line for word in words), line


def test_broken_yaml_is_told_with_its_line(refusal: Refusal) -> None:
    assert "YAML, 3:1" in refusal("{file}", given=b"units:\n  - code: [A\n", suffix=".yaml")


def test_without_a_cutoff_the_legal_date_is_taken(refusal: Refusal) -> None:
    tomorrow = b'[{"code": "A", "values": {"stage": {"amount": 1, "as_of": "2999-01-01"}}}]'
    assert "2999-01-01" in refusal("{file}", "--json", given=tomorrow)
