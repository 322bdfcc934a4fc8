"""A *surat edaran* (F11): written here from a template, or read in the press."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sinetra.apps.base.row import Row
from sinetra.apps.registry.vocabulary import SIGNING_ROLES, choices


class Circular(Row):
    """Its number as printed, whom it covers, where it was read; for those written here also the text.

    ``number_key`` makes two prints of one number the same; ``number_variants`` keeps each print with its article and
    place. ``blocks`` is what the officer writes; ``letter`` is the whole text as published, frozen on that day, with
    the norms as they were cited. ``issued_on`` is the day of the letter and of the law that it cites.
    ``law_changed_on``, ``escalated_on``: put on the worklist by the daily jobs.
    """

    class State(models.TextChoices):
        PRESS = "press"
        DRAFT = "draft"
        PUBLISHED = "published"
        SUPERSEDED = "superseded"
        WITHDRAWN = "withdrawn"

    number = models.CharField(max_length=120)
    title = models.CharField(max_length=500, default="")
    issuer = models.CharField(max_length=200, default="")
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField(null=True)
    covers_non_asn = models.BooleanField(null=True)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="circulars")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PRESS)
    number_key = models.CharField(max_length=120, blank=True, default="")
    number_variants = models.JSONField(default=list)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    template = models.CharField(max_length=40, blank=True, default="")
    nature = models.CharField(max_length=20, blank=True, default="")
    place = models.CharField(max_length=100, blank=True, default="")
    addressees = models.JSONField(default=list)
    copies = models.JSONField(default=list)
    statuses = models.JSONField(default=list)
    groups = models.JSONField(default=list)
    signatory_role = models.CharField(max_length=24, choices=choices(SIGNING_ROLES), blank=True, default="")
    blocks = models.JSONField(default=list)
    letter = models.JSONField(default=dict)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True, default="")
    supersedes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="successors")
    law_changed_on = models.DateField(null=True)
    escalated_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], condition=~Q(number=""), name="circular_once"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("written_by")), name="circular_two_persons"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "number_key"], name="circular_by_key"),
            models.Index(fields=["state", "-published_on", "-id"], name="circular_published"),
        ]

    def __str__(self) -> str:
        return self.number or self.title
