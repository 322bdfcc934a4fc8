"""A sealed file opens as it came, from any place, and never when anything of it was changed, moved or cut."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinetra.core.errors import VerificationFailed
from sinetra.core.evidence.sealed_file import (
    MARK,
    SEGMENT,
    SealedReader,
    Sealer,
    new_file_key,
    original_size,
    place_of,
    seal_stream,
    sealed_length,
)

KEY = new_file_key()
TEXT = bytes(range(256)) * 4096  # four segments
SIZES = (0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 7)


def whole(plain: bytes, key: bytes = KEY) -> bytes:
    return b"".join(seal_stream([plain], key))


def opened(sealed: bytes, key: bytes = KEY) -> bytes:
    with SealedReader(io.BytesIO(sealed), key, size=original_size(len(sealed))) as reader:
        return b"".join(reader.chunks())


@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens_as_it_came(size: int) -> None:
    sealed = whole(TEXT[:size])
    assert len(sealed) == sealed_length(size)
    assert opened(sealed) == TEXT[:size]


def test_nothing_of_it_stands_in_clear() -> None:
    words = b"surat edaran rahasia"
    sealed = whole(words * 1000)
    assert words not in sealed
    assert words in opened(sealed)


@given(cuts=st.lists(st.integers(0, 2 * SEGMENT + 7), max_size=6))
@settings(max_examples=40, deadline=None)
def test_it_does_not_matter_how_it_was_cut_into_pieces_nor_where_it_was_suspended(cuts: list[int]) -> None:
    """Each piece is a request of its own: the sealer is gone after it, and the disk holds what it left."""
    plain = TEXT[: 2 * SEGMENT + 7]
    disk = bytearray(MARK)
    offset = 0
    ends = [*sorted(cuts), len(plain)]
    for request, end in enumerate(ends, start=1):
        sealer = gone_on(disk, offset)
        for segment in sealer.feed(plain[offset:end]):
            write(disk, sealer.number, segment)
        write(disk, sealer.number, sealer.tail(last=request == len(ends)))
        offset = end
    del disk[sealed_length(len(plain)) :]
    assert opened(bytes(disk)) == plain


def gone_on(disk: bytearray, offset: int) -> Sealer:
    if offset == 0:
        return Sealer(KEY)
    number = (offset - 1) // SEGMENT
    reader = SealedReader(io.BytesIO(bytes(disk)), KEY, size=offset, finished=False)
    return Sealer(KEY, number=number, held=reader.segment(number))


def write(disk: bytearray, number: int, segment: bytes) -> None:
    place = place_of(number)
    disk[place : place + len(segment)] = segment


@given(place=st.integers(0, 3 * SEGMENT), length=st.integers(0, SEGMENT + 9))
@settings(max_examples=40, deadline=None)
def test_any_place_is_read_without_what_stands_before_it(place: int, length: int) -> None:
    plain = TEXT[: 2 * SEGMENT + 7]
    with SealedReader(io.BytesIO(whole(plain)), KEY, size=len(plain)) as raw, io.BufferedReader(raw, 8192) as reader:
        reader.seek(place)
        assert reader.read(length) == plain[place : place + length]


@given(place=st.integers(len(MARK), sealed_length(SEGMENT + 7) - 1), bit=st.integers(0, 7))
@settings(max_examples=60, deadline=None)
def test_one_changed_bit_anywhere_is_found(place: int, bit: int) -> None:
    sealed = bytearray(whole(TEXT[: SEGMENT + 7]))
    sealed[place] ^= 1 << bit
    with pytest.raises(VerificationFailed):
        opened(bytes(sealed))


def test_a_file_cut_at_the_end_of_a_segment_is_found() -> None:
    sealed = whole(TEXT)
    with pytest.raises(VerificationFailed):
        opened(sealed[: place_of(2)])


def test_segments_that_changed_places_are_found() -> None:
    sealed = whole(TEXT)
    first, second, third = place_of(0), place_of(1), place_of(2)
    swapped = sealed[:first] + sealed[second:third] + sealed[first:second] + sealed[third:]
    with pytest.raises(VerificationFailed):
        opened(swapped)


def test_a_segment_of_another_file_is_found() -> None:
    one, other = whole(TEXT), whole(TEXT, new_file_key())
    with pytest.raises(VerificationFailed):
        opened(one[: place_of(1)] + other[place_of(1) :])


def test_more_behind_the_last_segment_is_found() -> None:
    with pytest.raises(VerificationFailed):
        opened(whole(TEXT[:7]) + b"x" * 60)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(VerificationFailed):
        opened(whole(b"x"), new_file_key())


@pytest.mark.parametrize("length", [0, 7, 20, 47])
def test_what_is_too_short_to_be_one_is_refused(length: int) -> None:
    with pytest.raises(VerificationFailed):
        original_size(length)
