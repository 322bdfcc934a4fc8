"""Whether a question of the bank may still be asked: computed on read, and daily by the worker."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.catalogue import question_words, rulebook
from sinetra.apps.prevention.models import BankQuestion
from sinetra.core.prevention import question_bank
from sinetra.core.prevention.question_words import QuestionKind


def fault(row: BankQuestion, today: date) -> question_bank.Fault | None:
    """None while its norms and its answer are what they were."""
    return question_bank.fault(
        rulebook(),
        question_words(),
        kind=QuestionKind(row.kind),
        key=row.key,
        norms=row.norms,
        facts=row.facts,
        law_date=row.law_date,
        printed=row.fingerprint,
        today=today,
    )
