"""A correction for the eye: what was read, what a person says, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sinetra.apps.monitoring.models import Correction
from sinetra.core.press.corrections import Verdict
from sinetra.web.fact_words import fact_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    pk: Any
    field: str
    read: str
    said: str
    reason: str
    printed: str
    by: str
    at: date


def judged(row: Correction) -> Judged:
    said = {Verdict.ACCEPTED: _("benar"), Verdict.REJECTED: _("tidak ada dalam teks")}.get(Verdict(row.verdict), "")
    return Judged(
        pk=row.pk,
        field=row.field,
        read=fact_words(row.field, row.reader) if row.reader else "",
        said=said or fact_words(row.field, {**(row.person or {}), "by": "person"}),
        reason=row.reason,
        printed=str((row.person or {}).get("as_printed", "")),
        by=str(row.by.name) if row.by else "–",
        at=row.at.date(),
    )
