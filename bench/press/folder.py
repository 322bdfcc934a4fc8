"""Memory of ``sinetra ingest FOLDER --lines``: the command itself, a process of its own, looked at as its lines come.

The pages lie in one folder, which is the hardest case: their names are put in order before the first is read. Archives
are read whole, one at a time, because the pages of one article may lie anywhere in them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from bench.press.telling import Told, stream

_ROOT = Path(__file__).parents[2]
ARCHIVES = 5
# Of these an archive has nearly the 50 MB that one may have.
PAGES_IN_ARCHIVE = 3000


def streamed(*marks: int) -> dict[str, Any]:
    """``folder``: one run over all of them, its memory after each mark. ``alone``: the smallest mark in a folder of its
    own, so that what the number of files costs is seen. ``archives``: after each of five archives of one size."""
    pages = PAGES_IN_ARCHIVE if max(marks) > PAGES_IN_ARCHIVE else min(marks)
    with tempfile.TemporaryDirectory(prefix="sinetra-bench-") as folder:
        alone, whole, packed = (Path(folder) / name for name in ("alone", "whole", "packed"))
        _fill(alone, min(marks))
        _fill(whole, max(marks))
        _pack(packed, pages)
        return {
            "folder": _watched(whole, marks),
            "alone": _watched(alone, marks[:1]),
            "archives": _watched(packed, tuple(pages * number for number in range(1, ARCHIVES + 1))),
        }


def _fill(folder: Path, number: int) -> None:
    folder.mkdir()
    for told in stream(number):
        (folder / told.source).write_bytes(told.page())


def _pack(folder: Path, pages: int) -> None:
    folder.mkdir()
    coming = stream(pages * ARCHIVES)
    for number in range(ARCHIVES):
        with (folder / f"{number}.warc").open("wb") as out:
            out.writelines(_record(told) for told in islice(coming, pages))


def _record(told: Told) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + told.page()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://media.example/berita/{told.source}\r\n"
        "WARC-Date: 2024-11-20T01:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _watched(folder: Path, marks: tuple[int, ...]) -> dict[str, Any]:
    command = [sys.executable, "-m", "sinetra.cli.main", "ingest", str(folder), "--lines"]
    noted: dict[str, Any] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOT) as reader:
        assert reader.stdout is not None
        for count, line in enumerate(reader.stdout, start=1):
            if b'"event_date": ' not in line:
                raise RuntimeError(f"no article: {line[:200]!r}")
            if count in marks:
                noted[str(count)] = _memory(reader.pid) | {"processor_seconds": _seconds(reader.pid)}
    if reader.returncode or len(noted) < len(marks):
        raise RuntimeError(f"sinetra ingest ended with {reader.returncode} after {list(noted)} articles")
    return noted


def _memory(pid: int) -> dict[str, float]:
    """Megabytes now and at most so far (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    said = {name: value.split() for name, _colon, value in (line.partition(":") for line in lines)}
    return {
        name: round(int(said[key][0]) * 1024 / 1_000_000, 1)
        for name, key in (("megabytes", "VmRSS"), ("megabytes_peak", "VmHWM"))
    }


def _seconds(pid: int) -> float:
    # Behind the name of the command, which may hold blanks: utime and stime are fields 14 and 15.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return round((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), 1)
