"""A question of the bank: from the rulebook, or written by an officer; published by a second person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row


class BankQuestion(Row):
    """``source``: the scene and its stage, empty for one that an officer wrote. ``previous``: the version it rewords.

    ``options``: ``[{"code", "id", "en"}]``, ``key`` the code of the right one. English may be empty for an officer's
    own. ``facts`` and ``key`` of a generated question are those of the law engine and never reworded. ``norms`` are
    ids of the catalogue, ``fingerprint`` of them as they stood on ``law_date``.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"
        RETIRED = "retired"

    class Kind(models.TextChoices):
        MAY = "may"
        SCOPE = "scope"
        OWN = "own"

    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    source = models.CharField(max_length=120, blank=True, default="")
    topic = models.CharField(max_length=20)
    prompt_id = models.TextField()
    prompt_en = models.TextField(blank=True, default="")
    options = models.JSONField(default=list)
    key = models.CharField(max_length=20)
    explanation_id = models.TextField()
    explanation_en = models.TextField(blank=True, default="")
    norms = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    law_date = models.DateField()
    fingerprint = models.CharField(max_length=64)
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="later")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    retired_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["organisation", "state", "-id"], name="bank_question_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")), name="bank_question_two_persons"
            )
        ]

    def __str__(self) -> str:
        return self.prompt_id

    @property
    def scene(self) -> str:
        """Two questions of one scene give each other away."""
        return self.source.split(":")[0] or str(self.pk)

    @property
    def right(self) -> dict[str, str]:
        """The option that is right."""
        return next(item for item in self.options if item["code"] == self.key)
