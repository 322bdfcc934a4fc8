"""A *nota kesepahaman* between institutions (F8), what it obliges to, and what belongs to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.base.row import Row


class Agreement(Row):
    """A promise is not a legal basis: it opens no data by itself.

    ``parties``: names of institutions. ``partner``: the other one, where it has accounts here. ``covers``: codes of the
    rules that read articles. ``articles``: ``{"number", "text"}`` each. ``signatories``: offices, no names.
    ``contacts_sealed``: lines. ``story``: it was read in the press. ``…_on`` are legal dates, unknown stays empty.
    """

    title = models.CharField(max_length=300)
    parties = models.JSONField(default=list)
    covers = models.JSONField(default=list)
    region = models.ForeignKey("registry.Region", null=True, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(null=True)
    story = models.ForeignKey("monitoring.Story", null=True, on_delete=models.PROTECT, related_name="agreements")
    state = models.CharField(
        max_length=8, choices=[(item.value, item.value) for item in AgreementState], default=AgreementState.PRESS
    )
    partner = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=120, blank=True, default="")
    scope = models.TextField(blank=True, default="")
    articles = models.JSONField(default=list)
    signatories = models.JSONField(default=list)
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    review_on = models.DateField(null=True)
    contacts_sealed = models.BinaryField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="agreement_newest"),
            models.Index(fields=["partner", "-id"], name="agreement_of_partner"),
        ]

    def __str__(self) -> str:
        return self.title


class Obligation(Row):
    """What one party owes. ``owner``: an office in words; ``owner_organisation`` where it works with Sinetra here.

    Either a day (``due_on``), or so many days from each request (``answer_days``). Open while ``done_on`` is empty.
    """

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="obligations")
    article = models.CharField(max_length=40, blank=True, default="")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=200)
    owner_organisation = models.ForeignKey(
        "registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    gives_data = models.BooleanField(default=False)
    due_on = models.DateField(null=True)
    answer_days = models.PositiveSmallIntegerField(null=True)
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["owner_organisation", "due_on", "id"],
                condition=Q(done_on__isnull=True, due_on__isnull=False),
                name="obligation_due",
            ),
            models.Index(fields=["agreement", "id"], name="obligation_of_agreement"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__isnull=False, answer_days__isnull=True)
                | Q(due_on__isnull=True, answer_days__isnull=False),
                name="obligation_day_or_days",
            )
        ]

    def __str__(self) -> str:
        return self.text


class AgreementAnnex(Row):
    """``blob`` names the sealed file; ``name`` is the title that people read, never a path."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="annexes")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    octets = models.PositiveIntegerField()
    blob = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["agreement", "id"], name="annex_of_agreement")]

    def __str__(self) -> str:
        return self.name


class AgreementMeeting(Row):
    """An activity of prevention that was held under an agreement; minutes and commitments stand there."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="meetings")
    activity = models.ForeignKey("prevention.Activity", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "activity"], name="agreement_meeting_once")]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.activity_id}"
