"""``sinetra init`` and ``serve`` on an empty data folder: a working, empty installation; wrong settings stop it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND, Run

ADDRESS = "127.0.0.1"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((ADDRESS, 0))
        return int(probe.getsockname()[1])


def _get(port: int, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"http://{ADDRESS}:{port}{path}", timeout=10) as answer:
        assert answer.headers.get("Set-Cookie") is None
        return answer.status, answer.read().decode()


@pytest.fixture
def served(sinetra: Run, tmp_path: Path) -> Iterator[int]:
    """The port of a server on a fresh, empty installation."""
    assert sinetra("init", timeout=120).code == 0
    port = _free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SINETRA_", "DJANGO_"))}
    settings = {"SINETRA_DATA": str(tmp_path / "data"), "SINETRA_PORT": str(port), "SINETRA_HOST": ADDRESS}
    server = subprocess.Popen([str(COMMAND), "serve"], cwd=tmp_path, env=kept | settings, stderr=subprocess.DEVNULL)
    try:
        for _ in range(150):
            try:
                _get(port, "/healthz")
                break
            except (urllib.error.URLError, OSError):
                assert server.poll() is None, "the server ended"
                time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(20)


def test_an_empty_installation_answers_and_a_busy_port_is_told(served: int, sinetra: Run) -> None:
    ready = json.loads(_get(served, "/readyz")[1])
    assert ready["ok"] is True
    assert set(ready["parts"]) == {"database", "blobs", "queue", "catalogue"}
    for path in ("/id/", "/en/", "/id/aturan/", "/id/lapor/", "/api/v1/openapi.json"):
        assert _get(served, path)[0] == 200, path
    assert len(json.loads(_get(served, "/api/v1/law/norms?on=2024-10-28")[1])["norms"]) > 20
    line = sinetra("serve", SINETRA_PORT=str(served), SINETRA_HOST=ADDRESS, timeout=20).line
    assert str(served) in line
    assert "--next-port" in line


def test_serve_before_init_says_what_to_do(sinetra: Run) -> None:
    assert "sinetra init" in sinetra("serve", timeout=20).line
    assert "run first: sinetra init" in sinetra("serve", timeout=20, SINETRA_LANG="en").line


@pytest.mark.parametrize("command", ["init", "serve", "check"])
def test_wrong_settings_are_told_all_at_once(sinetra: Run, command: str) -> None:
    line = sinetra(
        command,
        timeout=30,
        SINETRA_PROFILE="city",
        SINETRA_AS_OF="yesterday",
        SINETRA_DATABASE_URL="oracle://here",
    ).line
    for part in ("SINETRA_PROFILE", "bawaslu, pemda, demo", "SINETRA_AS_OF", "2024-11-22", "SINETRA_DATABASE_URL"):
        assert part in line


@pytest.mark.parametrize(
    ("name", "value", "accepted"),
    [("SINETRA_PORT", "70000", "65535"), ("SINETRA_PORT", "²", "65535"), ("SINETRA_HOST", "999.1.1.1", "127.0.0.1")],
)
def test_a_wrong_address_is_named(sinetra: Run, name: str, value: str, accepted: str) -> None:
    line = sinetra("serve", timeout=20, **{name: value}).line
    assert line.startswith(name)
    assert accepted in line
