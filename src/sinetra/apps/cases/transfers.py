"""What one office of Bawaslu tells another about a report, and how the other one goes on with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases import checklist, clocks
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import MatterKind, State


def told(matter: Matter) -> dict[str, Any]:
    """The answers of the checklist without their notes: those may name people."""
    return {"checklist": {item.requirement.id: item.answer.value for item in checklist.items(matter)}}


def take_on(work: Work, matter: Matter, on: date) -> None:
    """The receiving office has the report now: it begins at the beginning, and its deadlines run from this day."""
    work.change(matter, kind=MatterKind.REPORT, state=State.REPORT_RECEIVED)
    clocks.start_first(work, matter, on)
