from __future__ import annotations

import random
import re
import secrets
import string
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.report_code import ALL_WORDS, BITS, WordList, one_slip_apart

WORDS = WordList.read(ROOT / "code_words.txt")
digests = st.binary(min_size=10, max_size=32)


def test_a_code_holds_at_least_77_bits() -> None:
    assert BITS >= 77
    first, last = WORDS.code(bytes(10)), WORDS.code(b"\xff" * 10)
    assert len(first.split()) == len(last.split()) == ALL_WORDS
    assert set(first.split()[:8]) == {WORDS.words[0]}
    assert set(last.split()[:8]) == {WORDS.words[-1]}


def test_every_bit_of_the_digest_shows_in_the_code() -> None:
    codes = {WORDS.code((1 << bit).to_bytes(10, "big")) for bit in range(BITS)}
    assert len(codes) == BITS


def test_too_short_a_digest_is_refused() -> None:
    with pytest.raises(ValueError, match="80 bits"):
        WORDS.code(b"123456789")


def test_the_words_are_1024_plain_words_with_first_letters_of_their_own() -> None:
    assert len(WORDS.words) == 1024
    assert list(WORDS.words) == sorted(set(WORDS.words))
    assert all(re.fullmatch("[a-z]{4,7}", word) for word in WORDS.words)
    assert len({word[:4] for word in WORDS.words}) == 1024


def test_no_two_words_are_one_slip_apart() -> None:
    assert not [pair for pair in combinations(WORDS.words, 2) if one_slip_apart(*pair)]


def test_the_search_for_words_one_slip_apart_finds_a_planted_pair() -> None:
    planted = [*WORDS.words[:50], WORDS.words[7][:-1] + "x"]
    assert [pair for pair in combinations(planted, 2) if one_slip_apart(*pair)]


def test_a_list_with_two_words_that_start_alike_is_refused() -> None:
    with pytest.raises(ValueError, match="first four letters"):
        WordList([*WORDS.words[:-1], WORDS.words[0] + "x"])


@given(digests)
def test_a_code_is_read_back_as_it_was_given(digest: bytes) -> None:
    code = WORDS.code(digest)
    assert WORDS.read_code(code).text == code
    assert not WORDS.read_code(code).corrected


@pytest.mark.parametrize("join", ["-", "  ", " - ", ", ", "\n", ". ", "\u00a0"])
@pytest.mark.parametrize("shape", [str.upper, str.title, str.lower])
def test_capitals_hyphens_and_blanks_do_not_matter(join: str, shape: object) -> None:
    code = WORDS.code(b"sepuluh bita")
    assert WORDS.read_code("  " + shape(code).replace(" ", join) + "\t").text == code  # type: ignore[operator]


def test_full_width_letters_are_read_as_letters() -> None:
    code = WORDS.code(b"sepuluh bita")
    wide = "".join(chr(ord(letter) + 0xFEE0) if letter != " " else "\u3000" for letter in code)
    assert WORDS.read_code(wide).text == code


@given(digests, st.integers(0, ALL_WORDS - 1), st.integers(0, 1023))
def test_a_wrong_word_is_always_found(digest: bytes, place: int, number: int) -> None:
    words = WORDS.code(digest).split()
    if words[place] == WORDS.words[number]:
        return
    words[place] = WORDS.words[number]
    with pytest.raises(BadInput) as caught:
        WORDS.read_code(" ".join(words))
    assert caught.value.code == "code_check"
    assert caught.value.field == "code"


@given(digests, st.integers(0, ALL_WORDS - 1), st.integers(0, ALL_WORDS - 1))
def test_two_swapped_words_are_always_found(digest: bytes, one: int, other: int) -> None:
    words = WORDS.code(digest).split()
    if words[one] == words[other]:
        return
    words[one], words[other] = words[other], words[one]
    with pytest.raises(BadInput) as caught:
        WORDS.read_code(" ".join(words))
    assert caught.value.code == "code_check"


@given(digests, st.integers(0, ALL_WORDS - 1))
def test_one_illegible_word_is_computed_from_the_others(digest: bytes, place: int) -> None:
    words = WORDS.code(digest).split()
    meant, words[place] = words[place], "qqqqq"
    read = WORDS.read_code(" ".join(words))
    assert read.text == WORDS.code(digest)
    assert read.corrected == (("qqqqq", meant),)


def test_two_illegible_words_are_named() -> None:
    words = WORDS.code(b"sepuluh bita").split()
    words[1], words[4] = "qqqqq", "zzzz"
    with pytest.raises(BadInput, match="qqqqq, zzzz") as caught:
        WORDS.read_code(" ".join(words))
    assert caught.value.code == "code_word"


@pytest.mark.parametrize("typed", ["", "kerja", "1234 5678", " ".join(WORDS.words[:10])])
def test_a_code_of_another_length_says_how_many_words_it_has(typed: str) -> None:
    with pytest.raises(BadInput) as caught:
        WORDS.read_code(typed)
    assert caught.value.code == "code_length"


def slip(rng: random.Random, word: str) -> str:
    place, letter = rng.randrange(len(word)), rng.choice(string.ascii_lowercase)
    other = min(place + 1, len(word) - 1)
    swapped = list(word)
    swapped[place], swapped[other] = swapped[other], swapped[place]
    return rng.choice(
        [
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            "".join(swapped),
        ]
    )


@pytest.mark.parametrize(("slips", "least_mended"), [(1, 0.99), (2, 0.90), (3, 0.85)])
def test_typing_mistakes_are_mended_or_found_and_never_give_another_code(slips: int, least_mended: float) -> None:
    """Measured: shares of codes with ``slips`` words mistyped that are mended, found, and taken for another code."""
    rng = random.Random(77)
    mended = found = other = 0
    while mended + found + other < 600:
        code = WORDS.code(rng.randbytes(10))
        words = code.split()
        for place in rng.sample(range(ALL_WORDS), slips):
            words[place] = slip(rng, words[place])
        try:
            read = WORDS.read_code(" ".join(words)).text
        except BadInput:
            found += 1
        else:
            mended, other = mended + (read == code), other + (read != code)
    total = mended + found + other
    shares = f"mended {mended / total:.1%}, found {found / total:.1%}, other {other / total:.2%}"
    sys.stdout.write(f"\n{slips} mistyped words: {shares}\n")
    assert mended / total >= least_mended
    assert other == 0 or slips > 1
    assert other / total < 0.005


def test_wrong_codes_made_up_at_random_pass_the_check_once_in_1024() -> None:
    passed = 0
    for _ in range(3000):
        typed = " ".join(secrets.choice(WORDS.words) for _ in range(ALL_WORDS))
        try:
            WORDS.read_code(typed)
        except BadInput as error:
            assert error.code == "code_check"
        else:
            passed += 1
    assert passed < 20
