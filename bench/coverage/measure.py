"""One database of one size: fill it, serve it, let people come."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.arrivals import arrivals
from bench.cluster import postgres
from bench.coverage.load import addresses
from bench.site import environment, fill, served

LIMIT_MS = 150
_WHO = ("petugas.bkpsdm",)
_ROOT = Path(__file__).resolve().parents[2]


def both() -> dict[str, Any]:
    """SQLite at the size of a city, PostgreSQL at that of the country."""
    found = {}
    os.environ.pop("SINETRA_DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        found["sqlite"] = measure(Path(folder), people=50_000, units=700)
    with postgres() as is_there, tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        if is_there:
            found["postgresql"] = measure(Path(folder), people=5_600_000, units=80_000)
    return found


def measure(data: Path, *, people: int, units: int, per_second: float = 10, seconds: float = 60) -> dict[str, Any]:
    """``SINETRA_DATABASE_URL`` says which database; without it SQLite in ``data``."""
    fill(data)
    command = [sys.executable, "-m", "bench.coverage.fill", "--people", str(people), "--units", str(units)]
    done = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE, cwd=_ROOT)
    workers = 2 if "SINETRA_DATABASE_URL" in os.environ else 1  # more than one need PostgreSQL
    with served(data, workers=workers) as site:
        arrivals(
            site.url, _WHO, addresses, per_second=per_second, seconds=5, seed=2
        )  # what a running server has already loaded
        # What else runs on the machine takes part of its cores.
        load = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
        found = arrivals(site.url, _WHO, addresses, per_second=per_second, seconds=seconds)
    filled = json.loads(done.stdout.splitlines()[-1])
    size = {"people": people, "units": units, "workers": workers}
    return size | {"seconds_to_fill": filled, "limit_p95_ms": LIMIT_MS} | load | found.figures()
