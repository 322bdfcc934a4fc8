"""The real server of an installation, started, asked and killed as a machine that loses power is."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from bench.intake.client import Connection
from installation import PASSPHRASE, Installation

WHOLE = Path(__file__).parent / "whole.py"
#: So long may a start take on a busy machine.
PATIENCE = 90


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """One address through all its lives. ``environment``: more of it than the installation has."""

    place: Installation
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[str] | None = None
    _log: Path | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """What all its lives wrote to stderr."""
        return self._log.read_text() if self._log else ""

    def start(self) -> None:
        (self.place.data / "static").mkdir(exist_ok=True)  # `sinetra init` makes it elsewhere
        self._log = self.place.folder / "server.log"
        workers = "2" if self.place.database_url else "1"
        environment = {"SINETRA_PORT": str(self.port), "SINETRA_HOST": "127.0.0.1", "SINETRA_AS_OF": "2024-11-22"}
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "sinetra.cli.main", "serve", "--workers", workers],
                env=self.place.environment | environment | self.environment,
                stdout=log,
                stderr=log,
                text=True,
            )
        end = time.monotonic() + PATIENCE
        while True:
            assert self._process.poll() is None, self.log
            try:
                with Connection(self.url) as connection:
                    status, _ = connection.ask("GET", "/healthz")
            except OSError:
                status = 0
            if status == 200:
                return
            assert time.monotonic() < end, f"the server does not answer\n{self.log}"
            time.sleep(0.05)

    def processes(self) -> list[int]:
        """The first one and all that it started."""
        assert self._process is not None
        found, waiting = [], [self._process.pid]
        while waiting:
            pid = waiting.pop()
            found.append(pid)
            waiting += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        return found

    def kill(self) -> None:
        """All of it at once, in the middle of whatever it does."""
        assert self._process is not None
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)
        self._process.wait(60)

    def stop(self) -> None:
        """As an operator stops it; nothing when it is dead."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(60)
            except subprocess.TimeoutExpired:
                self.kill()


def read_again(place: Installation, codes: list[str], *, photo: bool = True) -> list[str]:
    """What is not whole, and how many reports there are: see ``whole.py``."""
    done = subprocess.run(
        [sys.executable, str(WHOLE), PASSPHRASE, "photo" if photo else "-"],
        env=place.environment,
        input="\n".join(codes),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
