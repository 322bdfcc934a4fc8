"""Open statistics: tables that balance, small cells withheld, and the proof that none can be recovered."""

from __future__ import annotations

from sinetra.core.statistics.balance import Balance, Unbalanced, balanced
from sinetra.core.statistics.cells import ALL, Cell, Item, counted
from sinetra.core.statistics.check import Leak, leaks
from sinetra.core.statistics.margins import Margins, margins
from sinetra.core.statistics.protect import SMALLEST, Beside, Published, protect

__all__ = [
    "ALL",
    "SMALLEST",
    "Balance",
    "Beside",
    "Cell",
    "Item",
    "Leak",
    "Margins",
    "Published",
    "Unbalanced",
    "balanced",
    "counted",
    "leaks",
    "margins",
    "protect",
]
