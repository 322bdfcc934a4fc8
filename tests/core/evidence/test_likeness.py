from __future__ import annotations

from io import BytesIO

import pytest
from bench.likeness.pictures import KINDS, Picture, chat, png, scene
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sinetra.core.evidence.likeness import NEAR, distance, fingerprint

_SOME = 4


@pytest.fixture(scope="module")
def scenes() -> list[Picture]:
    return [scene(number) for number in range(_SOME)]


@pytest.fixture(scope="module")
def kept(scenes: list[Picture]) -> list[bytes]:
    return [fingerprint(png(one)) for one in scenes]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_picture_is_found_again(kind: str, scenes: list[Picture], kept: list[bytes]):
    """Crops of a quarter and more are found mostly, not always: ``bench/likeness`` measures how often."""
    found = [fingerprint(png(KINDS[kind](scenes[number], number))) for number in range(_SOME)]
    near = sum(distance(one, other) <= NEAR for one, other in zip(found, kept, strict=True))
    assert near >= (_SOME - 1 if kind == "crop_25" else _SOME)
    others = [distance(found[number], kept[(number + 1) % _SOME]) for number in range(_SOME)]
    assert min(others) > NEAR


def test_two_conversations_of_the_same_program_are_not_alike():
    pages = [fingerprint(png(chat(number))) for number in range(6)]
    assert min(distance(one, other) for place, one in enumerate(pages) for other in pages[:place]) > NEAR


def test_a_plain_surface_is_like_nothing():
    out = BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "PNG")
    assert fingerprint(out.getvalue()) == b""
    assert distance(b"", b"") == 128


@pytest.mark.parametrize("wrong", [b"x", b"\x01" + bytes(15), b"\x01" + bytes(16 * 5000)])
def test_what_is_no_fingerprint_is_refused(wrong: bytes, kept: list[bytes]):
    if len(wrong) == 1:
        wrong = b"\x01" + bytes(7)
    with pytest.raises(ValueError, match="no fingerprint"):
        distance(wrong, kept[0])


@given(one=st.binary(min_size=16, max_size=16), other=st.binary(min_size=16, max_size=16))
def test_a_distance_is_the_same_from_both_sides_and_nothing_from_itself(one: bytes, other: bytes):
    one, other = b"\x01" + one, b"\x01" + other
    assert distance(one, other) == distance(other, one)
    assert distance(one, one) == 0
