"""An installation with the demonstration in it, filed at by as many clients as keep it busy."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.cluster import postgres
from bench.intake import filings
from bench.intake.client import Filing, drive
from bench.intake.costs import core_seconds, database_process, disk
from bench.site import Site, fill, served

GOALS = {
    "call": {"sqlite": 60, "postgresql": 100},
    "pages": {"sqlite": 15, "postgresql": 15},
    "photo": {"sqlite": 30, "postgresql": 30},
}
FILINGS: dict[str, Filing] = {"call": filings.call, "pages": filings.walk, "photo": filings.with_photo}
CLIENTS = 8


def both(seconds: float = 60) -> dict[str, Any]:
    """SQLite and, where it is installed, PostgreSQL."""
    found: dict[str, Any] = {"clients": CLIENTS, "seconds": seconds, "cores": os.cpu_count()}
    os.environ.pop("SINETRA_DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        found["sqlite"] = measure(Path(folder), "sqlite", seconds)
    with postgres() as is_there, tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        if is_there:
            found["postgresql"] = measure(Path(folder), "postgresql", seconds)
    return found


def measure(data: Path, database: str, seconds: float) -> dict[str, Any]:
    fill(data)
    workers = 2 if database == "postgresql" else 1  # more than one need PostgreSQL
    found: dict[str, Any] = {"workers": workers, "disk_sync": disk(data)}
    with served(data, workers=workers) as site:
        for name, filing in FILINGS.items():
            drive(site.url, filing, clients=CLIENTS, seconds=min(seconds, 3))  # what a running server has loaded
            load = {"goal_per_second": GOALS[name][database], "load_average_before": round(os.getloadavg()[0], 1)}
            found[name] = load | _with_costs(site, filing, seconds)
    return found


def _with_costs(site: Site, filing: Filing, seconds: float) -> dict[str, Any]:
    """Milliseconds on a core for each filing: of the server, of the database, of the clients."""
    database = database_process()
    before = core_seconds(site.pid), core_seconds(database) if database else 0.0, time.process_time()
    found = drive(site.url, filing, clients=CLIENTS, seconds=seconds)
    after = core_seconds(site.pid), core_seconds(database) if database else 0.0, time.process_time()
    if found.wrong:
        raise RuntimeError(f"{len(found.wrong)} were not filed, the first: {found.wrong[0]}")
    names = ("server", "database", "clients")
    costs = (round((late - early) * 1000 / len(found.seconds), 2) for early, late in zip(before, after, strict=True))
    return found.figures() | {"core_ms_each": dict(zip(names, costs, strict=True))}
