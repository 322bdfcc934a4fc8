"""Work of the outbox: open statistics are frozen for every month that has ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.tasks import periodic
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.apps.insight.faults import faults_of
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.ports.clock import now, today


@periodic("insight.freeze_statistics", every=timedelta(days=1))
def freeze_month(payload: Mapping[str, Any]) -> None:
    """The last month that has ended, once. A unit that did not balance is an error that the operator sees: the edition
    stands without it, and the task ends as failed."""
    del payload
    as_of = end_of_last_month(today())
    if not Organisation.objects.exists():
        return
    row = Snapshot.objects.filter(as_of__gte=as_of).order_by("as_of").first() or freeze(as_of=as_of, actor=SYSTEM)
    faults = faults_of(row)
    # Every attempt of the day fails, so that it ends among the tasks that the operator is shown.
    if faults and now() - row.frozen_at < timedelta(days=1):
        raise VerificationFailed(
            gettext_noop("Statistik %(edition)s dibekukan tanpa %(units)s: jumlahnya tidak seimbang."),
            code="does_not_balance",
            edition=row.edition,
            units=", ".join(f"{found.unit} ({found.summed} ≠ {found.total})" for found in faults),
        )


def end_of_last_month(day: date) -> date:
    """
    >>> end_of_last_month(date(2024, 3, 15))
    datetime.date(2024, 2, 29)
    """
    return day.replace(day=1) - timedelta(days=1)
