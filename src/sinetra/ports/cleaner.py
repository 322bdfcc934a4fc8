"""Cleans one file in a process of its own, with limits: whatever a hostile file does there ends with that process.

The file goes in and the copy comes out through pipes, so nothing of it is ever on the disk in the clear. The process
has no keys, no database and an empty environment.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import sinetra
from sinetra.core.evidence.clean import Cleaned, Refusal
from sinetra.core.evidence.mask import Box
from sinetra.core.evidence.metadata import Item

MEGABYTE = 1024 * 1024
#: What is larger is not cleaned: a picture or PDF of honest evidence is not.
MOST_OCTETS = 64 * MEGABYTE
#: Processor seconds, seconds by the wall, address space.
SECONDS, WALL_SECONDS, MOST_MEMORY = 40, 90, 1536 * MEGABYTE
_MODULE = "sinetra.ports.cleaner_process"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Either ``cleaned`` or ``refusal``; what could be read of the metadata in both cases, None when nobody read them.
    ``likeness`` is empty where nothing is to compare."""

    cleaned: Cleaned | None
    refusal: Refusal | None
    metadata: tuple[Item, ...] | None
    likeness: bytes


class Cleaner(Protocol):
    def clean(self, content: bytes, media_type: str) -> Outcome: ...

    def mask(self, content: bytes, media_type: str, boxes: tuple[Box, ...]) -> Outcome:
        """Of a picture that was cleaned before."""
        ...


@dataclass(frozen=True, slots=True)
class ProcessCleaner:
    seconds: int = SECONDS
    wall_seconds: float = WALL_SECONDS
    most_memory: int = MOST_MEMORY

    def clean(self, content: bytes, media_type: str) -> Outcome:
        return self._run(content, {"media_type": media_type})

    def mask(self, content: bytes, media_type: str, boxes: tuple[Box, ...]) -> Outcome:
        told = [[box.left, box.top, box.width, box.height] for box in boxes]
        return self._run(content, {"media_type": media_type, "boxes": told})

    def _run(self, content: bytes, wanted: dict[str, object]) -> Outcome:
        if len(content) > MOST_OCTETS:
            return _refused(Refusal.LARGE)
        limits = {"seconds": self.seconds, "memory": self.most_memory}
        head = json.dumps(wanted | limits).encode() + b"\n"
        try:
            done = subprocess.run(  # noqa: S603 - our own module, nothing of the file in its arguments
                [sys.executable, "-P", "-B", "-m", _MODULE],
                input=head + content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self.wall_seconds,
                env=_environment(),
                cwd="/",
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            return _killed(error.stdout or b"")
        if done.returncode != 0:
            return _killed(done.stdout)
        return read_answer(done.stdout)


def cleaner() -> Cleaner:
    """The cleaner of this installation."""
    return ProcessCleaner()


def _environment() -> dict[str, str]:
    """Nothing of the server's own but where its code lies; one thread."""
    code = str(Path(sinetra.__file__).resolve().parents[1])
    return {"PYTHONPATH": code, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PATH": os.defpath}


def _refused(why: Refusal, metadata: tuple[Item, ...] | None = None) -> Outcome:
    return Outcome(cleaned=None, refusal=why, metadata=metadata, likeness=b"")


def _metadata(answer: bytes) -> tuple[Item, ...] | None:
    """Its first line. Errors: ``ValueError``, ``TypeError``."""
    told = json.loads(answer.split(b"\n", 1)[0])
    return None if told is None else tuple(Item(name=str(name), value=str(value)) for name, value in told)


def _killed(answer: bytes) -> Outcome:
    """By a limit, or by what a decoder did to itself; the list is out before anything is drawn."""
    try:
        return _refused(Refusal.LIMITS, _metadata(answer))
    except (ValueError, TypeError):
        return _refused(Refusal.LIMITS)


def read_answer(answer: bytes) -> Outcome:
    """What came out is as little trusted as what went in: anything but an answer means that there is no copy."""
    try:
        items = _metadata(answer)
        _listed, line, rest = answer.split(b"\n", 2)
        told = json.loads(line)
        size = int(told["size"])
        if told["refusal"]:
            return _refused(Refusal(told["refusal"]), items)
        width, height = int(told["width"]), int(told["height"])
        copy = Cleaned(media_type=str(told["media_type"]), content=rest[:size], width=width, height=height)
    except (ValueError, KeyError, TypeError):
        return _refused(Refusal.BROKEN)
    return Outcome(cleaned=copy, refusal=None, metadata=items, likeness=rest[size:])
