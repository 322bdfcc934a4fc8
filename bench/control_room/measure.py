"""One database with many matters and attendances: fill it, count it, serve it, let people come."""

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
from bench.control_room.fill import attendances_of
from bench.control_room.load import addresses, prevention
from bench.site import SINETRA, environment, fill, served

MATTERS, PEOPLE, TIMES = 100_000, 60_000, 50
LIMIT_MS = 200
_ROOT = Path(__file__).resolve().parents[2]
_BAWASLU, _CITY = ("staf.bawaslu", "pleno", "ketua.bawaslu"), ("petugas.bkpsdm", "tim.netralitas")


def both(**size: float) -> dict[str, Any]:
    """SQLite and, where it is installed, PostgreSQL."""
    found = {}
    os.environ.pop("SINETRA_DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        found["sqlite"] = measure(Path(folder), **size)
    with postgres() as is_there, tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        if is_there:
            found["postgresql"] = measure(Path(folder), **size)
    return found


def measure(
    data: Path,
    *,
    matters: float = MATTERS,
    people: float = PEOPLE,
    times: float = TIMES,
    per_second: float = 10,
    seconds: float = 60,
) -> dict[str, Any]:
    """``SINETRA_DATABASE_URL`` says which database; without it SQLite in ``data``."""
    fill(data)
    wanted = {"matters": int(matters), "people": int(people), "times": int(times)}
    size = [text for name, value in wanted.items() for text in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "bench.control_room.fill", *size]
    done = subprocess.run(command, env=environment(data), check=True, stdout=subprocess.PIPE, cwd=_ROOT)
    # The tasks of a night, so that none of them begins while people come.
    subprocess.run([str(SINETRA), "sweep"], env=environment(data), check=True, stdout=subprocess.DEVNULL)
    workers = 2 if "SINETRA_DATABASE_URL" in os.environ else 1  # more than one need PostgreSQL
    with served(data, workers=workers) as site:
        for who, asked in ((_BAWASLU, addresses), (_CITY, prevention)):  # what a running server has loaded
            arrivals(site.url, who, asked, per_second=per_second, seconds=5, seed=2)
        # What else runs on the machine takes part of its cores.
        load = {"load_average_before": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
        bawaslu = arrivals(site.url, _BAWASLU, addresses, per_second=per_second, seconds=seconds)
        city = arrivals(site.url, _CITY, prevention, per_second=per_second, seconds=seconds)
    told = wanted | {"attendances": attendances_of(int(people), int(times)), "workers": workers}
    filled = {"seconds_to_fill_and_count": json.loads(done.stdout.splitlines()[-1]), "limit_p95_ms": LIMIT_MS}
    return told | filled | load | {"bawaslu": bawaslu.figures(), "city": city.figures()}
