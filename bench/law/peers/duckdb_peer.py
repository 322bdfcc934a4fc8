"""DuckDB: a subquery with a column a leaf, one with a column a rule, then masks; over a table of small integers.

Measured before choosing (rows a second): leaves in a subquery 2 to 3 million, everything in one SELECT 0.4 to 0.9.
Its answer may come in another order than the table, so the number of the row is always carried.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from bench.law.codes import Book, Rows, plain
from bench.law.logic import Leaf, Rule, fields_of, leaf_names
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import WORD, of_booleans, of_words
from bench.law.peers.text import Language, runs
from bench.law.timing import THREADS

# Each row is planned anew.
_SINGLES = 30


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    database = duckdb.connect(":memory:")
    database.execute(f"SET threads={THREADS}")
    fields = fields_of(rules)
    types = {plain(name): "USMALLINT" if book.columns[name].is_list else "UTINYINT" for name in fields}
    given = ", ".join(f"${place}::{kind} AS {name}" for place, (name, kind) in enumerate(types.items(), 1))
    database.execute(f"PREPARE law AS {_bits(book, rules, f'(SELECT 0 AS row, {given})')}")

    def table(rows: Rows) -> None:
        columns = {plain(name): rows.codes[name] for name in fields} | {"row": np.arange(rows.size, dtype=np.uint32)}
        database.register("given", pa.table(columns))
        cast = ", ".join(f"{name}::{kind} AS {name}" for name, kind in types.items())
        database.execute(f"CREATE OR REPLACE TABLE facts AS SELECT row, {cast} FROM given")
        database.unregister("given")

    def calls(rows: Rows) -> list[str]:
        columns = [rows.codes[name].tolist() for name in fields]
        return [f"EXECUTE law({', '.join(map(str, values))})" for values in zip(*columns, strict=True)]

    def select(query: str) -> Callable[[object], Any]:
        return lambda _: database.sql(query).to_arrow_table()

    def answers(found: Any) -> list[Answer]:
        found = (pa.table(found) if isinstance(found, dict) else found).sort_by("row")
        columns = [found[name].to_numpy() for name in found.column_names[1:]]
        half = len(columns) // 2
        decode = of_words if columns[0].dtype == np.uint64 else of_booleans
        return decode(columns[:half], columns[half:])

    bits = _bits(book, rules, "facts")
    return Peer(
        name="DuckDB",
        version=version("duckdb"),
        single=(
            Way(
                name="prepared statement",
                prepare=calls,
                run=lambda text: database.execute(text).fetchnumpy(),
                answers=answers,
                most=_SINGLES,
            ),
        ),
        traced=(),
        bulk=(
            Way(name="masks", prepare=table, run=select(_masks(len(rules), bits)), answers=answers, row_masks=True),
            Way(name="a column a rule", prepare=table, run=select(bits), answers=answers),
        ),
        remarks="No trace.",
    )


def _bits(book: Book, rules: Sequence[Rule], facts: str) -> str:
    names = leaf_names(rules)
    leaves = ", ".join(f"{_leaf(book, leaf)} AS {name}" for leaf, name in names.items())
    language = Language(both=" AND ", either=" OR ", negation="NOT ", leaf=names.__getitem__)
    sure = [f"{language.write(rule.reported.sure)} AS s{place}" for place, rule in enumerate(rules)]
    may = [f"{language.write(rule.reported.may)} AS m{place}" for place, rule in enumerate(rules)]
    return f"SELECT row, {', '.join(sure + may)} FROM (SELECT row, {leaves} FROM {facts})"


def _masks(size: int, bits: str) -> str:
    words = [
        " | ".join(
            f"(CASE WHEN {kind}{place} THEN {1 << (place - first)}::UBIGINT ELSE 0::UBIGINT END)"
            for place in range(first, min(first + WORD, size))
        )
        + f" AS {kind}_{first}"
        for kind in ("s", "m")
        for first in range(0, size, WORD)
    ]
    return f"SELECT row, {', '.join(words)} FROM ({bits})"


def _leaf(book: Book, leaf: Leaf) -> str:
    name = plain(leaf.field)
    if book.columns[leaf.field].is_list:
        return f"({name} & {sum(1 << code for code in leaf.codes)}) <> 0"
    stretches = runs(leaf.codes)
    return " OR ".join(
        f"{name} = {low}" if low == high else f"{name} BETWEEN {low} AND {high}" for low, high in stretches
    )
