"""Everybody who is named in a passage, with the position where the passage prints one; and nobody else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import yaml
from tests.core.press.lines_read import LINES

from sinetra.core import press
from sinetra.core.press.evaluation import bodies

#: F1 of persons, share of positions; the sets were written before the reader was run on them.
SETS = {"named": (0.93, 0.9), "named_2": (0.95, 0.9), "named_3": (0.95, 0.9), "named_4": (0.93, 0.9)}


@dataclass(slots=True)
class Count:
    right: int = 0
    wrong: int = 0
    missed: int = 0
    placed: int = 0
    misplaced: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def counted(lexicon: press.Lexicon, name: str) -> Count:
    count = Count()
    for item in yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8")):
        (raw,) = press.read("passage.txt", str(item["text"]).encode())
        found = {person.name: person.position for person in press.extract(lexicon, raw).persons}
        for wanted, position in item["persons"].items():
            hit = next((one for one in found if bodies.same_person(lexicon, one, wanted)), None)
            if hit is None:
                count.missed += 1
                continue
            count.right += 1
            read = found.pop(hit)
            if position is not None:
                fits = read is not None and bodies.same_position(lexicon.gazetteer, read, position)
                count.placed += fits
                count.misplaced += not fits
        count.wrong += len(found)
    return count


@pytest.mark.parametrize("name", SETS)
def test_everybody_named_in_a_passage_is_read(invented: press.Lexicon, name: str) -> None:
    found, (f1, placed) = counted(invented, name), SETS[name]
    assert found.right >= 20
    assert found.f1 >= f1, found
    assert found.placed / (found.placed + found.misplaced) >= placed, found
