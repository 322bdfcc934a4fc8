"""When the answer to a recommendation is due, as the clock chip of a page."""

from __future__ import annotations

from datetime import date

from sinetra.apps.cases.models import Recommendation
from sinetra.apps.reports.law_clock import Due
from sinetra.web.clocks import due_clock
from sinetra.web.parts import Clock


def answer_clock(row: Recommendation, day: date) -> Clock | None:
    """None where no rule was in force."""
    if row.due_told is None:
        return None
    done = row.decided_on is not None
    return due_clock(Due.of(row.due_told), day, done=done)
