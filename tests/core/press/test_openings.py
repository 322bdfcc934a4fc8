"""A pattern is tried only at words that begin as it can begin: nothing that it matches is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.openings import openings
from sinetra.core.press.page import Page
from sinetra.core.press.rule_set import RuleSet
from sinetra.core.press.rules import Rule

SAMPLES = Path(__file__).parent / "samples" / "tuning"
PARTS = ("a", "b", "ab", "abc", "bca", "c", r"\d", r"\w", "[ab]", " ", r"\b", "(?!b)", "(?=a)", r"\.")
EXPRESSIONS = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(
            inner.filter(lambda part: not part.startswith(("(?!", "(?=", "\\b"))),
            st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "??"]),
        ).map(lambda both: f"(?:{both[0]}){both[1]}"),
    ),
    max_leaves=8,
)


def _rule(source: str, *cues: str) -> Rule:
    pattern = re.compile(rf"(?<!\w)(?:{source})(?!\w)")
    return Rule(
        id="r", code="c", pattern=pattern, cues=cues, both=(), begins=openings(pattern.pattern),
        near=None, without=None, options={},
    )  # fmt: skip


def _found(rule: Rule, page: Page) -> list[tuple[int, int]]:
    return [match.span() for placed in RuleSet([rule]).on(page) for match in placed.matches()]


def _searched(rule: Rule, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in rule.pattern.finditer(text)]


@given(EXPRESSIONS, st.text("abc1 .-", max_size=30))
def test_whatever_the_expression_its_matches_are_found(source: str, text: str) -> None:
    rule = _rule(source)
    assert _found(rule, Page(text)) == _searched(rule, text)


def test_on_every_sample_the_rules_of_events_find_what_the_whole_search_finds(lexicon: Lexicon) -> None:
    rules = [rule for rule in lexicon.rules("events") if rule.begins is not None and not rule.cues]
    assert len(rules) > 40
    found = 0
    for file in sorted(SAMPLES.glob("*.txt"))[:40]:
        page = Page(file.read_text())
        for rule in rules:
            spans = _found(rule, page)
            assert spans == _searched(rule, page.low), rule.id
            found += len(spans)
    assert found > 500


def test_on_every_sample_the_rules_of_acts_find_what_the_search_of_each_sentence_finds(lexicon: Lexicon) -> None:
    found = 0
    for file in sorted(SAMPLES.glob("*.txt"))[:40]:
        page = Page(file.read_text())
        placed = {id(one.rule): [match.span() for match in one.matches()] for one in lexicon.rules("acts").on(page)}
        for rule in lexicon.rules("acts"):
            told = [
                match.span()
                for sentence in page.sentences
                if any(cue in page.low_of(sentence) for cue in rule.cues or ("",))
                if not rule.both or any(cue in page.low_of(sentence) for cue in rule.both)
                for match in list(rule.pattern.finditer(page.low, sentence.start, sentence.end))[:8]
            ]
            assert placed.get(id(rule), []) == told, rule.id
            found += len(told)
    assert found > 200


def test_a_beginning_that_is_left_out_loses_its_matches() -> None:
    rule, page = _rule("rapat|apel"), Page("rapat dan apel")
    assert len(_found(rule, page)) == 2
    assert len(_found(replace(rule, begins=frozenset({"rap"})), page)) == 1


def test_a_rule_is_looked_at_where_one_of_its_cues_stands() -> None:
    page = Page("Rapat dimulai. Apel dan rapat di kantor.")
    assert _found(_rule("rapat", "kantor"), page) == [(24, 29)]
    assert len(_found(_rule("rapat", "kantor", "di"), page)) == 2
    assert _found(_rule("rapat", "balai"), page) == []


@pytest.mark.parametrize("source", [r"\*? ?penulis", "[a-z]+ suara", "", "(?:apel)?"])
def test_what_may_begin_with_anything_is_searched_everywhere(source: str) -> None:
    assert openings(source) is None
