"""A letter as it is for the person examined: what the law lets be chosen stands in it, and nothing is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext, override

from sinetra.apps.cases.examinations.penalty_choice import possible_officials, possible_penalties
from sinetra.apps.cases.examinations.said import OFFICIALS, penalty_said
from sinetra.apps.cases.models import Examination
from sinetra.core.casework.letters import ChoicesOf, LetterKind
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.law.words import SanctionClass

_DISCIPLINE = frozenset(
    {SanctionClass.DISCIPLINE_LIGHT, SanctionClass.DISCIPLINE_MEDIUM, SanctionClass.DISCIPLINE_HEAVY}
)


def with_choices(kind: LetterKind, examination: Examination | None) -> LetterKind:
    if examination is None or not any(item.of for item in kind.fields):
        return kind
    fields = (
        item if item.of is None else replace(item, choices=_choices(item.of, examination)) for item in kind.fields
    )
    return replace(kind, fields=tuple(fields))


def _choices(of: ChoicesOf, row: Examination) -> Mapping[str, Bilingual]:
    if of is ChoicesOf.OFFICIALS:
        with override("en"):
            return {
                official.value: Bilingual(id=OFFICIALS[official], en=gettext(OFFICIALS[official]))
                for official in possible_officials(row)
            }
    return {
        penalty.id: Bilingual(id=penalty_said(penalty), en=f"{penalty.text.en} ({penalty.article})")
        for penalty in possible_penalties(row)
        if (penalty.sanction_class in _DISCIPLINE) is (of is ChoicesOf.DISCIPLINE)
    }
