"""The engines that are measured. A peer is asked in every way that may be its fastest; the best one counts.

``load`` gives a peer, or the reason why it is not there.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bench.law.codes import Book, Rows
from bench.law.logic import Rule

#: The rules that are surely reported, and those that only may be: one bit a rule.
Answer = tuple[int, int]
NAMES = ("zen", "cel_google", "cel_rust", "polars", "duckdb", "openfisca")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """``prepare`` and ``answers`` are outside the clock, ``run`` is inside.

    One at a time: ``prepare`` gives a list, ``run`` takes one item, ``answers`` gives a list of one. In bulk: ``run``
    takes what ``prepare`` gave. A way is not given more than ``most`` rows. ``row_masks``: the result is a mask a row,
    which is more work than bits or numbers a rule; the engine is compared in its way with a result of the same kind.
    """

    name: str
    prepare: Callable[[Rows], Any]
    run: Callable[[Any], Any]
    answers: Callable[[Any], Sequence[Answer]]
    most: int = 1_000_000
    row_masks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    name: str
    version: str
    single: tuple[Way, ...]
    traced: tuple[Way, ...]
    bulk: tuple[Way, ...]
    #: what its trace tells, and what was done outside the peer
    remarks: str


def load(name: str, book: Book, rules: Sequence[Rule]) -> Peer | str:
    try:
        module = importlib.import_module(f"bench.law.peers.{name}_peer")
    except ImportError as error:
        return f"not installed: {error}"
    peer: Peer = module.build(book, rules)
    return peer


def one_by_one(way: Way, most: int) -> Way:
    """The way of one at a time, over many rows."""

    def run(items: Sequence[Any]) -> list[Any]:
        return [way.run(item) for item in items]

    def answers(raw: Sequence[Any]) -> list[Answer]:
        return [way.answers(item)[0] for item in raw]

    return Way(name=f"{way.name}, in a loop", prepare=way.prepare, run=run, answers=answers, most=most)


def of_states(states: Sequence[float]) -> Answer:
    """From one state a rule: 0 not met, 1 open, 2 met."""
    met = open_ = 0
    for place, state in enumerate(states):
        if state == 2:
            met |= 1 << place
        elif state == 1:
            open_ |= 1 << place
    return met, open_
