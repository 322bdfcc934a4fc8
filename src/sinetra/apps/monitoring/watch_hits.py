"""A new article, or one that has got more pages, against the running watch lists of its office."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.base.work import Work
from sinetra.apps.monitoring.models import Article, WatchHit, WatchList
from sinetra.core.press.watching import matches


def note_hits(work: Work, lists: Sequence[WatchList], article: Article) -> int:
    """How many lists found something new. What was found before stays, with its places in the text as it is now."""
    before = {hit.watch_list_id: hit for hit in article.watch_hits.select_related("watch_list")}
    stopped = [hit.watch_list for hit in before.values() if hit.watch_list.stopped_at is not None]
    noted = 0
    for row in (*lists, *stopped):
        found = [match.to_json() for match in matches(row.watch, article.text, article.facts)]
        if (hit := before.get(row.pk)) is not None:
            if found != hit.matches:
                work.change(hit, matches=found)
                work.record("watch_hit.renew", hit, data={"article": str(article.pk)})
        elif found:
            hit = WatchHit(organisation_id=article.organisation_id, watch_list=row, article=article, matches=found)
            work.create(hit)
            work.record("watch_hit.note", hit, data={"watch_list": str(row.pk), "article": str(article.pk)})
            noted += 1
    return noted
