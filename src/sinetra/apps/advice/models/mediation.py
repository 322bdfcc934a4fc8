"""Friction between two colleagues and a mediator. Who they are stands in no column."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.advice.models.question import HASH_BYTES
from sinetra.apps.advice.vocabulary import MediationOutcome, MediationState
from sinetra.apps.base.row import Row


class Mediation(Row):
    """``organisation`` is the local government whose team mediates.

    ``request`` (text, units, names, contact), ``offer`` (mediator, unit, day, time, place) and ``talk`` (messages of
    each side with the mediator) are sealed with the data key. ``ties`` holds keyed hashes of who may not mediate
    (``mediation_ties``). ``code_hash`` is of the code of the one who asked, ``invited_hash`` of the colleague's.
    ``moved_at``: the last thing that anybody did. ``…_on`` are legal dates.
    No other row points here, so that nothing keeps a trace of it.
    """

    state = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in MediationState], default=MediationState.NEW
    )
    outcome = models.CharField(
        max_length=16, choices=[(item.value, item.value) for item in MediationOutcome], blank=True, default=""
    )
    asked_on = models.DateField()
    moved_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    asker_agreed_on = models.DateField(null=True)
    invited_agreed_on = models.DateField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ties = models.TextField(blank=True, default="")
    request_sealed = models.BinaryField()
    offer_sealed = models.BinaryField(null=True)
    talk_sealed = models.BinaryField(null=True)
    code_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    invited_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    content_hash = models.BinaryField(max_length=HASH_BYTES)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "asked_on", "id"], name="mediation_worklist"),
            models.Index(fields=["state", "ended_at"], name="mediation_to_erase"),
        ]

    def __str__(self) -> str:
        return f"mediation of {self.asked_on}"
