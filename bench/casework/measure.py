"""One database with many matters: fill it, serve it, let people come, sweep it as a night does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.arrivals import arrivals
from bench.casework.load import addresses
from bench.cluster import postgres
from bench.site import SINETRA, environment, fill, served

MATTERS = 100_000
LIMIT_MS, LIMIT_SWEEP = 150, 30
_ROOT = Path(__file__).resolve().parents[2]
_WHO = ("staf.bawaslu", "pleno", "ketua.bawaslu")
# A day off that is decreed when most deadlines run already.
_DECREE = """day,kind,name_id,name_en,decree,published,confidence
2024-11-25,election,Hari libur contoh,Sample day off,Keppres contoh 1/2024,2024-11-21,pers
"""


def both(matters: int = MATTERS, seconds: float = 60, per_second: float = 10) -> dict[str, Any]:
    """SQLite and, where it is installed, PostgreSQL."""
    found = {}
    os.environ.pop("SINETRA_DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        found["sqlite"] = measure(Path(folder), matters=matters, seconds=seconds, per_second=per_second)
    with postgres() as is_there, tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        if is_there:
            found["postgresql"] = measure(Path(folder), matters=matters, seconds=seconds, per_second=per_second)
    return found


def measure(data: Path, *, matters: int, per_second: float = 10, seconds: float = 60) -> dict[str, Any]:
    """``SINETRA_DATABASE_URL`` says which database; without it SQLite in ``data``."""
    fill(data)
    command = [sys.executable, "-m", "bench.casework.fill", "--matters", str(matters)]
    done = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE, cwd=_ROOT)
    workers = 2 if "SINETRA_DATABASE_URL" in os.environ else 1  # more than one need PostgreSQL
    with served(data, workers=workers) as site:
        asked = addresses(matters)
        arrivals(site.url, _WHO, asked, per_second=per_second, seconds=5, seed=2)  # what a running server has loaded
        # What else runs on the machine takes part of its cores.
        load = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
        found = arrivals(site.url, _WHO, asked, per_second=per_second, seconds=seconds)
    filled = json.loads(done.stdout.splitlines()[-1])
    size = {"matters": matters, "deadlines": 3 * matters, "workers": workers, "seconds_to_fill": filled}
    return size | {"limit_p95_ms": LIMIT_MS} | load | found.figures() | _nights(data)


def _nights(data: Path) -> dict[str, Any]:
    """``sinetra sweep`` on a night like most, and on the one after a decree that moves deadlines."""
    usual = _swept(data)
    decree = data / "libur.csv"
    decree.write_text(_DECREE, encoding="utf-8")
    subprocess.run(
        [str(SINETRA), "import", "calendar", str(decree)], env=environment(data), check=True, stdout=subprocess.DEVNULL
    )
    return {"limit_sweep_s": LIMIT_SWEEP, "sweep_s": usual, "sweep_after_a_decree_s": _swept(data)}


def _swept(data: Path) -> float:
    start = time.perf_counter()
    subprocess.run([str(SINETRA), "sweep"], env=environment(data), check=True, stdout=subprocess.DEVNULL)
    return round(time.perf_counter() - start, 1)
