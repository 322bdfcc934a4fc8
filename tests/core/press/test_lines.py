"""Acts and sanctions in passages of one to three sentences: those to tune on, and those that are only counted."""

from __future__ import annotations

from tests.core.press.lines_read import LINES, counted, told

from sinetra.core import press

#: F1 on the passages that rules were tuned on.
TUNED = {"acts": 0.92, "permitted": 0.95, "sanctions": 0.97, "modes": 0.9}
#: What has been reached on passages that nobody who wrote a rule has looked at; they are written to be hard.
HELD = {"acts": 0.62, "permitted": 0.5, "sanctions": 0.62, "modes": 0.45}


def test_the_passages_to_tune_on_are_read(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "tuning.yaml")
    assert [fact for fact, floor in TUNED.items() if found[fact].f1 < floor] == [], told(found)


def test_what_was_reached_on_the_passages_that_are_only_counted_is_not_lost(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "held.yaml")
    assert [fact for fact, floor in HELD.items() if found[fact].f1 < floor] == [], told(found)
