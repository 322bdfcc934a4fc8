"""What was told of the approved fields, on which law, until when, and who looked."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.agreements.vocabulary import Opened
from sinetra.apps.base.row import Row


class Disclosure(Row):
    """``organisation`` owns the data; ``requester`` as in the request, for the register.

    ``basis``: law and article of this disclosure, as the owner typed it: nobody has checked the article.
    ``fields``: what each person's values stand for, in words, in order.
    ``disclosed_sealed``: people with one value for each of ``fields``; emptied after its time. Open until
    ``expires_at`` (real time) or ``ended_at``, whichever comes first.
    """

    request = models.OneToOneField("agreements.DataRequest", on_delete=models.PROTECT, related_name="disclosure")
    requester = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    requester_name = models.CharField(max_length=200)
    basis = models.CharField(max_length=400)
    fields = models.JSONField(default=list)
    disclosed_sealed = models.BinaryField()
    disclosed_on = models.DateField()
    disclosed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-id"], name="disclosure_register"),
            models.Index(fields=["requester", "-id"], name="disclosure_of_requester"),
            models.Index(fields=["expires_at"], name="disclosure_to_empty"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Printed across every copy: the end of the id, which no two share in practice and which says nothing."""
        return f"D-{self.pk.hex[-8:].upper()}"


class DisclosureOpening(Row):
    """Somebody looked at a disclosure, or took a copy of it. ``organisation`` owns the data and reads this.

    ``by_owner``: the owner printed it for a requester without an account.
    """

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="openings")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    how = models.CharField(max_length=4, choices=[(item.value, item.value) for item in Opened])
    by_owner = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["disclosure", "-opened_at", "-id"], name="opening_of_disclosure"),
            models.Index(fields=["opened_at"], name="opening_to_forget"),
        ]

    def __str__(self) -> str:
        return f"{self.how} {self.opened_at}"
