"""A matter (perkara): what one office does about a report, a finding, or what another office handed to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from sinetra.apps.base.row import Row
from sinetra.apps.cases.vocabulary import MATTER_STATES, MatterKind, Outcome, choices
from sinetra.apps.reports.law_clock import Regime


class Matter(Row):
    """``number`` is gapless in an office and year. The same event is another matter, with its own number, at each
    office that handles it.

    ``register_number`` is gapless as well; only what was found complete, or is a finding, ever gets one.

    ``corrected_at``: the office that had handed it over says that nothing was proven; from then on it names nobody.

    ``report`` is set where the reports live; ``facts_sealed`` holds what a package told to a receiving office.

    ``answer_recorded``: that the other side has it, or sent it back, is what this office itself recorded.
    ``erased_at``: its time was over, and what was sealed is gone.
    """

    number = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=24, choices=choices(MatterKind))
    state = models.CharField(max_length=24, choices=choices(MATTER_STATES))
    report = models.OneToOneField("reports.Report", null=True, on_delete=models.PROTECT, related_name="matter")
    region = models.ForeignKey("registry.Region", on_delete=models.PROTECT, related_name="+")
    election = models.CharField(max_length=60, blank=True, default="")
    regime = models.CharField(max_length=8, choices=choices(Regime), default=Regime.NONE)
    acts = models.JSONField(default=list)
    happened_on = models.DateField(null=True)
    facts_sealed = models.BinaryField(null=True)
    handler = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_on = models.DateField()
    register_number = models.CharField(max_length=60, blank=True, default="")
    register_year = models.PositiveSmallIntegerField(null=True)
    register_sequence = models.PositiveIntegerField(null=True)
    registered_on = models.DateField(null=True)
    outcome = models.CharField(max_length=24, choices=choices(Outcome), blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    corrected_at = models.DateTimeField(null=True)
    answer_recorded = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "year", "sequence"], name="matter_number_once"),
            models.UniqueConstraint(
                fields=["organisation", "register_year", "register_sequence"], name="matter_register_once"
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "-opened_at", "-id"], name="matter_newest"),
            models.Index(fields=["organisation", "state", "-opened_at", "-id"], name="matter_by_state"),
            models.Index(
                fields=["closed_at", "id"],
                condition=Q(closed_at__isnull=False, erased_at__isnull=True),
                name="matter_to_erase",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_cleared(self) -> bool:
        """Nothing was proven: no list, search, export or figure finds anybody by it (presumption of innocence)."""
        return self.outcome == Outcome.NOT_PROVEN or self.corrected_at is not None
