"""One institution asks another for exact facts about few people, for one matter."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.agreements.vocabulary import RequestState
from sinetra.apps.base.row import Row


class DataRequest(Row):
    """``organisation`` owns the data. ``requester``: the institution that asks, where it has accounts here; its name
    stands in ``requester_name`` either way, and in ``requester_key`` however it is spelled. ``recorded_by``: who wrote
    it down.

    ``request_sealed``: purpose and people. ``matter``: a number, no content. ``power``: the law and article that the
    requester names; ``agreement``: under which it asks, a promise beside it. ``people_count``: for the limit.
    """

    requester = models.ForeignKey("registry.Organisation", null=True, on_delete=models.PROTECT, related_name="+")
    requester_name = models.CharField(max_length=200)
    requester_key = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in RequestState], default=RequestState.ASKED
    )
    agreement = models.ForeignKey(
        "agreements.Agreement", null=True, on_delete=models.PROTECT, related_name="data_requests"
    )
    power = models.CharField(max_length=400)
    matter = models.CharField(max_length=60)
    letter_number = models.CharField(max_length=120, blank=True, default="")
    people_count = models.PositiveSmallIntegerField()
    request_sealed = models.BinaryField()
    asked_on = models.DateField()
    due_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True, default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "asked_on", "id"], name="data_request_worklist"),
            models.Index(fields=["organisation", "-id"], name="data_request_newest"),
            models.Index(fields=["requester", "-id"], name="data_request_of_requester"),
            models.Index(fields=["organisation", "requester_key", "created_at"], name="data_request_in_period"),
        ]

    def __str__(self) -> str:
        return f"{self.requester_name}: {self.matter}"


class RequestedField(Row):
    """One thing that was asked. ``code``: of the catalogue, empty for one in the requester's words (``text``).

    ``approved`` is None until the owner decides, with ``reason`` for this field.
    """

    request = models.ForeignKey(DataRequest, on_delete=models.PROTECT, related_name="fields")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40, blank=True, default="")
    text = models.CharField(max_length=120, blank=True, default="")
    approved = models.BooleanField(null=True)
    reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "place"], name="requested_field_place")]

    def __str__(self) -> str:
        return self.code or self.text
