"""Every static check, with the fault planted in a copy of the real catalogue."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law import load_rulebook

NORM = """
- id: planted
  kind: prohibition
  track: ethics
  title: {id: 'Contoh', en: 'Example'}
  confidence: perlu-cek
  versions:
    - {from: '2024-01-01', to: null, source_event: 'contoh'}
  when:
    subject.status: [pns]
    act.code: [like]
  citations:
    - {instrument: uu-20-2023, article: '24', confidence: perlu-cek}
"""
EXCEPTION = """  unless:
    - id: planted_exception
      title: {id: 'Contoh', en: 'Example'}
      when: {WHEN}
      citations:
        - {instrument: uu-20-2023, article: '24', confidence: perlu-cek}
"""
VERSION = "    - {from: '2024-01-01', to: null, source_event: 'contoh'}\n"


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    for name in ("instruments.yaml", "conflicts.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    for name in ("norms", "timetables", "calendars", "deadlines"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for path in ROOT.glob("*.yaml"):
        shutil.copy(path, tmp_path / path.name)
    (tmp_path / "regions").mkdir()
    for path in (ROOT / "regions").glob("*.csv"):
        shutil.copy(path, tmp_path / "regions" / path.name)
    return tmp_path


def _plant(catalogue: Path, text: str) -> str:
    (catalogue / "norms" / "planted.yaml").write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        load_rulebook(catalogue)
    assert isinstance(caught.value.params["line"], int)
    assert caught.value.params["line"] <= text.count("\n") + 1
    message = str(caught.value)
    assert message.startswith("planted.yaml baris ")
    return message


def test_the_planted_norm_itself_is_sound(catalogue: Path) -> None:
    (catalogue / "norms" / "planted.yaml").write_text(NORM, "utf-8")
    assert "planted" in load_rulebook(catalogue).place


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("act.code: [like]", "act.code: [likes]", "unknown word 'likes' for act.code"),
        ("act.code:", "act.kode:", "unknown word 'act.kode' in when"),
        ("kind: prohibition", "kind: ban", "unknown word 'ban' in kind"),
        ("track: ethics", "track: moral", "unknown word 'moral' in track"),
        ("confidence: perlu-cek\n  v", "confidence: sure\n  v", "unknown word 'sure' in confidence"),
        ("  kind:", "  kinds: x\n  kind:", "unknown word 'kinds' in norm"),
        ("instrument: uu-20-2023", "instrument: uu-99-2023", "unknown instrument uu-99-2023"),
        ("id: planted", "id: vote", "repeated id vote"),
        ("'2024-01-01'", "'2024-13-01'", "not a date"),
    ],
)
def test_a_word_that_is_not_known_is_named(catalogue: Path, before: str, after: str, reason: str) -> None:
    assert before in NORM
    assert reason in _plant(catalogue, NORM.replace(before, after, 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  versions:\n" + VERSION, "  versions: 2024\n"),
        ("  when:\n    subject.status: [pns]\n    act.code: [like]\n", "  when: like\n"),
        ("title: {id: 'Contoh', en: 'Example'}", "title: Contoh"),
        ("    - {instrument: uu-20-2023, article: '24', confidence: perlu-cek}", "    - uu-20-2023"),
    ],
)
def test_a_block_in_another_form_is_told_and_not_a_crash(catalogue: Path, before: str, after: str) -> None:
    assert before in NORM
    assert _plant(catalogue, NORM.replace(before, after))


@pytest.mark.parametrize("name", ["sets", "sanctions", "routes", "clocks", "phrases"])
def test_what_is_shared_must_be_there(catalogue: Path, name: str) -> None:
    path = catalogue / "norms" / "shared.yaml"
    path.write_text(path.read_text("utf-8").replace(f"\n{name}:", f"\nno_{name}:"), "utf-8")
    with pytest.raises(BadInput, match=r"shared\.yaml"):
        load_rulebook(catalogue)


def test_a_norm_needs_a_citation(catalogue: Path) -> None:
    assert "missing citations" in _plant(catalogue, NORM[: NORM.index("  citations:")])


def test_an_exception_needs_a_citation(catalogue: Path) -> None:
    exception = EXCEPTION[: EXCEPTION.index("      citations:")].replace("WHEN", "act.active: false")
    assert "planted_exception: missing citations" in _plant(catalogue, NORM + exception)


@pytest.mark.parametrize(
    ("versions", "reason"),
    [
        (("2024-01-01", "'2024-03-31'", "2024-03-31", "null"), "versions overlap"),
        (("2024-01-01", "null", "2024-03-31", "null"), "versions overlap"),
        (("2024-01-01", "'2024-03-31'", "2024-04-02", "null"), "gap between versions, 2024-03-31 to 2024-04-02"),
        (("2024-01-01", "'2023-03-31'", "2024-04-02", "null"), "version ends before it begins"),
    ],
)
def test_versions_follow_each_other_day_by_day(
    catalogue: Path, versions: tuple[str, str, str, str], reason: str
) -> None:
    first, until, second, end = versions
    text = f"    - {{from: '{first}', to: {until}}}\n    - {{from: '{second}', to: {end}}}\n"
    assert reason in _plant(catalogue, NORM.replace(VERSION, text))


def test_versions_that_touch_are_sound(catalogue: Path) -> None:
    text = "    - {from: '2024-01-01', to: '2024-03-31'}\n    - {from: '2024-04-01', to: null}\n"
    (catalogue / "norms" / "planted.yaml").write_text(NORM.replace(VERSION, text), "utf-8")
    assert "planted" in load_rulebook(catalogue).place


def test_displacement_stays_inside_a_track(catalogue: Path) -> None:
    reason = _plant(catalogue, NORM + "  displaces: [skb2022.pd-6]\n")
    assert "displaces skb2022.pd-6 across tracks (ethics, discipline)" in reason


def test_what_is_displaced_must_exist(catalogue: Path) -> None:
    assert "displaces unknown norm skb2022.ke-99" in _plant(catalogue, NORM + "  displaces: [skb2022.ke-99]\n")
    assert "displaces unknown norm group:none" in _plant(catalogue, NORM + "  displaces: ['group:none']\n")


def test_a_cycle_of_displacement_is_found(catalogue: Path) -> None:
    other = NORM.replace("id: planted", "id: planted2") + "  displaces: [planted]\n"
    reason = _plant(catalogue, NORM + "  displaces: [planted2]\n" + other)
    assert "cycle in displaces among planted, planted2" in reason


@pytest.mark.parametrize(
    "when",
    [
        "act.code: [share]",
        "act.minister_approval: true",
        "subject.contract_kind: [honorer]",
        "subject.status: [cpns], act.active: true",
    ],
)
def test_an_exception_that_can_never_apply_is_found(catalogue: Path, when: str) -> None:
    reason = _plant(catalogue, NORM + EXCEPTION.replace("WHEN", when))
    assert "exception planted_exception can never apply" in reason


def test_an_exception_that_ends_before_the_norm_begins_can_never_apply(catalogue: Path) -> None:
    exception = EXCEPTION.replace("WHEN", "act.active: false").replace(
        "      citations", "      to: '2023-12-31'\n      citations"
    )
    assert "exception planted_exception can never apply" in _plant(catalogue, NORM + exception)


def test_a_norm_that_its_exception_always_takes_away_can_never_be_reported(catalogue: Path) -> None:
    exception = EXCEPTION.replace("WHEN", "subject.status: [pns, cpns]")
    assert "planted: norm that can never be reported" in _plant(catalogue, NORM + exception)


def test_a_norm_that_asks_what_its_other_condition_rules_out_can_never_be_reported(catalogue: Path) -> None:
    text = NORM.replace("act.code: [like]", "act.code: [like]\n    act.minister_approval: false")
    assert "planted: norm that can never be reported" in _plant(catalogue, text)


def test_a_norm_that_a_broader_one_always_displaces_can_never_be_reported(catalogue: Path) -> None:
    broad = NORM.replace("id: planted", "id: planted2").replace("[like]", "[like, share]") + "  displaces: [planted]\n"
    assert "planted: norm that can never be reported" in _plant(catalogue, NORM + broad)


def test_a_narrower_displacing_norm_is_sound(catalogue: Path) -> None:
    narrow = NORM.replace("id: planted", "id: planted2").replace("    act.code", "    act.active: true\n    act.code")
    (catalogue / "norms" / "planted.yaml").write_text(NORM + narrow + "  displaces: [planted]\n", "utf-8")
    assert "planted2" in load_rulebook(catalogue).place


def test_broken_yaml_is_named_with_its_line(catalogue: Path) -> None:
    assert "baris 4" in _plant(catalogue, "\n- id: planted\n  kind: [\n")


def test_a_conflict_names_rules_that_exist(catalogue: Path) -> None:
    path = catalogue / "conflicts.yaml"
    path.write_text(path.read_text("utf-8").replace("pp94.n-1, bawaslu", "pp94.n-99, bawaslu"), "utf-8")
    with pytest.raises(BadInput, match=r"conflicts.yaml baris \d+: no-penalty-level: unknown rule pp94.n-99"):
        load_rulebook(catalogue)


def test_a_contested_rule_that_is_none_is_a_fault(catalogue: Path) -> None:
    path = catalogue / "conflicts.yaml"
    path.write_text(path.read_text().replace("contested: [bawaslu2024.attendance]", "contested: [bawaslu2024.nothing]"))
    with pytest.raises(BadInput, match=r"conflicts.yaml baris \d+: passive-attendance: unknown rule"):
        load_rulebook(catalogue)
