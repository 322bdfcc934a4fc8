"""The catalogue of this installation, read once a process and only when a page needs it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import sinetra.catalogue

if TYPE_CHECKING:
    from sinetra.core.clock.clock import Clock
    from sinetra.core.law.rulebook import Rulebook

FOLDER = Path(str(sinetra.catalogue.__file__)).parent


@cache
def rulebook() -> Rulebook:
    """Norms, instruments, disputes. Errors: ``BadInput`` with file and line when the catalogue is faulty."""
    from sinetra.core.law.rulebook import load_rulebook

    return load_rulebook(FOLDER)


@cache
def clock() -> Clock:
    """Calendars, deadline rules, timetables and zones."""
    from sinetra.core.clock.clock import load_clock

    return load_clock(FOLDER)
