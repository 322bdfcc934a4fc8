"""Whatever the text, every place lies inside it and the reader comes to an end."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sinetra
from sinetra.core import press

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


@pytest.mark.parametrize("piece", ["(", "sanksi ", "tidak ", "Ketua ", "UU Nomor ", '"', "foto ", "Kamis (3/10/2024) "])
def test_a_text_made_to_be_slow_is_read_in_seconds(piece: str) -> None:
    begun = time.monotonic()
    press.extract(LEXICON, press.RawDocument(source="a", text=piece * (10_000 // len(piece))))
    assert time.monotonic() - begun < 10
