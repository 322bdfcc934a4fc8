"""Agreement first, then time: each peer in every way, and the engine beside the best of each."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.law import agree, ours, path, peers, tables
from bench.law.codes import Book, Rows, book_of
from bench.law.logic import Rule, rules_of
from bench.law.peers import Peer, Way
from bench.law.rows import SEED, UNKNOWN_SHARE, draw
from bench.law.timing import THREADS, each, whole
from sinetra.catalogue import ROOT
from sinetra.core.law import load_rulebook

Figures = dict[str, Any]
#: One at a time: so many are tried to see how many fit in a pass.
_TRIED = 5
_NOTES = (
    "Facts are validated and encoded before the clock starts, for every engine; so are the objects given to it.",
    "Every engine answers with the interval of each rule before completions are tried: surely met, or open.",
    "A pass over single decisions counts with its median, the best pass is given; in bulk the fastest pass is given.",
    "Peers are asked in every way listed. In bulk masks a row stand beside masks a row, the rest beside bits a rule.",
    "By the processor: its time in all threads, for single decisions the mean. Trust it more on a busy machine.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``compared`` rows in bulk and ``slow`` one at a time must agree; ``singles`` and ``rows`` are timed."""

    rows: int
    compared: int
    slow: int
    singles: int
    passes: int
    tables: tuple[int, ...]
    #: no single way is timed for longer than about this in one pass
    seconds_of_a_pass: float


FULL = Plan(
    rows=1_000_000, compared=20_000, slow=2_000, singles=5_000, passes=5, tables=tables.SIZES, seconds_of_a_pass=3.0
)


def short(rows: int) -> Plan:
    """A run that shows that everything works; its figures are no figures."""
    few = min(rows, 500)
    return Plan(
        rows=rows, compared=min(rows, 2_000), slow=100, singles=few, passes=2, tables=(rows,), seconds_of_a_pass=0.5
    )


def measure(plan: Plan) -> Figures:
    """Errors: ``Disagreement``, with the row and the rules, before anything is timed."""
    book = book_of(load_rulebook(ROOT))
    rules = rules_of(book)
    found = {"sinetra": ours.build(book)} | {name: peers.load(name, book, rules) for name in peers.NAMES}
    engines = [item for item in found.values() if isinstance(item, Peer)]
    missing = {name: item for name, item in found.items() if isinstance(item, str)}
    shares = {"three_valued": UNKNOWN_SHARE, "complete": 0.0}
    agreed, share_met = {}, {}
    for kind, unknown in shares.items():
        rows = draw(book, plan.compared, unknown=unknown)
        _say(f"the definitions on {rows.size} rows, {unknown:.0%} unknown")
        expected = agree.reference(book, rows)
        share_met[kind] = _shares(rules, expected)
        agreed[kind] = {peer.name: agree.check(book, rows, expected, peer, plan.slow) for peer in _said(engines)}
    before = _load()
    _say("from JSON to text, and tables")
    few = draw(book, plan.singles)
    alone = {
        "from_json_to_text": path.measure(book, few, plan.passes),
        "tables": tables.measure(book, few, plan.tables),
    }
    timed = {kind: _timed(book, plan, engines, unknown) for kind, unknown in shares.items()}
    return (
        {
            "load_average_before_and_after": [before, _load()],
            "processor": _processor(),
            "threads": THREADS,
            "notes": _NOTES,
            "catalogue": _catalogue(book, rules),
            "rows": {"seed": SEED, "share_unknown": shares, "what_happens_in_them": share_met},
            "peers": {peer.name: {"version": peer.version, "remarks": peer.remarks} for peer in engines},
            "not_there": missing,
            "rows_that_agree_with_the_definitions": agreed,
        }
        | alone
        | timed
    )


def _timed(book: Book, plan: Plan, engines: list[Peer], unknown: float) -> Figures:
    many = draw(book, plan.rows, unknown=unknown)
    few = many.slice(0, plan.singles)
    _say(f"the clock, {unknown:.0%} unknown")
    results = {
        "one_decision": {peer.name: [_one(way, few, plan) for way in peer.single] for peer in _said(engines)},
        "one_decision_with_trace": {
            peer.name: [_one(way, few, plan) for way in peer.traced] for peer in engines if peer.traced
        },
        "bulk": {peer.name: [_bulk(way, many, plan) for way in peer.bulk] for peer in _said(engines)},
    }
    return {name: _compared(ways) for name, ways in results.items()}


def _one(way: Way, rows: Rows, plan: Plan) -> Figures:
    items = way.prepare(rows.slice(0, min(rows.size, way.most)))
    started = time.perf_counter()
    for item in items[:_TRIED]:
        way.run(item)
    fit = int(plan.seconds_of_a_pass * _TRIED / (time.perf_counter() - started))
    return {"way": way.name} | each(way.run, items[: max(2 * _TRIED, fit)], plan.passes)


def _bulk(way: Way, rows: Rows, plan: Plan) -> Figures:
    given = rows.slice(0, min(rows.size, way.most))
    return {"way": way.name, "row_masks": way.row_masks} | whole(way.run, way.prepare(given), given.size, plan.passes)


def _compared(found: dict[str, list[Figures]]) -> Figures:
    """Each way of each peer with how many times the engine is faster, by the wall's clock and by the processor's."""
    mine = found["sinetra"]
    for name, ways in found.items():
        if name != "sinetra":
            for way in ways:
                alike = [own for own in mine if own.get("row_masks") == way.get("row_masks")]
                wall, cpu = _times(_best(alike or mine), way)
                way |= {"sinetra_times_faster": wall, "sinetra_times_faster_by_cpu": cpu}
    return {name: {"best": _best(ways)["way"], "ways": ways} for name, ways in found.items()}


def _times(own: Figures, other: Figures) -> tuple[float, float]:
    if "p50_us" in own:
        found = other["p50_us"] / own["p50_us"], other["cpu_mean_us"] / own["cpu_mean_us"]
    else:
        found = (
            own["rows_per_second"] / other["rows_per_second"],
            own["rows_per_cpu_second"] / other["rows_per_cpu_second"],
        )
    return float(f"{found[0]:.3g}"), float(f"{found[1]:.3g}")


def _best(ways: list[Figures]) -> Figures:
    return min(ways, key=lambda way: way["p50_us"] if "p50_us" in way else -way["rows_per_second"])


def _shares(rules: tuple[Rule, ...], answers: list[peers.Answer]) -> Figures:
    met = [sum(answer[0] >> place & 1 for answer in answers) for place in range(len(rules))]
    maybe = [sum(answer[1] >> place & 1 for answer in answers) for place in range(len(rules))]
    return {
        "rows_with_a_rule_met": round(sum(1 for low, _ in answers if low) / len(answers), 4),
        "rows_with_a_rule_open": round(sum(1 for _, high in answers if high) / len(answers), 4),
        "rules_met_in_some_row": sum(1 for count in met if count),
        "rules_open_in_some_row": sum(1 for count in maybe if count),
    }


def _catalogue(book: Book, rules: tuple[Rule, ...]) -> Figures:
    norms = book.rulebook.norms
    return {
        "norms": len(norms),
        "versions": sum(len(norm.versions) for norm in norms),
        "norms_that_can_be_displaced": sum(1 for rule in rules if rule.displaced_by),
        "epochs": len(book.days),
    }


def _load() -> float:
    return round(os.getloadavg()[0], 2)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return f"{os.cpu_count()} × {line.split(':', 1)[1].strip()}"
    return f"{os.cpu_count()} processors"


def _said(engines: list[Peer]) -> Iterator[Peer]:
    for peer in engines:
        _say(f"  {peer.name}")
        yield peer


def _say(line: str) -> None:
    print(line, flush=True)
