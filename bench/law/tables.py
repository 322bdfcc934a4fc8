"""``sinetra screen`` as a process of its own: seconds and memory for tables of three sizes."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet

from bench.law.acts import acts
from bench.law.codes import Book, Rows

SIZES = (250_000, 1_000_000, 4_000_000)


def measure(book: Book, rows: Rows, sizes: tuple[int, ...] = SIZES) -> dict[str, Any]:
    """``rows`` are repeated until the table is full. Memory is the largest resident set of the process."""
    flat = [_flat(act) for act in acts(book, rows)]
    names = sorted({name for act in flat for name in act})
    table = pa.table({name: [act.get(name) for act in flat] for name in names})
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        return {
            "what": "Parquet to Parquet, start of the process and loading of the catalogue included",
            "rows_that_differ": rows.size,
            "runs": [_run(Path(folder), table, size) for size in sizes],
        }


def _flat(act: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in act.items() if not isinstance(value, dict)}
    return found | {f"{group}.{key}": value for group in ("subject", "act") for key, value in act[group].items()}


def _run(folder: Path, table: pa.Table, size: int) -> dict[str, Any]:
    source, target = folder / "in.parquet", folder / "out.parquet"
    times = -(-size // table.num_rows)
    pyarrow.parquet.write_table(pa.concat_tables([table] * times).slice(0, size), source)
    command = [str(Path(sys.executable).parent / "sinetra"), "screen", str(source), str(target)]
    started = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    if status or pyarrow.parquet.ParquetFile(target).metadata.num_rows != size:
        raise SystemExit(f"sinetra screen: {status}")
    return {
        "rows": size,
        "seconds": round(seconds, 2),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 2),
        "rows_per_second": round(size / seconds),
        "largest_resident_set_mb": round(used.ru_maxrss / 1024),
    }
