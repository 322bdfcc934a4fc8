"""Sealed columns of careers, and what goes by itself: a step with its letters; figures and checks without it stay."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import context_of
from sinetra.apps.careers.models import CareerStep
from sinetra.apps.prevention.kept_files import forget

_CHUNK = 200

sealed_column(CareerStep, "grounds_sealed", context=lambda row: context_of(row.pk))


@retention("careers.steps")
def forget_steps(now: datetime, *, dry_run: bool) -> int:
    """In real time, as the other names of the office."""
    old = CareerStep.objects.filter(created_at__lt=cut_off("careers.steps", now))
    if dry_run:
        return old.count()
    removed = 0
    while rows := list(old.order_by("created_at", "id")[:_CHUNK]):
        for row in rows:
            _forget(row)
        removed += len(rows)
    return removed


def _forget(step: CareerStep) -> None:
    letters = list(step.letters.all())
    with unit_of_work(SYSTEM) as work:
        for letter in letters:
            work.remove(letter)
            work.record("career.erase_letter", letter)
        for check in step.checks.all():
            work.change(check, step=None)
            work.record("career.erase", check)
        work.remove(step)
        work.record("career.erase", step)
    for letter in letters:
        forget(letter.blob)
