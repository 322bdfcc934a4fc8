"""What the outbox does for reports: unsigned ones are kept as information; sealed columns are sealed anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.tasks import periodic
from sinetra.apps.reports.actions.keep_unsigned import keep_unsigned
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import context_of


def _context(field: str) -> Callable[[Report], bytes]:
    return lambda row: context_of(row.pk, field)


for _field in ("what", "where", "reported"):
    sealed_column(Report, f"{_field}_sealed", context=_context(_field))


@periodic("reports.keep_unsigned", every=timedelta(hours=1))
def _keep_unsigned(payload: Mapping[str, Any]) -> None:
    keep_unsigned(actor=SYSTEM)
