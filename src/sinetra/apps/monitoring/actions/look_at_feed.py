"""Asks a feed what is new. Each page that it names is promised to the worker once and read by it, with pauses."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.monitoring.internet import fetcher, kept
from sinetra.apps.monitoring.models import Feed, FeedEntry
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.press.feed import Named, read_feed
from sinetra.ports.fetch import Answer, FetchFailed, cleaned

PAUSE = timedelta(seconds=5)


def look_at_feed(*, feed: Feed, actor: Actor) -> int:
    """How many pages are new. Why a look brought nothing stays in ``feed.last_error``. Errors: ``Conflict`` when it is
    stopped, ``Forbidden``."""
    policy.require(actor, "feed.change", feed)
    if feed.stopped_at is not None:
        raise Conflict(gettext_noop("Umpan ini sudah dihentikan."))
    answer: Answer | None = None
    named: tuple[Named, ...] = ()
    error: dict[str, object] = {}
    try:
        answer = fetcher().get(feed.address, etag=feed.etag, last_modified=feed.last_modified)
        named = () if answer.unchanged else read_feed(answer.data, base=answer.address)
    except (FetchFailed, BadInput) as failed:
        error = kept(failed)
    with unit_of_work(actor) as work:
        new = _promise(work, feed, named)
        marks = {}
        if answer is not None and not answer.unchanged and not error:
            marks = {"etag": answer.etag, "last_modified": answer.last_modified}
        work.change(feed, looked_at=work.at, last_error=error, **marks)
        work.record("feed.look", feed, data={"new": new, "failed": bool(error)})
    return new


def _promise(work: Work, feed: Feed, named: Sequence[Named]) -> int:
    titles: dict[str, str] = {}
    for page in named:
        with suppress(FetchFailed):
            titles.setdefault(cleaned(page.address), page.title)
    rows = FeedEntry.objects.filter(organisation_id=feed.organisation_id, address__in=titles)
    known = set(rows.values_list("address", flat=True))
    new = [(address, title) for address, title in titles.items() if address not in known]
    for number, (address, title) in enumerate(new):
        entry = FeedEntry(organisation_id=feed.organisation_id, feed=feed, address=address, title=title)
        work.create(entry)
        work.record("feed.name_page", entry, data={"feed": str(feed.pk)})
        later = work.at + number * PAUSE
        work.enqueue("feed.read", {"entry": str(entry.pk)}, key=f"feed.read:{entry.pk}", run_after=later)
    return len(new)
