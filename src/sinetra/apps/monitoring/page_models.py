"""Further pages of an article: what came of it besides its first page."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class ArticlePage(Row):
    """A page of an article whose text is in the article; its bytes are kept as they came.

    ``sha256``, ``capture``, ``address`` and ``media_type`` as in ``Article``; ``number`` is its own among the pages.
    """

    article = models.ForeignKey("monitoring.Article", on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    capture = models.CharField(max_length=64)
    media_type = models.CharField(max_length=60, default="")
    address = models.CharField(max_length=2000, default="")
    captured_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "sha256"], name="article_page_once")]
        indexes = [models.Index(fields=["organisation", "address"], name="article_page_by_address")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.number}"
