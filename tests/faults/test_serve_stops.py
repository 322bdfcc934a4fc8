"""The server with its worker inside: stopping it seals what was written since the last hour."""

from __future__ import annotations

import socket
import time
import urllib.request

import pytest
from installation import Installation

from sinetra.apps.audit.checkpoint_file import load


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_answer(url: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.2)


@pytest.mark.parametrize("signal_name", ["SIGTERM", "SIGINT"])
def test_stopping_the_server_makes_a_checkpoint_of_everything(place: Installation, signal_name: str) -> None:
    import signal

    port = free_port()
    server = place.start("-m", "sinetra.cli.main", "serve", SINETRA_PORT=str(port), SINETRA_HOST="127.0.0.1")
    try:
        wait_for_answer(f"http://127.0.0.1:{port}/healthz")
        place.shell("""
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Unit
unit = Unit.objects.first()
with unit_of_work(SYSTEM) as work:
    work.change(unit, name="terakhir")
    work.record("unit.rename", unit)
""")
    finally:
        server.send_signal(getattr(signal, signal_name))
        _, errors = server.communicate(timeout=60)
    files = sorted((place.folder / "checkpoints").iterdir())
    assert files, errors
    entries = sum(head.seq for head in load(files[-1]).heads)
    assert entries == place.sql("SELECT SUM(seq) FROM audit_audithead")[0][0]
    assert place.verify()["ok"]
