"""The sentence counts however it is typed, and only when it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.prevention.written_out import first_difference, words

WANTED = "Saya netral dan melayani semua orang dengan sama."
SENTENCES = st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=6), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "typed",
    [
        WANTED,
        "saya netral dan melayani semua orang dengan sama",
        "  SAYA   NETRAL,\ndan melayani semua orang – dengan sama!! ",
    ],
)
def test_case_spaces_and_punctuation_do_not_count(typed):
    assert first_difference(typed, WANTED) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "saya"),
        ("...", "saya"),
        ("Saya dan melayani semua orang dengan sama", "netral"),
        ("Saya netral dan melayani semua orang", "dengan"),
        ("Sayanetraldanmelayanisemuaorangdengansama", "saya"),
        (f"{WANTED} Setuju", ""),
    ],
)
def test_what_is_missing_or_too_much_is_named(typed, word):
    assert first_difference(typed, WANTED) == word


@given(SENTENCES, st.lists(st.sampled_from([" ", "  ", ", ", "\n", " - "]), min_size=8, max_size=8))
def test_any_spacing_of_the_same_words_is_right(sentence, gaps):
    typed = "".join(word.upper() + gap for word, gap in zip(sentence, gaps, strict=False))
    assert first_difference(typed, " ".join(sentence)) is None


@given(SENTENCES, SENTENCES)
def test_it_is_right_just_when_the_words_are_the_same(typed, wanted):
    right = first_difference(" ".join(typed), " ".join(wanted)) is None
    assert right == (words(" ".join(typed)) == words(" ".join(wanted)))
