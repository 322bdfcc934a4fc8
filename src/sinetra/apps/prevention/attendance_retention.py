"""Names of participants whom the register does not know go two years after the session; that somebody came stays."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Attendance, AttendanceSheet

BATCH = 200


def _named(now: datetime) -> QuerySet[Attendance]:
    """Guests, walk-ins and numbers that nobody matched. Who is in the register goes with the register."""
    still_named = ~Q(name="") | ~Q(number="")
    return Attendance.objects.filter(
        still_named, person__isnull=True, came_at__lt=cut_off("prevention.attendance_names", now)
    ).order_by("id")


@retention("prevention.attendance_names")
def forget_names(now: datetime, *, dry_run: bool) -> int:
    """Name, number and link go; session, unit and status stay, so that coverage of that day still computes."""
    if dry_run:
        return _named(now).count()
    forgotten = 0
    while rows := list(_named(now)[:BATCH]):
        with unit_of_work(SYSTEM) as work:
            for row in rows:
                nobody = {"name": "", "number": "", "said": "", "link_hash": ""}
                work.change(row, name_key=f"#{row.pk}", **nobody)
                work.record("attendance.forget", row)
        forgotten += len(rows)
    return forgotten


@retention("prevention.attendance_sheets")
def forget_sheets(now: datetime, *, dry_run: bool) -> int:
    """A signed sheet bears everybody's name: the file goes with the row."""
    old = AttendanceSheet.objects.filter(created_at__lt=cut_off("prevention.attendance_sheets", now))
    if dry_run:
        return old.count()
    rows = list(old)
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            work.remove(row)
            work.record("attendance.forget_sheet", row)
        kept_files.forget(row.scan)  # the seal gave it a name that no other row has
    return len(rows)
