"""What the outbox does for reports: news and what stayed unsigned, by the clock; sealed columns after a rotation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta
from typing import Any

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.tasks import periodic
from sinetra.apps.reports.actions.keep_unsigned import keep_unsigned
from sinetra.apps.reports.models import FilingProof, Message, Report
from sinetra.apps.reports.news import build_news
from sinetra.apps.reports.sealing import context_of
from sinetra.ports.clock import now


def _context(field: str) -> Callable[[Report], bytes]:
    return lambda row: context_of(row.pk, field)


for _field in ("what", "where", "reported", "news"):
    sealed_column(Report, f"{_field}_sealed", context=_context(_field))
sealed_column(FilingProof, "nonce_sealed", context=lambda row: context_of(row.pk, "nonce"))
sealed_column(Message, "message_sealed", context=lambda row: context_of(row.pk, "message"))


@periodic("reports.news", every=timedelta(days=1))
def news(payload: Mapping[str, Any]) -> None:
    """The list of today by UTC, as the slots of the sweep are. Twice does no harm."""
    del payload
    at = now()
    build_news(at.astimezone(UTC).date(), at)


@periodic("reports.keep_unsigned", every=timedelta(hours=1))
def _keep_unsigned(payload: Mapping[str, Any]) -> None:
    keep_unsigned(actor=SYSTEM)
