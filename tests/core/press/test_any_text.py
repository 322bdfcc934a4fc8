"""Whatever the text, every place lies inside it and the reader comes to an end."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sinetra
from sinetra.core import press
from sinetra.core.errors import BadInput
from sinetra.core.press.accused import accused, masked
from sinetra.core.press.page import Page

WORDS = " ".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "invented").glob("*.txt"))
).split(" ")
LEXICON = press.load_lexicon(Path(sinetra.__file__).parent / "catalogue")


def _spans(value: Any) -> list[list[int]]:
    if isinstance(value, dict):
        own = [value["span"]] if value.get("span") else []
        return own + [span for inner in value.values() for span in _spans(inner)]
    if isinstance(value, list):
        return [span for inner in value for span in _spans(inner)]
    return []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=120), st.sampled_from([" ", "\n", ", ", " (", "\u00a0"]))
def test_every_place_lies_inside_the_text(words: list[str], joint: str) -> None:
    raw = press.RawDocument(source="a", text=joint.join(words))
    found = json.loads(json.dumps(press.extract(LEXICON, raw).to_json()))
    for start, end in _spans(found):
        assert 0 <= start < end <= len(found["text"])


PIECES = [
    "(",
    " ",
    "sanksi ",
    "Ketua ",
    "UU Nomor ",
    '"',
    "ASN like ",
    "21/11/2024 ",
    "Kamis (3/10/2024) ",
    "120 orang ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_text_made_to_be_slow_is_read_in_seconds(piece: str) -> None:
    (document,) = press.read("a.txt", ("Ketua " + piece * (190_000 // len(piece)) + "x").encode())
    begun = time.process_time()
    press.extract(LEXICON, document)
    assert time.process_time() - begun < 10


SYLLABLES = ("ra", "ku", "mi", "to", "pe", "sa", "lo", "du", "ni", "ga", "wi", "be")
#: Thousands of different people and bodies, in one line and in many.
NAMED = [
    "{} {} dan ",
    "lalu {} {} pergi ke pasar. ",
    "lalu Budi {} dan Siti {} pergi ke pasar. ",
    "lalu {} {} pergi ke pasar bersama dia.\n",
    "Drs. {} {}, M.Si., ",
    "Kepala Dinas Pendidikan {}, {} Santoso, hadir. ",
    "Bawaslu Kabupaten {} dan KPU {} menggelar rapat. ",
]


def _names() -> Iterator[str]:
    return ("".join(parts).capitalize() for parts in cycle(product(SYLLABLES, repeat=4)))


@pytest.mark.parametrize("piece", NAMED)
def test_thousands_of_names_are_read_and_masked_in_seconds(piece: str) -> None:
    names = _names()
    text = "Terlapor Budi Santoso diperiksa Bawaslu. "
    text += "".join(piece.format(next(names), next(names)) for _ in range(180_000 // (len(piece) + 10)))
    (document,) = press.read("a.txt", text.encode())
    begun = time.process_time()
    press.extract(LEXICON, document)
    named = accused(LEXICON, text)
    assert time.process_time() - begun < 20
    assert "Budi Santoso" in named
    masked(text, named, "[…]")
    assert time.process_time() - begun < 30


def test_what_is_too_long_for_one_article_is_refused() -> None:
    with pytest.raises(BadInput, match=r"200\.000"):
        press.read("a.txt", b"kata " * 40_001)
    with pytest.raises(BadInput, match=r"200\.000"):
        press.read("a.html", b"<html><body><p>" + b"kata " * 40_001 + b"</p></body></html>")
    assert press.read("a.txt", b"kata " * 39_999)


def test_a_sentence_without_end_is_cut_at_a_blank() -> None:
    text = "kata " * 2000
    page = Page(text)
    assert len(page.sentences) > 4
    assert {text[span.start : span.end].split(" ")[0] for span in page.sentences} == {"kata"}
    assert all(span.end - span.start <= 2000 for span in page.sentences)
