"""What goes by itself: signatures with their scans, and certificates, each after its period in real time.

The legal date of a demonstration lies years back; it erases nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Certificate, PledgeSignature

_CHUNK = 500
T = TypeVar("T", bound=Row)


@retention("prevention.pledges")
def forget_signatures(now: datetime, *, dry_run: bool) -> int:
    """A scan goes with the last signature on it."""
    old = PledgeSignature.objects.filter(created_at__lt=cut_off("prevention.pledges", now))
    if dry_run:
        return old.count()
    removed = 0
    for rows in _removed(old, "pledge.erase"):
        removed += len(rows)
        _forget_scans({row.scan for row in rows if row.scan})
    return removed


def _forget_scans(names: Iterable[str]) -> None:
    for name in names:
        if not PledgeSignature.objects.filter(scan=name).exists():
            kept_files.forget(name)


@retention("prevention.certificates")
def forget_certificates(now: datetime, *, dry_run: bool) -> int:
    """The check page then knows the code no longer."""
    old = Certificate.objects.filter(created_at__lt=cut_off("prevention.certificates", now))
    return old.count() if dry_run else sum(len(rows) for rows in _removed(old, "certificate.erase"))


def _removed(old: QuerySet[T], action: str) -> Iterator[list[T]]:
    """Some hundred at a time, each part in a unit of work of its own; gives back the rows that went."""
    while rows := list(old.order_by("created_at", "id")[:_CHUNK]):
        with unit_of_work(SYSTEM) as work:
            for row in rows:
                work.remove(row)
                work.record(action, row)
        yield rows
