"""An office follows a feed no longer; what came through it stays."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import Feed
from sinetra.core.errors import Conflict, gettext_noop


def stop_feed(*, feed: Feed, actor: Actor) -> None:
    """Errors: ``Conflict`` when it was stopped before."""
    policy.require(actor, "feed.change", feed)
    if feed.stopped_at is not None:
        raise Conflict(gettext_noop("Umpan ini sudah dihentikan."))
    with unit_of_work(actor) as work:
        work.change(feed, stopped_at=work.at)
        work.record("feed.stop", feed)
