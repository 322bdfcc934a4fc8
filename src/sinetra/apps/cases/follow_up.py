"""When an answer to a recommendation is due, and on which rung its following-up stands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sinetra.apps.cases.models import Recommendation
from sinetra.apps.cases.moves import casework
from sinetra.apps.registry.counting import Counting
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports import law_clock
from sinetra.core.casework.ladder import Rung, next_rung

RULE = "ppk.follow_up"


def due_of(
    dated_on: date, received_on: date | None, *, office: Organisation, counting: Counting
) -> law_clock.Due | None:
    """Counted from the day on which the addressee received it, else from the day of the letter; None before any rule
    was in force. ``counting``: that of ``office``. No law fixes the length (procedure C.1): the catalogue says so with
    its confidence."""
    return law_clock.due(RULE, received_on or dated_on, region=office.region_id, counting=counting)


def is_overdue(row: Recommendation, today: date) -> bool:
    return row.decided_on is None and row.due_on is not None and row.due_on < today


def rung_after(taken: Collection[str]) -> Rung | None:
    return next_rung(casework().ladder, taken)


def rung_of(name: str) -> Rung:
    return next(rung for rung in casework().ladder if rung.name == name)
