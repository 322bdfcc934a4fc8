"""Corrections of single facts: an algebra over contract 4, and the file of cases that the reader must pass."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from sinetra.core import press
from sinetra.core.press.corrections import Fix, Verdict, corrected, items, put_back, reads_as

from .conftest import CATALOGUE

CASES = Path(__file__).parent / "corrections"
FIELDS = (
    *("event_date", "place", "venues", "agency", "event_type", "persons", "legal", "participants_count"),
    *("units_visited", "audience", "prohibited_acts", "sanctions", "theme", "coordination", "agreement"),
)


@pytest.fixture(scope="module")
def read(lexicon: press.Lexicon) -> dict[str, dict[str, Any]]:
    """Hash of the bytes and of the clean text → the facts that are read today."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted((CATALOGUE / "samples" / "articles").glob("*.txt")):
        data = path.read_bytes()
        facts = press.extract(lexicon, press.read(path.name, data)[0]).to_json()
        found[hashlib.sha256(data).hexdigest()] = facts
        found[hashlib.sha256(str(facts["text"]).encode()).hexdigest()] = facts
    return found


def failing(cases: list[dict[str, Any]], read: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    known = [(case, read.get(case["text_sha256"]) or read.get(case["capture_sha256"])) for case in cases]
    return [
        case
        for case, facts in known
        if facts is None or not reads_as(facts, case["field"], case["expected"], case["denied"])
    ]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_the_reader_passes_every_case_of_an_exported_file(path: Path, read: dict[str, dict[str, Any]]) -> None:
    cases = json.loads(path.read_text(encoding="utf-8"))
    assert cases
    assert failing(cases, read) == []


def test_a_case_that_the_reader_does_not_pass_is_found(read: dict[str, dict[str, Any]]) -> None:
    cases = json.loads(next(CASES.glob("*.json")).read_text(encoding="utf-8"))
    wrong = {**cases[0], "expected": "nothing of this kind"}
    denied = {**cases[0], "expected": None, "denied": cases[0]["expected"]}
    unknown = {**cases[0], "text_sha256": "0", "capture_sha256": "0"}
    assert failing([wrong, denied, unknown], read) == [wrong, denied, unknown]


@pytest.mark.parametrize("field", FIELDS)
def test_putting_back_what_was_there_changes_no_fact(field: str, read: dict[str, dict[str, Any]]) -> None:
    for facts in read.values():
        copy = dict(facts)
        before = items(facts, field)
        put_back(copy, field, before)
        assert items(copy, field) == before


@pytest.mark.parametrize("field", FIELDS)
def test_rejecting_every_fact_leaves_none_and_keeps_them_beside(field: str, read: dict[str, dict[str, Any]]) -> None:
    for facts in read.values():
        before = items(facts, field)
        fixes = [Fix(field=field, verdict=Verdict.REJECTED, reader=item) for item in before]
        after = corrected(facts, fixes)
        assert items(after, field) == []
        assert (after.get("rejected") or {}).get(field, []) == before


def test_the_samples_have_facts_to_reject(read: dict[str, dict[str, Any]]) -> None:
    assert sum(bool(items(facts, field)) for facts in read.values() for field in FIELDS) > 40


def test_without_fixes_nothing_changes(read: dict[str, dict[str, Any]]) -> None:
    assert all(corrected(facts, []) == facts for facts in read.values())


def test_a_correction_of_what_is_read_otherwise_today_still_holds(read: dict[str, dict[str, Any]]) -> None:
    facts = next(iter(read.values()))
    gone = {"value": "x", "span": [0, 1], "rule": "old"}
    fix = Fix(field="theme", verdict=Verdict.CORRECTED, reader=gone, person={"value": "y", "span": [0, 1]})
    assert items(corrected(facts, [fix]), "theme")[-1]["value"] == "y"
