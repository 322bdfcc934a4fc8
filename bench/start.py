"""How long until the first answer, and how much memory after a walk over the public pages."""

from __future__ import annotations

import statistics
import urllib.request
from pathlib import Path
from typing import Any

from bench.site import Site, served

PAGES = ("/id/", "/id/aturan/", "/id/bolehkah/", "/id/lapor/", "/id/ikuti/", "/id/statistik/", "/id/tur/1/", "/en/")


def measure(data: Path, runs: int = 5) -> dict[str, Any]:
    seconds = []
    pss = []
    for _ in range(runs):
        with served(data) as site:
            seconds.append(round(site.seconds_to_answer, 3))
            walk(site)
            pss.append(round(pss_megabytes(site.pid), 1))
    return {
        "seconds_to_first_answer": {"runs": seconds, "median": statistics.median(seconds), "limit": 2.5},
        "pss_megabytes_one_worker_8_threads": {"runs": pss, "median": statistics.median(pss), "limit": 150},
        "pages_walked": list(PAGES),
    }


def walk(site: Site) -> None:
    for path in PAGES:
        with urllib.request.urlopen(site.url + path, timeout=30) as answer:
            answer.read()


def pss_megabytes(pid: int) -> float:
    """Proportional set size of the process and all that it started (Linux)."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own / 1024 + sum(pss_megabytes(int(child)) for child in children)
