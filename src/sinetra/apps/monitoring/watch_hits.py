"""A new article against the running watch lists of its office."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.models import Article, WatchHit, WatchList
from sinetra.core.press.watching import matches


def note_hits(work: Work, lists: Sequence[WatchList], article: Article) -> int:
    """How many lists found something."""
    noted = 0
    for row in lists:
        found = matches(row.watch, article.text, article.facts)
        if found:
            hit = WatchHit(
                organisation_id=article.organisation_id,
                watch_list=row,
                article=article,
                matches=[match.to_json() for match in found],
            )
            work.create(hit)
            work.record("watch_hit.note", hit, data={"watch_list": str(row.pk), "article": str(article.pk)})
            noted += 1
    return noted
