"""What of a list stands in an article: whole words in any case, with their place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.press.page import fold
from sinetra.core.press.watching import PLACES, Kind, Watch, matches, places_of

TEXT = "Bawaslu membahas politik  uang.\nDinas Pendidikan menerbitkan surat edaran; surat edarannya dibaca."
FACTS: dict[str, Any] = {
    "event_type": "circular",
    "evidence": {"event_type": {"value": "circular", "span": [50, 62]}},
    "place": {"kode": "63.72", "span": [0, 7]},
}


@pytest.mark.parametrize("term", ["politik uang", "Politik Uang", "POLITIK UANG", "surat edaran", "bawaslu"])
def test_a_word_is_found_in_any_case_and_the_place_shows_it(term: str) -> None:
    (found,) = matches(Watch(words=[term]), TEXT, FACTS)
    assert found.kind is Kind.WORD
    assert found.span is not None
    assert fold(" ".join(TEXT[slice(*found.span)].split())) == fold(term)


@pytest.mark.parametrize("term", ["politik", "edarannya"])
def test_whole_words_are_found(term: str) -> None:
    assert matches(Watch(words=[term]), TEXT, FACTS)


@pytest.mark.parametrize("term", ["polit", "uan", "edar", "uang dinas pendidikan", "mutasi"])
def test_parts_of_words_and_words_across_a_stop_are_not_found(term: str) -> None:
    assert matches(Watch(words=[term]), TEXT, FACTS) == ()


def test_any_of_one_kind_is_enough_and_each_kind_that_is_given_must_be_met() -> None:
    assert matches(Watch(words=["mutasi", "bawaslu"], regions=["63"]), TEXT, FACTS)
    assert matches(Watch(words=["mutasi"], offices=["dinas pendidikan"], event_types=["circular"]), TEXT, FACTS)
    assert matches(Watch(words=["bawaslu"], regions=["64"]), TEXT, FACTS) == ()
    assert matches(Watch(words=["bawaslu"], event_types=["opinion"]), TEXT, FACTS) == ()
    assert matches(Watch(words=["mutasi"], regions=["63.72"]), TEXT, FACTS) == ()


@pytest.mark.parametrize(
    ("region", "hits"), [("63", True), ("63.72", True), ("6", False), ("63.7", False), ("63.72.01", False)]
)
def test_a_region_holds_its_parts_and_no_neighbour(region: str, hits: bool) -> None:
    assert bool(matches(Watch(regions=[region]), TEXT, FACTS)) is hits


def test_an_event_type_leads_to_the_words_that_say_it() -> None:
    (found,) = matches(Watch(event_types=["circular"]), TEXT, FACTS)
    assert (found.kind, found.span) == (Kind.EVENT, (50, 62))


def test_an_empty_list_and_an_article_without_facts_give_nothing() -> None:
    assert matches(Watch(), TEXT, FACTS) == ()
    assert matches(Watch(regions=["63"], event_types=["circular"]), TEXT, {}) == ()


def test_of_one_word_the_first_places_are_kept() -> None:
    assert len(matches(Watch(words=["asn"]), "ASN " * 40, {})) == PLACES


@given(st.text(alphabet="ab .*+(İß", min_size=1, max_size=12), st.text(alphabet="ab .*+(İß\n", max_size=60))
def test_every_place_lies_in_the_text_and_says_the_word(term: str, text: str) -> None:
    for start, end in places_of(term, fold(text)):
        assert 0 <= start < end <= len(text)
        assert fold(text)[start:end].split() == fold(term).split()
