"""polars: first a column of bits a leaf, then one a rule, then masks; over columns of small integers.

Measured before choosing (rows a second): leaves as a step of their own 25 million, everything in one ``select`` 18;
comparisons of stretches of codes against ``is_in`` twice as fast; masks by bytes 5 times as fast as a product of 64
bits a rule; the engine's own mask tables with ``gather`` 3 million at most, and that only for their AND.
"""

from __future__ import annotations

import operator
import os
from collections.abc import Mapping, Sequence
from functools import reduce
from importlib.metadata import version
from typing import Literal

from bench.law.timing import THREADS

os.environ.setdefault("POLARS_MAX_THREADS", str(THREADS))
import polars as pl

from bench.law.codes import Book, Rows, plain
from bench.law.logic import All, Leaf, Not, Rule, Tree, fields_of, leaf_names
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import WORD, of_booleans, of_words
from bench.law.peers.text import runs

# One row takes as long as a hundred thousand.
_SINGLES = 30
_OCTET = 8


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    fields, names, kinds = fields_of(rules), leaf_names(rules), ("s", "m")
    leaves = [_leaf(book, leaf).alias(name) for leaf, name in names.items()]
    bits = [_tree(names, rule.reported.sure).alias(f"s{place}") for place, rule in enumerate(rules)]
    bits += [_tree(names, rule.reported.may).alias(f"m{place}") for place, rule in enumerate(rules)]
    words = range(0, len(rules), WORD)
    masks = [_word(kind, first, len(rules)).alias(f"{kind}{first}") for kind in kinds for first in words]

    def frame(rows: Rows) -> pl.DataFrame:
        small = {True: pl.UInt16, False: pl.UInt8}
        return pl.DataFrame(
            {plain(name): pl.Series(rows.codes[name]).cast(small[book.columns[name].is_list]) for name in fields}
        )

    def frames(rows: Rows) -> list[pl.DataFrame]:
        return [frame(rows.slice(place, 1)) for place in range(rows.size)]

    def answers(found: pl.DataFrame) -> list[Answer]:
        columns = [found[name].to_numpy() for name in found.columns]
        half = len(columns) // 2
        decode = of_words if found.dtypes[0] == pl.UInt64 else of_booleans
        return decode(columns[:half], columns[half:])

    def way(steps: str, engine: Literal["in-memory", "streaming"]) -> Way:
        def run(given: pl.DataFrame) -> pl.DataFrame:
            lazy = given.lazy().select(leaves).select(bits)
            return (lazy.select(masks) if steps == "masks" else lazy).collect(engine=engine)

        return Way(name=f"{steps}, {engine}", prepare=frame, run=run, answers=answers, row_masks=steps == "masks")

    ways = tuple(
        way(steps, engine) for steps in ("masks", "a column of bits a rule") for engine in ("in-memory", "streaming")
    )
    return Peer(
        name="polars",
        version=version("polars"),
        single=(Way(name="a frame of one row", prepare=frames, run=ways[2].run, answers=answers, most=_SINGLES),),
        traced=(),
        bulk=ways,
        remarks="No trace. Both results say the same: masks are what the engine gives, bits are what suits polars.",
    )


def _leaf(book: Book, leaf: Leaf) -> pl.Expr:
    column = pl.col(plain(leaf.field))
    if book.columns[leaf.field].is_list:
        return (column & sum(1 << code for code in leaf.codes)) != 0
    stretches = runs(leaf.codes)
    return _or([column == low if low == high else column.is_between(low, high) for low, high in stretches])


def _tree(names: Mapping[Leaf, str], tree: Tree) -> pl.Expr:
    if isinstance(tree, Leaf):
        return pl.col(names[tree])
    if isinstance(tree, Not):
        return ~_tree(names, tree.part)
    if not tree.parts:
        return pl.lit(isinstance(tree, All))
    joint = operator.and_ if isinstance(tree, All) else operator.or_
    return reduce(joint, [_tree(names, part) for part in tree.parts])


def _word(kind: str, first: int, end: int) -> pl.Expr:
    last = min(first + WORD, end)
    octets = []
    for low in range(first, last, _OCTET):
        bits = [
            pl.col(f"{kind}{place}").cast(pl.UInt8) * (1 << (place - low))
            for place in range(low, min(low + _OCTET, last))
        ]
        octets.append(_or(bits).cast(pl.UInt64) * (1 << (low - first)))
    return _or(octets)


def _or(parts: Sequence[pl.Expr]) -> pl.Expr:
    return reduce(operator.or_, parts)
