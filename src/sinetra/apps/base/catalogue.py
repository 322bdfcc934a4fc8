"""What is read from the catalogue once a process, when first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sinetra.catalogue import ROOT

if TYPE_CHECKING:
    from sinetra.core.clock import Clock
    from sinetra.core.law import Rulebook
    from sinetra.core.press import Lexicon


@cache
def rulebook() -> Rulebook:
    """All norms, compiled. Errors: those of a faulty catalogue, with file and line."""
    from sinetra.core.law import load_rulebook

    return load_rulebook(ROOT)


@cache
def clock() -> Clock:
    """Calendars, deadline rules and timetables."""
    from sinetra.core.clock import load_clock

    return load_clock(ROOT)


@cache
def lexicon() -> Lexicon:
    """The words of the press reader."""
    from sinetra.core.press import load_lexicon

    return load_lexicon(ROOT)
