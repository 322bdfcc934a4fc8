"""An office follows a feed of a news site, from now on or again."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.internet import fetcher
from sinetra.apps.monitoring.models import Feed
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.ports.fetch import FetchFailed, cleaned

MOST = 200


def add_feed(*, name: str, address: str, actor: Actor) -> Feed:
    """The worker looks at it soon. Errors: ``BadInput`` on ``name`` or ``address``, ``Conflict`` if it is followed."""
    policy.require(actor, "feed.change")
    fetcher()
    if not name.strip() or len(name) > 120:
        raise BadInput(gettext_noop("Beri nama, paling banyak 120 huruf."), field="name")
    try:
        wanted = cleaned(address)
    except FetchFailed as error:
        raise BadInput(error.message, field="address", accepted=("http://…", "https://…")) from error
    with unit_of_work(actor) as work:
        here = policy.visible(actor, Feed)
        feed = here.filter(address=wanted).first()
        if feed is not None and feed.stopped_at is None:
            raise Conflict(gettext_noop("Umpan ini sudah diikuti."))
        if here.filter(stopped_at=None)[MOST - 1 :].exists():
            raise BadInput(gettext_noop("Paling banyak %(accepted)s umpan."), field="address", accepted=(str(MOST),))
        if feed is None:
            feed = Feed(organisation_id=actor.office, name=name.strip(), address=wanted)
            work.create(feed)
        else:
            work.change(feed, name=name.strip(), stopped_at=None, last_error={})
        work.record("feed.add", feed)
        work.enqueue("feed.look", {"feed": str(feed.pk)}, key=f"feed.look:{feed.pk}:{feed.version}")
    return feed
