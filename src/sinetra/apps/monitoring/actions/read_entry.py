"""The page that a feed named, asked for once; the answer or the reason why there is none stays."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.actions.fetch_article import fetch_article
from sinetra.apps.monitoring.internet import kept
from sinetra.apps.monitoring.models import Article, FeedEntry
from sinetra.core.errors import BadInput
from sinetra.ports.fetch import FetchFailed


def read_entry(*, entry: FeedEntry, actor: Actor) -> None:
    """Twice does no harm: a page that was read is not asked for again, nor one of a stopped feed. Errors: none of the
    site's; ``Forbidden``."""
    policy.require(actor, "feed.change", entry)
    if entry.read_at is not None or entry.feed.stopped_at is not None:
        return
    article: Article | None = None
    error: dict[str, object] = {}
    try:
        article = fetch_article(address=entry.address, actor=actor, way=Article.Way.FEED).first
    except (FetchFailed, BadInput) as failed:
        error = kept(failed)
    with unit_of_work(actor) as work:
        work.change(entry, read_at=work.at, article=article, error=error)
        work.record("feed.read", entry, data={"failed": bool(error)})
