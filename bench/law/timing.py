"""How long a way takes: the clock on the wall and the processor's, over several passes after a warm-up."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

THREADS = 2
_WARM_UP = 200


def each(run: Callable[[Any], Any], items: Sequence[Any], passes: int) -> dict[str, float]:
    """Microseconds for one item at a time. Of each pass the median counts, of the passes the best."""
    for item in items[: min(_WARM_UP, len(items) // 4)]:
        run(item)
    found = []
    for _ in range(passes):
        walls = []
        gc.collect()
        started = time.process_time()
        for item in items:
            before = time.perf_counter_ns()
            run(item)
            walls.append(time.perf_counter_ns() - before)
        cpu = (time.process_time() - started) / len(items) * 1e6
        found.append((statistics.median(walls) / 1e3, _percentile(walls, 95) / 1e3, statistics.fmean(walls) / 1e3, cpu))
    best = min(found)
    medians = [item[0] for item in found]
    return _rounded(
        {
            "p50_us": best[0],
            "p95_us": best[1],
            "mean_us": best[2],
            "cpu_mean_us": best[3],
            "p50_us_median_of_passes": statistics.median(medians),
            "p50_us_worst_of_passes": max(medians),
            "items": len(items),
            "passes": passes,
        }
    )


def whole(run: Callable[[Any], Any], prepared: Any, rows: int, passes: int) -> dict[str, float]:
    """Rows a second for all rows at once. The best pass counts."""
    run(prepared)
    found = []
    for _ in range(passes):
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        run(prepared)
        found.append((time.perf_counter() - wall, time.process_time() - cpu))
    walls = sorted(wall for wall, _ in found)
    best = min(found)
    return _rounded(
        {
            "rows_per_second": rows / best[0],
            "rows_per_cpu_second": rows / max(best[1], 1e-9),
            "seconds_min": walls[0],
            "seconds_median": statistics.median(walls),
            "seconds_max": walls[-1],
            "cpu_seconds_of_best": best[1],
            "rows": rows,
            "passes": passes,
        }
    )


def _percentile(values: Sequence[int], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: value if isinstance(value, int) else float(f"{value:.4g}") for name, value in figures.items()}
