"""A short text of the office for messages to reporters; nobody's name is in it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.core.casework.replies import LONGEST_TEXT, LONGEST_TITLE


class ReplyText(Row):
    """``stands_for``: the default of the catalogue that it takes the place of, empty for one of the office's own."""

    stands_for = models.CharField(max_length=40, blank=True, default="")
    title = models.CharField(max_length=LONGEST_TITLE)
    text = models.CharField(max_length=LONGEST_TEXT)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "stands_for"],
                condition=Q(retired_at__isnull=True) & ~Q(stands_for=""),
                name="one_reply_for_a_default",
            )
        ]
        indexes = [models.Index(fields=["organisation", "retired_at", "title"], name="reply_text_in_use")]

    def __str__(self) -> str:
        return self.title
