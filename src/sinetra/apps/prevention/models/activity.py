"""An activity of prevention: a visit, a session, a meeting of several days, a morning assembly, one online."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row


class Activity(Row):
    """What is planned or was held (F1, F7). Unknown stays empty.

    ``story``: it was read in the press; until ``confirmed_at`` it is known from there only. ``units`` and the other
    lists hold words as printed; units of the registry stand in ``ActivityUnit``. ``groups``: values of ``Position``
    and ``SubjectStatus`` for which it is meant. ``facts_from``: field name to the places in the articles that say so,
    each ``{"article": id, "span": [start, end], "as_printed": text, "value": what was read, "by": "reader | person"}``.
    ``corrections``: what the organiser changed when confirming, each ``{"field", "was", "now"}``, as texts.
    """

    class Kind(models.TextChoices):
        SOCIALISATION = "sosialisasi"
        COORDINATION = "rakor"
        VISIT = "kunjungan"
        ASSEMBLY = "apel"
        ONLINE = "daring"

    class State(models.TextChoices):
        PLANNED = "planned"
        HELD = "held"
        CANCELLED = "cancelled"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.HELD)
    programme = models.ForeignKey(
        "prevention.Programme", null=True, on_delete=models.PROTECT, related_name="activities"
    )
    title = models.CharField(max_length=300)
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(null=True)
    duration_days = models.PositiveSmallIntegerField(null=True)
    organiser = models.CharField(max_length=200, default="")
    opened_by = models.CharField(max_length=300, blank=True, default="")
    theme = models.CharField(max_length=300, default="")
    agenda = models.TextField(blank=True, default="")
    minutes = models.TextField(blank=True, default="")
    meeting_link = models.CharField(max_length=300, blank=True, default="")
    venues = models.JSONField(default=list)
    units = models.JSONField(default=list)
    speakers = models.JSONField(default=list)
    audience = models.JSONField(default=list)
    groups = models.JSONField(default=list)
    participants = models.PositiveIntegerField(null=True)
    participants_approximate = models.BooleanField(default=False)
    covers_non_asn = models.BooleanField(null=True)
    facts_from = models.JSONField(default=dict)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="activities")
    confirmed_by = models.ForeignKey("accounts.User", null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirmation_note = models.TextField(blank=True, default="")
    corrections = models.JSONField(default=list)
    cancel_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-starts_on", "-id"], name="activity_by_day"),
            models.Index(fields=["programme", "-id"], name="activity_of_programme"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def known_from_press_only(self) -> bool:
        return self.story_id is not None and self.confirmed_at is None


class ActivityUnit(Row):
    """A unit for which an activity is planned. With ``letter`` it was invited, at ``invited_at``."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="invited_units")
    unit = models.ForeignKey("registry.Unit", on_delete=models.PROTECT, related_name="+")
    letter = models.ForeignKey(
        "prevention.InvitationLetter", null=True, on_delete=models.PROTECT, related_name="addressees"
    )
    invited_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "unit"], name="activity_unit_once")]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.unit_id}"
