"""The figures as a table of lines, to read on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_SECTIONS = ("one_decision", "one_decision_with_trace", "bulk")


def lines(figures: dict[str, Any]) -> Iterator[str]:
    yield "from JSON to text (p50, limit)"
    for name, step in figures["from_json_to_text"]["steps"].items():
        yield f"  {step['p50_us']:>17,.1f} us {step['limit_us'] or '':>20}  {name}"
    yield "sinetra screen"
    for run in figures["tables"]["runs"]:
        yield f"  {run['rows']:>13,} rows {run['seconds']:>17} s  {run['largest_resident_set_mb']} MB"
    for kind in figures["rows"]["share_unknown"]:
        for section in _SECTIONS:
            yield f"{kind}, {section}"
            for name, peer in figures[kind][section].items():
                for way in peer["ways"]:
                    yield f"  {_figure(way):>20} {_times(way):>20}  {name}: {way['way']}"


def _figure(way: dict[str, Any]) -> str:
    return f"{way['p50_us']:,.1f} us" if "p50_us" in way else f"{way['rows_per_second']:,.0f} rows/s"


def _times(way: dict[str, Any]) -> str:
    if "sinetra_times_faster" not in way:
        return ""
    return f"{way['sinetra_times_faster']:g} x (cpu {way['sinetra_times_faster_by_cpu']:g})"
