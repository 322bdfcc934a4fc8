"""One database of one size: fill it, serve it, let people come."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.coverage.load import arrivals
from bench.site import environment, fill, served

LIMIT_MS = 150


def measure(data: Path, *, people: int, units: int, per_second: float = 10, seconds: float = 60) -> dict[str, Any]:
    """``SINETRA_DATABASE_URL`` says which database; without it SQLite in ``data``."""
    fill(data)
    command = [sys.executable, "-m", "bench.coverage.fill", "--people", str(people), "--units", str(units)]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE, cwd=root)
    with served(data) as site:
        arrivals(site.url, per_second=per_second, seconds=5, seed=2)  # what a running server has already loaded
        found = arrivals(site.url, per_second=per_second, seconds=seconds)
    filled = json.loads(done.stdout.splitlines()[-1])
    return {"people": people, "units": units, "seconds_to_fill": filled, "limit_p95_ms": LIMIT_MS} | found.figures()
