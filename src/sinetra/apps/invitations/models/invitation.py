"""One invitation about which somebody asks before deciding. Nothing readable here says who, by whom, or where."""

from __future__ import annotations

from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.invitations.vocabulary import State

HASH_BYTES = 32


class Invitation(Row):
    """``organisation`` is the local government whose team advises.

    Sealed with the data key: ``told`` (what was told, ``told.Told``), ``name`` (only when the asker wants it on the
    proof; advisers never see it), ``decision`` and ``done``. ``recorded_on`` and ``event_on`` are legal dates.
    ``quiet_from``: the later of the last step and the event; ninety days after it an open row goes, thirty days after
    ``ended_at`` an ended one. No row of another app points here.
    """

    state = models.CharField(max_length=8, choices=[(item.value, item.value) for item in State], default=State.OPEN)
    recorded_on = models.DateField()
    recorded_at = models.DateTimeField()
    event_on = models.DateField()
    told_sealed = models.BinaryField()
    name_sealed = models.BinaryField(null=True)
    decision_sealed = models.BinaryField(null=True)
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    done_sealed = models.BinaryField(null=True)
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    quiet_from = models.DateTimeField()
    code_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    content_hash = models.BinaryField(max_length=HASH_BYTES)

    class Meta:
        indexes = [
            models.Index(fields=["state", "ended_at"], name="invitation_to_erase"),
            models.Index(fields=["state", "quiet_from"], name="invitation_silent"),
        ]

    def __str__(self) -> str:
        return f"invitation of {self.recorded_on}"
