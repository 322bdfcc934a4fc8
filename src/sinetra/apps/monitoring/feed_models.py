"""Feeds of news sites that an office follows, and the pages that they named."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Feed(Row):
    """``last_error``: why the last look brought nothing, as ``{"message", "params"}`` of an error; empty when it did.

    ``etag`` and ``last_modified`` are what the server said last, so that an unchanged feed is not sent again.
    """

    name = models.CharField(max_length=120)
    address = models.CharField(max_length=2000)
    etag = models.CharField(max_length=200, default="")
    last_modified = models.CharField(max_length=60, default="")
    looked_at = models.DateTimeField(null=True)
    last_error = models.JSONField(default=dict)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "address"], name="feed_once")]

    def __str__(self) -> str:
        return self.name


class FeedEntry(Row):
    """One page that a feed named; it is asked for once. ``read_at`` empty: it waits. ``error`` as in ``Feed``."""

    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="entries")
    address = models.CharField(max_length=2000)
    title = models.CharField(max_length=300, default="")
    read_at = models.DateTimeField(null=True)
    article = models.ForeignKey("monitoring.Article", null=True, on_delete=models.PROTECT, related_name="+")
    error = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "address"], name="feed_entry_once")]
        indexes = [models.Index(fields=["feed", "-id"], name="feed_entry_newest")]

    def __str__(self) -> str:
        return self.title or self.address
