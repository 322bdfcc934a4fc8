"""Work of the outbox: each feed once an hour, each page that it named once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.monitoring.actions.look_at_feed import look_at_feed
from sinetra.apps.monitoring.actions.read_entry import read_entry
from sinetra.apps.monitoring.models import Feed, FeedEntry
from sinetra.ports.clock import now

EVERY = timedelta(hours=1)


@periodic("feed.look_at_all", every=EVERY)
def look_at_all(payload: Mapping[str, Any]) -> None:
    """A task for each feed: one slow site holds up none of the others' errors or letters."""
    del payload
    if not settings.SINETRA_INTERNET:
        return
    at = now()
    for pk in Feed.objects.filter(stopped_at=None).order_by("pk").values_list("pk", flat=True):
        outbox().add("feed.look", {"feed": str(pk)}, key=f"feed.look:{pk}@{at:%Y-%m-%dT%H}", run_after=at)


@handler("feed.look")
def look(payload: Mapping[str, Any]) -> None:
    feed = Feed.objects.filter(pk=UUID(payload["feed"]), stopped_at=None).first()
    if feed is not None and settings.SINETRA_INTERNET:
        look_at_feed(feed=feed, actor=_worker(feed.organisation_id))


@handler("feed.read")
def read(payload: Mapping[str, Any]) -> None:
    entry = FeedEntry.objects.select_related("feed").filter(pk=UUID(payload["entry"])).first()
    if entry is not None and settings.SINETRA_INTERNET:
        read_entry(entry=entry, actor=_worker(entry.organisation_id))


def _worker(organisation: UUID) -> Actor:
    return Actor(kind="system", organisation_id=organisation)
