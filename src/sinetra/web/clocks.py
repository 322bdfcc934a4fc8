"""A kept deadline as the clock chip of a page."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language, gettext

from sinetra.apps.reports.law_clock import Due
from sinetra.ports.clock import zone_of
from sinetra.web.parts import Clock


def due_clock(due: Due, today: date, *, region: str | None = None, done: bool = False) -> Clock:
    """``today`` is the legal date of the office; the explanation is in the language of the page."""
    language = "en" if get_language() == "en" else "id"
    return Clock(
        label=due.name[language],
        due=due.due,
        due_at=due.due_at,
        today=today,
        zone=zone_of(region).abbreviation,
        explanation=due.explanation(gettext, language),
        source=due.source,
        confidence=due.confidence,
        done=done,
    )
