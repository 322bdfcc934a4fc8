"""Where this installation keeps what is its own, for commands that run without Django."""

from __future__ import annotations

from pathlib import Path


def own_folder() -> Path:
    """The data folder (``SINETRA_DATA``), whether it is there or not; imported timetables lie in it."""
    from sinetra.settings.env import Environment

    return Environment().path("SINETRA_DATA", Path("data"))
