"""What the outbox does for reports: nothing of its own yet; sealed columns are sealed anew after a key rotation."""

from __future__ import annotations

from collections.abc import Callable

from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.reports.models import FilingProof, Report
from sinetra.apps.reports.sealing import context_of


def _context(field: str) -> Callable[[Report], bytes]:
    return lambda row: context_of(row.pk, field)


for _field in ("what", "where", "reported"):
    sealed_column(Report, f"{_field}_sealed", context=_context(_field))
sealed_column(FilingProof, "nonce_sealed", context=lambda row: context_of(row.pk, "nonce"))
