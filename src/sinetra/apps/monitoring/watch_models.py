"""Watch lists over the published press, what they found, and the week that was told of. Nothing here names a person."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.core.press.watching import Watch


class WatchList(Row):
    """Words, offices, event types and regions (codes) that new articles are compared with. It never holds a person's
    name or account (core.press.watch_guard). A stopped list keeps what it found."""

    name = models.CharField(max_length=80)
    words = models.JSONField(default=list)
    offices = models.JSONField(default=list)
    event_types = models.JSONField(default=list)
    regions = models.JSONField(default=list)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "-id"], name="watch_list_newest")]

    def __str__(self) -> str:
        return self.name

    @property
    def watch(self) -> Watch:
        return Watch(words=self.words, offices=self.offices, event_types=self.event_types, regions=self.regions)


class WatchHit(Row):
    """One article in which a list found something. ``matches``: each ``{"kind", "term", "span"}``, span null for a fact
    without a place in the text."""

    watch_list = models.ForeignKey(WatchList, on_delete=models.PROTECT, related_name="hits")
    article = models.ForeignKey("monitoring.Article", on_delete=models.PROTECT, related_name="watch_hits")
    matches = models.JSONField(default=list)
    seen_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch_list", "article"], name="watch_hit_once")]
        indexes = [
            models.Index(fields=["organisation", "watch_list", "-id"], name="watch_hit_newest"),
            models.Index(fields=["organisation", "created_at"], name="watch_hit_by_week"),
        ]

    def __str__(self) -> str:
        return f"{self.watch_list_id} {self.article_id}"


class WeeklyDigest(Row):
    """The week that begins on this Monday was told to the press readers of the office. One row a week and office."""

    week = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "week"], name="weekly_digest_once")]

    def __str__(self) -> str:
        return self.week.isoformat()
