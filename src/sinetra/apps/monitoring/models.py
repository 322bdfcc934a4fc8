"""The press register: articles as captured and read, and the events (stories) they tell of."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.monitoring.feed_models import Feed, FeedEntry
from sinetra.apps.monitoring.page_models import ArticlePage
from sinetra.apps.monitoring.standing_models import PublishedStanding
from sinetra.apps.monitoring.watch_models import WatchHit, WatchList, WeeklyDigest
from sinetra.core.press.corrections import Verdict

__all__ = [
    "Article",
    "ArticlePage",
    "Correction",
    "Feed",
    "FeedEntry",
    "PressLead",
    "PublishedFigure",
    "PublishedStanding",
    "Story",
    "WatchHit",
    "WatchList",
    "WeeklyDigest",
]


class Story(Row):
    """One event as one or more outlets tell it. A person confirms it before anything enters a register.

    ``quoted``: facts that a person took from the text before corrections were kept with their article, each ``{"field",
    "article", "span", "as_printed", "value"}``. They hold; new ones are a ``Correction``. ``into``: the event that this
    one was joined to.
    ``affair_key``: what the steps of one affair share (report, clarification, sanction); never shown.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed"
        CONFIRMED = "confirmed"
        REJECTED = "rejected"
        JOINED = "joined"

    title = models.CharField(max_length=300)
    event_type = models.CharField(max_length=24)
    event_date = models.DateField(null=True)
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    conflicts = models.JSONField(default=list)
    quoted = models.JSONField(default=list)
    affair_key = models.CharField(max_length=120, default="", blank=True)
    decided_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joined")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="story_newest"),
            models.Index(fields=["organisation", "state", "-id"], name="story_by_state"),
            models.Index(fields=["organisation", "event_type", "-id"], name="story_by_kind"),
            models.Index(fields=["organisation", "region", "-id"], name="story_by_region"),
            models.Index(fields=["organisation", "region", "event_date"], name="story_by_region_day"),
            models.Index(fields=["organisation", "affair_key"], name="story_by_affair"),
            models.Index(fields=["organisation", "created_at"], name="story_by_week"),
        ]

    def __str__(self) -> str:
        return self.title


class Article(Row):
    """One capture: the bytes as they came (blob), the clean text, and what was read from it (contract 4).

    ``sha256`` is that of the file; the second page of an archive and those after it have one made of it and their
    number. ``capture`` names the blob with the bytes of this page alone (before release 0.2 empty: that of the file).
    ``belongs``: what all pages of the article have in common (core.press.pages), empty where they do not say it;
    ``page_number``: of the first page that came. The others are ``pages``.
    """

    class Way(models.TextChoices):
        FILE = "file"
        PASTED = "pasted"
        ADDRESS = "address"
        FEED = "feed"

    story = models.ForeignKey(Story, null=True, on_delete=models.PROTECT, related_name="articles")
    source = models.CharField(max_length=500)
    sha256 = models.CharField(max_length=64)
    capture = models.CharField(max_length=64, default="")
    media_type = models.CharField(max_length=60, default="")
    came_by = models.CharField(max_length=10, choices=Way.choices, default=Way.FILE)
    address = models.CharField(max_length=2000, default="")
    outlet = models.CharField(max_length=200, default="")
    title = models.CharField(max_length=300, default="")
    belongs = models.CharField(max_length=64, default="")
    page_number = models.PositiveSmallIntegerField(default=1)
    captured_at = models.DateTimeField()
    text = models.TextField()
    facts = models.JSONField()
    is_sample = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="article_once")]
        indexes = [
            models.Index(fields=["organisation", "-id"], name="article_newest"),
            models.Index(fields=["organisation", "captured_at"], name="article_by_week"),
            models.Index(fields=["organisation", "address"], name="article_by_address"),
            models.Index(fields=["organisation", "outlet", "story"], name="article_by_outlet"),
            models.Index(fields=["organisation", "belongs"], name="article_by_pages"),
        ]

    def __str__(self) -> str:
        return self.title or self.source


class Correction(Row):
    """What a person says of one fact of an article; the last word on it holds until it is taken back.

    ``reader``: the fact as it was read (contract 4), null for one that was missed. ``person``: the fact that stands in
    its place, null for one that was accepted or is not in the text.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="corrections")
    field = models.CharField(max_length=40)
    verdict = models.CharField(max_length=10, choices=[(verdict.value, verdict.value) for verdict in Verdict])
    reader = models.JSONField(null=True)
    person = models.JSONField(null=True)
    reason = models.CharField(max_length=500, default="")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["article", "id"], name="correction_of_article")]

    def __str__(self) -> str:
        return f"{self.field}: {self.verdict}"


class PublishedFigure(Row):
    """A number as a body gave it in the press, with its day and its place in the article. It is not counted here."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="figures")
    span = models.JSONField()
    value = models.PositiveIntegerField()
    unit = models.CharField(max_length=60)
    body = models.CharField(max_length=200)
    as_of = models.DateField()
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "span", "unit"], name="figure_once")]
        indexes = [models.Index(fields=["organisation", "-id"], name="figure_newest")]

    def __str__(self) -> str:
        return f"{self.value} {self.unit}"


class PressLead(Row):
    """Initial information (informasi awal) that Bawaslu took from an article: which report came of which article."""

    article = models.OneToOneField(Article, on_delete=models.PROTECT, related_name="lead")
    report = models.OneToOneField("reports.Report", on_delete=models.PROTECT, related_name="press_lead")

    def __str__(self) -> str:
        return str(self.article_id)
