"""One question to the Tim Netralitas. Nothing here says who asked: no name, account, address or machine."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from sinetra.apps.advice.vocabulary import QuestionState
from sinetra.apps.base.row import Row

HASH_BYTES = 32


class Question(Row):
    """``organisation`` is the local government whose team answers.

    What was asked (``text``, ``facts``: the shape of ``sinetra decide``) and the ``answer`` (text, law date, norms)
    are sealed with the data key. ``code_hash``, ``key_hash`` and ``content_hash`` are keyed. ``asked_on`` and
    ``answered_on`` are legal dates; thirty days after ``answered_at``, or ninety after it was asked, the row goes. No
    other row points here, so that nothing keeps a trace of it.
    """

    state = models.CharField(
        max_length=8, choices=[(item.value, item.value) for item in QuestionState], default=QuestionState.NEW
    )
    asked_on = models.DateField()
    text_sealed = models.BinaryField()
    facts_sealed = models.BinaryField()
    answer_sealed = models.BinaryField(null=True)
    answered_on = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    code_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    key_hash = models.BinaryField(max_length=HASH_BYTES, unique=True)
    content_hash = models.BinaryField(max_length=HASH_BYTES)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "state", "asked_on", "id"], name="question_worklist"),
            models.Index(fields=["state", "answered_at"], name="question_to_erase"),
        ]

    def __str__(self) -> str:
        return f"question of {self.asked_on}"
