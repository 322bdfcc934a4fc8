"""What a filing costs whatever else runs on the machine: time on the cores by process, and how long the disk syncs."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

_TICK = os.sysconf("SC_CLK_TCK")


def core_seconds(pid: int) -> float:
    """Of a process and all that it started, also of those that ended (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = sum(int(value) for value in fields[11:15]) / _TICK
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(core_seconds(int(child)) for child in children)


def database_process() -> int | None:
    """The first process of the PostgreSQL of ``SINETRA_DATABASE_URL``; None for SQLite."""
    url = os.environ.get("SINETRA_DATABASE_URL")
    if not url:
        return None
    import psycopg

    with psycopg.connect(url) as connection:
        backend = connection.info.backend_pid
        return int(Path(f"/proc/{backend}/stat").read_text().rpartition(")")[2].split()[1])


def disk(folder: Path, times: int = 300) -> dict[str, Any]:
    """Milliseconds until 4 kB that were added to a file are on the disk: the least that any durable commit takes."""
    taken = []
    path = folder / "sync"
    with path.open("wb", buffering=0) as file:
        for _ in range(times):
            file.write(b"\0" * 4096)
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - start) * 1000)
    path.unlink()
    taken.sort()
    return {f"p{share}_ms": round(taken[min(times * share // 100, times - 1)], 2) for share in (50, 95, 99)}
