"""DuckDB: one SELECT with an expression a rule, over a table of small integers.

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
from bench.law.logic import Leaf, Rule, fields_of
from bench.law.peers import Answer, Peer, Way
from bench.law.peers.arrays import WORD, of_booleans, of_words
from bench.law.peers.text import Language, runs
from bench.law.timing import THREADS

# Each row is planned anew.
_SINGLES = 50


def build(book: Book, rules: Sequence[Rule]) -> Peer:
    database = duckdb.connect(":memory:")
    database.execute(f"SET threads={THREADS}")
    language = _language(book)
    fields = fields_of(rules)
    sure = [language.write(rule.reported.sure) for rule in rules]
    may = [language.write(rule.reported.may) for rule in rules]
    masks = _named("s", _words(sure)) + _named("m", _words(may))
    booleans = _named("s", sure) + _named("m", may)
    types = {plain(name): "USMALLINT" if book.columns[name].is_list else "UTINYINT" for name in fields}
    given = ", ".join(f"${place}::{kind} AS {name}" for place, (name, kind) in enumerate(types.items(), 1))
    database.execute(f"PREPARE law AS SELECT 0 AS row, {', '.join(booleans)} FROM (SELECT {given})")

    def table(rows: Rows) -> None:
        columns = {plain(name): rows.codes[name] for name in fields} | {"row": np.arange(rows.size, dtype=np.uint32)}
        database.register("given", pa.table(columns))
        cast = ", ".join(f"{name}::{kind} AS {name}" for name, kind in types.items())
        database.execute(f"CREATE OR REPLACE TABLE facts AS SELECT row, {cast} FROM given")
        database.unregister("given")

    def texts(rows: Rows) -> list[str]:
        columns = [rows.codes[name].tolist() for name in fields]
        return [f"EXECUTE law({', '.join(map(str, values))})" for values in zip(*columns, strict=True)]

    def select(wanted: list[str]) -> Callable[[object], Any]:
        query = f"SELECT row, {', '.join(wanted)} FROM facts"
        return lambda _: database.sql(query).to_arrow_table()

    def answers(found: Any) -> list[Answer]:
        if isinstance(found, dict):
            found = pa.table(found)
        found = found.sort_by("row")
        columns = [found[name].to_numpy() for name in found.column_names[1:]]
        half = len(columns) // 2
        decode = of_words if columns[0].dtype == np.uint64 else of_booleans
        return decode(columns[:half], columns[half:])

    def way(name: str, wanted: list[str]) -> Way:
        return Way(name=name, prepare=table, run=select(wanted), answers=answers)

    return Peer(
        name="DuckDB",
        version=version("duckdb"),
        single=(
            Way(
                name="prepared statement",
                prepare=texts,
                run=lambda text: database.execute(text).fetchnumpy(),
                answers=answers,
                most=_SINGLES,
            ),
        ),
        traced=(),
        bulk=(way("masks", masks), way("a column a rule", booleans)),
        remarks="No trace.",
    )


def _named(kind: str, expressions: Sequence[str]) -> list[str]:
    return [f"{text} AS {kind}{place}" for place, text in enumerate(expressions)]


def _words(expressions: Sequence[str]) -> list[str]:
    return [
        " | ".join(
            f"(CASE WHEN {text} THEN {1 << bit}::UBIGINT ELSE 0::UBIGINT END)"
            for bit, text in enumerate(expressions[first : first + WORD])
        )
        for first in range(0, len(expressions), WORD)
    ]


def _language(book: Book) -> Language:
    def leaf(tree: Leaf) -> str:
        name = plain(tree.field)
        if book.columns[tree.field].is_list:
            return f"({name} & {sum(1 << code for code in tree.codes)}) <> 0"
        parts = [
            f"{name} = {low}" if low == high else f"{name} BETWEEN {low} AND {high}" for low, high in runs(tree.codes)
        ]
        return f"({' OR '.join(parts)})"

    return Language(both=" AND ", either=" OR ", negation="NOT ", leaf=leaf)
