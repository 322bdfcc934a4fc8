"""What the worker does for the registry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.tasks import periodic
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.imports.held_file import forget_old
from sinetra.apps.registry.models import DeclaredInterest


@periodic("registry.forget_uploads", every=timedelta(hours=1))
def forget_uploads(payload: Mapping[str, Any]) -> None:
    del payload
    forget_old()


@retention("registry.interests")
def forget_interests(now: datetime, *, dry_run: bool) -> int:
    """What still holds is kept, however old. Long enough for objection and appeal about what was decided then."""
    old = DeclaredInterest.objects.filter(until_on__lt=cut_off("registry.interests", now).date())
    if dry_run:
        return old.count()
    rows = list(old)
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            work.remove(row)
            work.record("interest.forget", row)
    return len(rows)
