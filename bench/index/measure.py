"""545 regions, 2,000 recomputations with everything that the configuration varies, in seconds; and the plain loop.

The whole of ``compute`` is measured: checking, headline, draws, recomputations, zones, ranks. First the plain loop has
to find the same numbers; a difference ends the bench. It is measured on few draws, and told for as many as it did.
"""

from __future__ import annotations

import math
import os
import time
from typing import Any

import numpy as np

from bench.index.plain import recompute as plainly
from bench.index.units import DAY, PROVINCES, REGENCIES, units
from sinetra.catalogue import ROOT
from sinetra.core.index.compute import compute, measured, records
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.draws import draw
from sinetra.core.index.inputs import Unit
from sinetra.core.index.levels import Level, level
from sinetra.core.index.reading import load_index
from sinetra.core.index.robustness import recompute

DRAWS, PLAIN_DRAWS, TIMES, LIMIT = 2_000, 40, 5, 5.0


def measure(times: int = TIMES, plain_draws: int = PLAIN_DRAWS) -> dict[str, Any]:
    method = load_index(ROOT)
    many = units(method)
    load = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    largest = _agree(method, many, plain_draws)
    runs = [_seconds(many, method) for _ in range(times)]
    seconds, busy = sorted(run[0] for run in runs), sorted(run[1] for run in runs)
    arrays, loop = _of_one_draw(method, many, plain_draws)
    figures: dict[str, Any] = {
        "regions": PROVINCES + REGENCIES,
        "recomputations": DRAWS,
        "limit_seconds": LIMIT,
        **load,
        "seconds": {"best": seconds[0], "median": seconds[times // 2], "worst": seconds[-1]},
        "processor_seconds": {"best": busy[0], "median": busy[times // 2], "worst": busy[-1]},
        "plain_loop": {
            "recomputations": plain_draws,
            "largest_difference": largest,
            "milliseconds_a_recomputation": round(1000 * loop, 2),
            "arrays_milliseconds_a_recomputation": round(1000 * arrays, 3),
            "ratio": round(loop / arrays, 1),
        },
    }
    print(figures, flush=True)
    return figures


def _seconds(many: list[Unit], method: Configuration) -> tuple[float, float]:
    """By the clock, and of the processors: others may be at work on the machine."""
    start, busy = time.perf_counter(), time.process_time()
    compute(many, method, day=DAY, seed=1, draws=DRAWS)
    return round(time.perf_counter() - start, 3), round(time.process_time() - busy, 3)


def _agree(method: Configuration, many: list[Unit], number: int) -> float:
    """The largest difference between the two, over all units and draws."""
    worst = 0.0
    draws = draw(method, 1, number)
    for one in (Level.PROVINCE, Level.REGENCY):
        given = records(measured([unit for unit in many if level(unit) is one], method, DAY), method, DAY)
        ours = recompute(given, [n for n, item in enumerate(given) if item.aged is not None], method, draws)
        theirs = np.array(plainly(given, method, draws))
        if (np.isnan(ours) != np.isnan(theirs)).any():
            raise SystemExit("index: the two leave nothing of different units")
        worst = max(worst, float(np.nanmax(np.abs(ours - theirs))))
    if worst > 1e-9:
        raise SystemExit(f"index: arrays and plain loop differ by {worst}")
    return float(f"{worst:.1e}")


def _of_one_draw(method: Configuration, many: list[Unit], plain_draws: int) -> tuple[float, float]:
    """Processor seconds for one recomputation of the regencies: with arrays (of 2,000), and in the loop (of few)."""
    given = records(measured([unit for unit in many if level(unit) is Level.REGENCY], method, DAY), method, DAY)
    reference = [n for n, item in enumerate(given) if item.aged is not None]
    best = math.inf
    draws = draw(method, 1, DRAWS)
    for _ in range(3):
        start = time.process_time()
        recompute(given, reference, method, draws)
        best = min(best, time.process_time() - start)
    few = draw(method, 1, plain_draws)
    start = time.process_time()
    plainly(given, method, few)
    return best / DRAWS, (time.process_time() - start) / plain_draws
