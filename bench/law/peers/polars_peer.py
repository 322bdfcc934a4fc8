"""polars: one expression a rule, over columns of small integers.

Measured before choosing: comparisons of stretches of codes are faster than ``is_in`` and than Enum columns; masks are
put together by bytes, because a product of 64 bits a rule costs five times as much; polars runs a projection of one
frame on one thread, so the frame is also given in as many parts as there are threads.
"""

from __future__ import annotations

import operator
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from importlib.metadata import version

from bench.law.timing import THREADS

os.environ.setdefault("POLARS_MAX_THREADS", str(THREADS))
import polars as pl

from bench.law.codes import Book, Rows, plain
from bench.law.logic import All, Leaf, Not, Rule, Tree, fields_of
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import WORD, of_booleans, of_words
from bench.law.peers.text import runs

# One row takes as long as a hundred thousand.
_SINGLES = 50


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    write = _Writer(book)
    sure = [write(rule.reported.sure) for rule in rules]
    may = [write(rule.reported.may) for rule in rules]
    booleans = [tree.alias(f"{kind}{place}") for kind, trees in (("s", sure), ("m", may)) for place, tree in _n(trees)]
    masks = [tree.alias(f"{kind}{place}") for kind, trees in (("s", sure), ("m", may)) for place, tree in _words(trees)]
    fields = fields_of(rules)
    pool = ThreadPoolExecutor(THREADS)

    def frame(rows: Rows) -> pl.DataFrame:
        return pl.DataFrame(
            {
                plain(name): pl.Series(rows.codes[name]).cast(pl.UInt16 if book.columns[name].is_list else pl.UInt8)
                for name in fields
            }
        )

    def frames(rows: Rows) -> list[pl.DataFrame]:
        return [frame(rows.slice(place, 1)) for place in range(rows.size)]

    def parts(rows: Rows) -> list[pl.DataFrame]:
        whole, size = frame(rows), -(-rows.size // THREADS)
        return [whole.slice(first, size) for first in range(0, rows.size, size)]

    def lazy(wanted: list[pl.Expr]) -> Callable[[pl.DataFrame], pl.DataFrame]:
        return lambda given: given.lazy().select(wanted).collect()

    def streaming(wanted: list[pl.Expr]) -> Callable[[pl.DataFrame], pl.DataFrame]:
        return lambda given: given.lazy().select(wanted).collect(engine="streaming")

    def parallel(wanted: list[pl.Expr]) -> Callable[[list[pl.DataFrame]], list[pl.DataFrame]]:
        return lambda given: list(pool.map(lazy(wanted), given))

    def answers(found: pl.DataFrame | list[pl.DataFrame]) -> list[Answer]:
        whole = found if isinstance(found, pl.DataFrame) else pl.concat(found)
        columns = [whole[name].to_numpy() for name in whole.columns]
        half = len(columns) // 2
        decode = of_words if whole.dtypes[0] == pl.UInt64 else of_booleans
        return decode(columns[:half], columns[half:])

    def way(name: str, run: Callable[..., object]) -> Way:
        return Way(name=name, prepare=parts if name.endswith("threads") else frame, run=run, answers=answers)

    return Peer(
        name="polars",
        version=version("polars"),
        single=(
            Way(name="a frame of one row, lazy", prepare=frames, run=lazy(booleans), answers=answers, most=_SINGLES),
        ),
        traced=(),
        bulk=(
            way("masks, lazy", lazy(masks)),
            way("masks, streaming", streaming(masks)),
            way(f"masks, {THREADS} parts on {THREADS} threads", parallel(masks)),
            way("a column of bits a rule, lazy", lazy(booleans)),
            way("a column of bits a rule, streaming", streaming(booleans)),
            way(f"a column of bits a rule, {THREADS} parts on {THREADS} threads", parallel(booleans)),
        ),
        remarks="No trace. Both results say the same; masks are what the engine gives, columns of bits what polars likes.",
    )


def _n(trees: Sequence[pl.Expr]) -> list[tuple[int, pl.Expr]]:
    return list(enumerate(trees))


def _words(trees: Sequence[pl.Expr]) -> list[tuple[int, pl.Expr]]:
    found = []
    for first in range(0, len(trees), WORD):
        octets = [
            _or(
                [tree.cast(pl.UInt8) * (1 << bit) for bit, tree in enumerate(trees[low : min(low + 8, first + WORD)])]
            ).cast(pl.UInt64)
            * (1 << (low - first))
            for low in range(first, min(first + WORD, len(trees)), 8)
        ]
        found.append((first // WORD, _or(octets)))
    return found


def _or(parts: Sequence[pl.Expr]) -> pl.Expr:
    return reduce(operator.or_, parts)


class _Writer:
    """Trees as expressions, equal trees as the same expression."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.known: dict[Tree, pl.Expr] = {}

    def __call__(self, tree: Tree) -> pl.Expr:
        if tree not in self.known:
            self.known[tree] = self._new(tree)
        return self.known[tree]

    def _new(self, tree: Tree) -> pl.Expr:
        if isinstance(tree, Leaf):
            column = pl.col(plain(tree.field))
            if self.book.columns[tree.field].is_list:
                return (column & sum(1 << code for code in tree.codes)) != 0
            return _or(
                [column == low if low == high else column.is_between(low, high) for low, high in runs(tree.codes)]
            )
        if isinstance(tree, Not):
            return ~self(tree.part)
        if not tree.parts:
            return pl.lit(isinstance(tree, All))
        return reduce(operator.and_ if isinstance(tree, All) else operator.or_, [self(part) for part in tree.parts])
