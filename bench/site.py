"""A demo installation in a folder of its own, served by the real command; used by the bench and the browser tests."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SINETRA = Path(sys.executable).parent / "sinetra"


@dataclass(frozen=True, slots=True)
class Site:
    url: str
    data: Path
    pid: int
    seconds_to_answer: float


def environment(data: Path, **more: str) -> dict[str, str]:
    # The settings of a test are not those of an installation.
    ours = ("SINETRA_", "DJANGO_SETTINGS_MODULE")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    kept = {key: os.environ[key] for key in ("SINETRA_DATABASE_URL", "SINETRA_CHROMIUM") if key in os.environ}
    return clean | kept | {"SINETRA_DATA": str(data), "SINETRA_PROFILE": "demo", "SINETRA_AS_OF": "2024-11-22"} | more


def fill(data: Path, articles: Path | None = None) -> float:
    """``sinetra demo`` into ``data``; its seconds."""
    start = time.perf_counter()
    command = [str(SINETRA), "demo", *(["--articles", str(articles)] if articles else [])]
    subprocess.run(command, env=environment(data), check=True)
    return time.perf_counter() - start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(data: Path, *, threads: int = 8, workers: int = 1) -> Iterator[Site]:
    """The site answers when this yields; it is stopped afterwards as an operator would stop it."""
    port = free_port()
    start = time.perf_counter()
    command = [str(SINETRA), "serve", "--threads", str(threads), "--workers", str(workers)]
    process = subprocess.Popen(command, env=environment(data, SINETRA_PORT=str(port)))
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url, process)
        yield Site(url, data, process.pid, time.perf_counter() - start)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(3000):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError("the server did not answer within a minute")
