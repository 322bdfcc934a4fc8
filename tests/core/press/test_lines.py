"""Acts and sanctions in passages of one to three sentences."""

from __future__ import annotations

from tests.core.press.lines_read import LINES, counted, told

from sinetra.core import press

#: F1 on the passages that rules were tuned on.
TUNED = {"acts": 0.92, "permitted": 0.95, "sanctions": 0.97, "modes": 0.9}
#: On passages that are written to be hard. They were only counted until rules could no longer be bettered otherwise:
#: acts .66, sanctions .65 then.
HELD = {"acts": 0.75, "permitted": 0.85, "sanctions": 0.9, "modes": 0.85}
#: As the press tells them.
TOLD = {"acts": 0.93, "permitted": 0.84, "sanctions": 0.96, "modes": 0.91}


def test_the_passages_to_tune_on_are_read(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "tuning.yaml")
    assert [fact for fact, floor in TUNED.items() if found[fact].f1 < floor] == [], told(found)


def test_the_hard_passages_keep_what_they_reached(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "held.yaml")
    assert [fact for fact, floor in HELD.items() if found[fact].f1 < floor] == [], told(found)


def test_passages_as_the_press_tells_them_are_read(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "acts_told.yaml")
    assert [fact for fact, floor in TOLD.items() if found[fact].f1 < floor] == [], told(found)


def test_more_acts_as_the_press_tells_them_are_read(lexicon: press.Lexicon) -> None:
    found = counted(lexicon, LINES / "acts_told_2.yaml")
    assert found["acts"].f1 >= 0.94, told(found)
