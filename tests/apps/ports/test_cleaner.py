"""The process that cleans: what a hostile file does there ends there."""

from __future__ import annotations

import json
import sys
import time

import pytest
from tests.hostile_files import acting_pdf, pixel_bomb, slow_picture, telling_jpeg

from sinetra.core.evidence.clean import Refusal
from sinetra.core.evidence.mask import Box
from sinetra.core.evidence.metadata import PLACE, Item
from sinetra.ports.cleaner import MOST_OCTETS, ProcessCleaner, cleaner, read_answer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of Unix")


def test_a_photo_comes_back_clean_with_its_list_and_its_hashes():
    done = cleaner().clean(telling_jpeg(), "image/jpeg")
    assert done.refusal is None and done.cleaned is not None
    assert done.cleaned.media_type == "image/jpeg"
    assert b"Exif" not in done.cleaned.content
    assert {item.name: item.value for item in done.metadata or ()}[PLACE] == "-3.32000, 114.59167"
    assert len(done.likeness) % 16 == 1


def test_a_pdf_that_acts_comes_back_as_pages():
    done = cleaner().clean(acting_pdf(), "application/pdf")
    assert done.cleaned is not None and b"/JavaScript" not in done.cleaned.content
    assert done.likeness == b""
    assert "hidden.scripts" in {item.name for item in done.metadata or ()}


def test_a_bomb_of_points_is_refused_and_the_next_file_is_cleaned():
    assert cleaner().clean(pixel_bomb(), "image/png").refusal is Refusal.LARGE
    assert cleaner().clean(telling_jpeg(), "image/jpeg").refusal is None


def test_what_is_larger_than_any_honest_picture_is_not_even_handed_over():
    assert cleaner().clean(bytes(MOST_OCTETS + 1), "image/png").refusal is Refusal.LARGE


def test_memory_beyond_the_limit_ends_the_process_and_not_the_worker():
    small = ProcessCleaner(most_memory=60 * 1024 * 1024)
    assert small.clean(telling_jpeg(4000, 3000), "image/jpeg").refusal is Refusal.LIMITS


def test_time_beyond_the_limit_ends_the_process():
    begun = time.monotonic()
    assert ProcessCleaner(wall_seconds=0.05).clean(telling_jpeg(), "image/jpeg").refusal is Refusal.LIMITS
    assert time.monotonic() - begun < 10


def test_a_process_that_is_killed_while_it_draws_has_told_its_list_before():
    killed = ProcessCleaner(seconds=2).clean(slow_picture(), "image/png")
    assert killed.refusal is Refusal.LIMITS
    assert {item.name: item.value for item in killed.metadata or ()}["text.Author"] == "Sari Cendana"


def test_what_was_not_read_is_another_thing_than_what_says_nothing():
    assert cleaner().clean(b"catatan", "text/plain").metadata is None
    assert ProcessCleaner(wall_seconds=0.05).clean(telling_jpeg(), "image/jpeg").metadata is None
    clean = cleaner().clean(telling_jpeg(), "image/jpeg").cleaned
    assert clean is not None
    assert cleaner().clean(clean.content, "image/jpeg").metadata == ()


def test_a_copy_is_masked_in_the_same_way():
    clean = cleaner().clean(telling_jpeg(), "image/jpeg").cleaned
    assert clean is not None
    done = cleaner().mask(clean.content, clean.media_type, (Box(left=0, top=0, width=50, height=50),))
    assert done.cleaned is not None and done.cleaned.content != clean.content


def _answer(**changes: object) -> bytes:
    metadata = json.dumps(changes.pop("metadata", [["a", "b"]])).encode()
    told = {"refusal": "", "media_type": "image/png", "size": 3, "width": 1, "height": 1}
    return metadata + b"\n" + json.dumps(told | changes).encode() + b"\nabchashes"


def test_an_answer_of_the_process_is_read():
    done = read_answer(_answer())
    assert done.cleaned is not None and done.cleaned.content == b"abc" and done.likeness == b"hashes"
    assert done.metadata == (Item(name="a", value="b"),)


@pytest.mark.parametrize(
    "answer",
    [b"", b"no line", b"{}\n", _answer(media_type="image/svg+xml"), _answer(size="x"), _answer(metadata=3)],
)
def test_what_the_process_says_wrongly_makes_no_copy(answer: bytes):
    assert read_answer(answer).refusal is Refusal.BROKEN
