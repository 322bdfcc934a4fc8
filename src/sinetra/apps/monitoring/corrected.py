"""The facts of an article as people left them: what every page and register reads."""

from __future__ import annotations

from typing import Any

from sinetra.apps.monitoring.models import Article, Correction
from sinetra.core.press.corrections import Fix, Verdict, corrected


def standing(article: Article) -> list[Correction]:
    """The corrections that hold, oldest first. ``selectors.articles`` has read them already."""
    return sorted((row for row in article.corrections.all() if row.taken_back_at is None), key=lambda row: row.pk)


def fix_of(row: Correction) -> Fix:
    return Fix(field=row.field, verdict=Verdict(row.verdict), reader=row.reader, person=row.person)


def facts_of(article: Article) -> dict[str, Any]:
    """By contract 4, with what persons said of single facts in the place of what was read."""
    return corrected(article.facts, [fix_of(row) for row in standing(article)])
