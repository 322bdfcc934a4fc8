"""``catalogue/transfers.yaml``: what it cites exists, and what is wrong in it is told with file, line and field."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.clock.confidence import Confidence
from sinetra.core.errors import BadInput
from sinetra.core.law import load_rulebook
from sinetra.core.transfers import Verdict, WindowId, check_transfer, load_transfer_rules, parse_transfer

sys.path.insert(0, str(Path(__file__).parent))
from transfer_facts import IN_THE_WINDOW, RULES


def test_every_rule_is_a_norm_of_the_law_catalogue_on_transfers():
    book = load_rulebook(ROOT)
    for window in RULES.windows.values():
        assert window.rules
        for name in window.rules:
            asked = {condition.field for version in book.norm(name).versions for condition in version.when}
            assert "act.code" in asked


def test_every_article_of_a_window_is_cited_by_one_of_its_norms():
    book = load_rulebook(ROOT)
    for window in RULES.windows.values():
        cited = {item.instrument for name in window.rules for item in book.norm(name).citations}
        assert {item.instrument for item in window.citations} <= cited


def test_what_was_not_read_in_its_text_is_marked():
    assert {item.confidence for item in RULES.exceptions} == {Confidence.UNCHECKED}
    unread = [item for found in RULES.exceptions for item in found.citations if item.instrument.startswith("se-")]
    assert unread
    assert {item.confidence for item in unread} == {Confidence.PRESS}
    acting = RULES.windows[WindowId.ACTING_HEAD].readings
    assert {item.confidence for item in acting} == {Confidence.UNCHECKED}


def test_every_sentence_is_there_in_both_languages_with_the_same_places_for_facts():
    for words in RULES.phrases.values():
        assert words.id.count("%(") == words.en.count("%(")
        assert words.id != words.en


@pytest.fixture
def catalogue(tmp_path):
    for name in ("transfers.yaml", "instruments.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "timetables", tmp_path / "timetables")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("instrument: pp-49-2008", "instrument: pp-49-2009", "instrument"),
        ("binds: [definitive]", "binds: [definitif]", "binds"),
        ("grounds: [death]", "grounds: [meninggal]", "grounds"),
        ("    grounds: [death]\n", "", "grounds"),
        ("action: appointment", "action: transfer", "action"),
        ("action: dismissal", "action: appointment", "actions"),
        ("actions: [dismissal]", "actions: [pemberhentian]", "actions"),
        ("posts: [jpt_madya, jpt_pratama]", "posts: [sekda]", "posts"),
        ("            followed: true\n", "", "readings"),
        ("            moves: 1\n", "            moves: 1\n            followed: true\n", "readings"),
        ("  - id: after_inauguration", "  - id: after_inaugurations", "id"),
        ("    decides: forbidden", "    decides: maybe", "decides"),
        ("band_days: 1", "band_days: 1\nband: 2", "band"),
        ("covered: [jpt_madya,", "covered: [jpt_medya,", "covered"),
    ],
)
def test_a_mistake_is_told_with_file_and_field(catalogue, old, new, field):
    path = catalogue / "transfers.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput) as told:
        load_transfer_rules(catalogue)
    assert told.value.field == field
    assert "transfers.yaml:" in str(told.value)


def test_a_window_that_is_missing_is_told(catalogue):
    path = catalogue / "transfers.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  - id: acting_head"), text.index("# Posts that count")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    with pytest.raises(BadInput, match="windows"):
        load_transfer_rules(catalogue)


def test_a_wider_band_warns_of_more_days(catalogue):
    path = catalogue / "transfers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("band_days: 1", "band_days: 3"), encoding="utf-8")
    rules = load_transfer_rules(catalogue)
    result = check_transfer(rules, parse_transfer(IN_THE_WINDOW | {"effective_on": "2024-03-19"}))
    assert result.window(WindowId.BEFORE_DETERMINATION).status == "boundary"
    assert result.verdict is Verdict.ALLOWED


def test_the_timetable_of_an_installation_opens_windows_too(tmp_path):
    own = tmp_path / "timetables"
    own.mkdir()
    text = (ROOT / "timetables" / "pilkada_2024.yaml").read_text(encoding="utf-8")
    for year, new in (("2025", "2032"), ("2024", "2031")):
        text = text.replace(year, new)
    start, end = text.index("  inauguration: {"), text.index("milestones:")
    (own / "pilkada_2031.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    rules = load_transfer_rules(ROOT, tmp_path)

    def verdict(day: str) -> tuple[str, str]:
        facts = IN_THE_WINDOW | {"effective_on": day, "election": "pilkada_2031"}
        result = check_transfer(rules, parse_transfer(facts))
        # No day of inauguration is known, so none is assumed.
        assert not any("tidak diperiksa sendiri" in line.id for line in result.explanation)
        return result.verdict.value, result.window(WindowId.BEFORE_DETERMINATION).status.value

    assert verdict("2031-03-20") == ("allowed", "outside")
    assert verdict("2031-10-01") == ("needs_permit", "inside")
    # When the head is inaugurated is not known, so after the vote the end of the term is open.
    assert verdict("2031-11-28") == ("undetermined", "open")
