"""The obvious evaluator: the definitions of the engine's own tests, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.law.codes import Book
from bench.law.peers import Answer
from sinetra.core.law.facts import Facts

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "core" / "law"))
import naive


def answers(book: Book, facts: Sequence[Facts]) -> Iterator[Answer]:
    rules = naive.Naive(book.rulebook.norms, book.days)
    for item in facts:
        met = open_ = 0
        for place, norm in enumerate(book.rulebook.norms):
            sure, may = rules.reported(norm, item)
            met |= sure << place
            open_ |= (may and not sure) << place
        yield met, open_
