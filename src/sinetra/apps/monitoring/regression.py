"""Corrections as regression cases: which text, which field, what a person expects there and what must not be read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sinetra.apps.monitoring.models import Correction
from sinetra.core.press.corrections import Verdict, answer


def cases() -> Iterator[dict[str, Any]]:
    """Of all corrections that hold, oldest first, row by row. Whoever runs this holds the database."""
    rows = Correction.objects.filter(taken_back_at=None).select_related("article").order_by("id")
    for row in rows.iterator(chunk_size=200):
        read = answer(row.field, row.reader)
        agreed = row.verdict == Verdict.ACCEPTED
        yield {
            "capture_sha256": row.article.sha256,
            "text_sha256": hashlib.sha256(row.article.text.encode()).hexdigest(),
            "field": row.field,
            "verdict": row.verdict,
            "expected": read if agreed else answer(row.field, row.person),
            "denied": None if agreed else read,
        }
