"""Closed sets of advice. Values are stored and public: rename nothing."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

# From the answer to the erasure of question and answer (principle 8).
KEPT = timedelta(days=30)
#: A question that nobody answered is kept so long after it was asked.
KEPT_UNANSWERED = timedelta(days=90)


class QuestionState(StrEnum):
    """An answered question is erased thirty days later; then nothing of it is left."""

    NEW = "new"
    ANSWERED = "answered"


class OpinionState(StrEnum):
    """A draft has one author; a second person's check publishes it. Withdrawn: the law changed, or for a reason."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
