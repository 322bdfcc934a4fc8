"""A letter about a replacement: to the minister, to BKN, or the undoing of an inauguration."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.base.row import Row
from sinetra.apps.careers.vocabulary import LetterKind, LetterState
from sinetra.apps.registry.vocabulary import choices


class TransferLetter(Row):
    """Its text is frozen and sealed with the PDF in ``blob``; ``code_hash`` is what is kept of the code in its QR, and
    ``sha256`` that of the file, for whoever holds the paper."""

    step = models.ForeignKey("careers.CareerStep", on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=12, choices=choices(LetterKind))
    state = models.CharField(max_length=8, choices=choices(LetterState), default=LetterState.ISSUED)
    number = models.CharField(max_length=120)
    dated_on = models.DateField()
    blob = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64, unique=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    end_reason = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="transfer_letter_number_once")]
        indexes = [models.Index(fields=["step", "-id"], name="transfer_letter_of_step")]

    def __str__(self) -> str:
        return self.number
