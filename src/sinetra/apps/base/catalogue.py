"""What is read once a process, when first asked for: the catalogue, and what this installation adds to it.

A timetable that was imported lies in the data folder; running processes know it after a restart.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from sinetra.catalogue import ROOT

if TYPE_CHECKING:
    from sinetra.core.clock import Clock
    from sinetra.core.law import Rulebook
    from sinetra.core.law.case_norms import CaseOfNorm
    from sinetra.core.press import Lexicon
    from sinetra.core.prevention.question_words import QuestionWords


def own_folder() -> Path:
    """What lies here beside the catalogue, in folders of the same names."""
    return Path(settings.SINETRA_DATA)


@cache
def rulebook() -> Rulebook:
    """All norms, compiled. Errors: those of a faulty catalogue, with file and line."""
    from sinetra.core.law import load_rulebook

    return load_rulebook(ROOT, own_folder())


@cache
def _cases_by_norm() -> Mapping[str, tuple[CaseOfNorm, ...]]:
    from sinetra.core.law.case_norms import cases_by_norm
    from sinetra.core.law.case_reader import load_cases

    return cases_by_norm(rulebook(), load_cases(ROOT, rulebook().instruments))


def cases_of(norm: str) -> tuple[CaseOfNorm, ...]:
    """The real cases whose facts meet the norm or are excepted from it."""
    return _cases_by_norm().get(norm, ())


@cache
def clock() -> Clock:
    """Calendars, deadline rules and timetables."""
    from sinetra.core.clock import load_clock

    return load_clock(ROOT, own_folder())


@cache
def lexicon() -> Lexicon:
    """The words of the press reader."""
    from sinetra.core.press import load_lexicon

    return load_lexicon(ROOT)


@cache
def question_words() -> QuestionWords:
    """The scenes and words that questions of the bank are made of."""
    from sinetra.core.prevention.question_words import load_question_words

    return load_question_words(ROOT)
