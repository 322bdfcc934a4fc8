"""Several pieces of initial information are kept for the same reason, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.cases.actions.keep_report import keep_report
from sinetra.apps.cases.bulk import Chosen, RowResult, for_each
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Kept


def keep_many(
    *, chosen: Sequence[Chosen], why: Kept, actor: Actor, at: datetime | None = None
) -> tuple[RowResult[Report], ...]:
    """Errors: ``Forbidden``; ``BadInput`` naming ``chosen``."""
    require(actor, "report.keep")
    return for_each(actor, Report, chosen, lambda report: keep_report(report=report, why=why, actor=actor, at=at))
