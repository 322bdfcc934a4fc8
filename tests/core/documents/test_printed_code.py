"""A code of 80 bits that can be read aloud and typed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core.documents.printed_code import ALPHABET, as_typed, grouped, spelled

DIGESTS = st.binary(min_size=32, max_size=32)


@given(DIGESTS)
def test_what_is_printed_can_be_typed_again(digest):
    code = spelled(digest)
    assert len(code) == 16
    assert as_typed(grouped(code)) == code
    assert as_typed(f" {code.lower()} ") == code


@given(DIGESTS, DIGESTS)
def test_each_of_the_80_bits_counts(one, other):
    assert (spelled(one) == spelled(other)) == (one[:10] == other[:10])


def test_letters_that_look_like_digits_are_never_printed_and_are_understood():
    assert not set("ILOU") & set(ALPHABET)
    assert as_typed("OOOO-IIII-llll-0000") == "0000111111110000"


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-2345-EFGH-678", "ABCD-2345-EFGH-678U", "é" * 16, "٣" * 16])
def test_what_can_be_no_code_is_none(typed):
    assert as_typed(typed) is None


def test_fewer_than_80_bits_make_no_code():
    with pytest.raises(ValueError, match="80"):
        spelled(bytes(9))
