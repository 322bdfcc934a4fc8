"""Counts kept beside what they count, so that no page counts all steps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F

from sinetra.apps.careers.models import CareerStep, CareerTally
from sinetra.apps.careers.vocabulary import Figure


def count_decision(step: CareerStep, by: int = 1) -> None:
    """Inside the unit of work that decides: on the day it takes effect, or of a refusal on which it was made."""
    day = step.effective_on or step.decided_on
    assert day is not None  # noqa: S101 - what was decided has a day
    cell = {"kind": step.kind, "code": step.decision, "reason": step.reason}
    _count(step.organisation_id, by, figure=Figure.DECISION, day=day, **cell)


def count_checks(organisation_id: UUID, day: date, verdicts: Mapping[str, int]) -> None:
    for verdict, number in verdicts.items():
        _count(organisation_id, number, figure=Figure.CHECK, day=day, code=verdict)


def _count(organisation_id: UUID, by: int, **cell: Any) -> None:
    if by:
        found, _made = CareerTally.objects.get_or_create(organisation_id=organisation_id, **cell)
        CareerTally.objects.filter(pk=found.pk).update(count=F("count") + by)
