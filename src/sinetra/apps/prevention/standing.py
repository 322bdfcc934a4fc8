"""Whether a question of the bank may still be asked: computed on read, and daily by the worker."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from sinetra.apps.base.catalogue import question_words, rulebook
from sinetra.apps.prevention.models import BankQuestion
from sinetra.core.prevention import question_bank
from sinetra.core.prevention.question_bank import Fault
from sinetra.core.prevention.question_words import QuestionKind


def fault(row: BankQuestion, today: date) -> Fault | None:
    """None while its norms and its answer are what they were."""
    facts = json.dumps(row.facts, sort_keys=True)
    return _fault(row.kind, row.key, tuple(row.norms), facts, row.law_date, row.fingerprint, today)


@lru_cache(maxsize=4096)
def _fault(
    kind: str, key: str, norms: tuple[str, ...], facts: str, law_date: date, printed: str, today: date
) -> Fault | None:
    """The catalogue of a process does not change, so neither does this."""
    return question_bank.fault(
        rulebook(),
        question_words(),
        kind=QuestionKind(kind),
        key=key,
        norms=norms,
        facts=json.loads(facts),
        law_date=law_date,
        printed=printed,
        today=today,
    )
