"""Which norms a real case is about: those that its facts meet, or from which they are excepted, on every possible day.

It is the engine that reads the facts; what the body found stands in the case beside it and may differ (``differs``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sinetra.core.law.cases import RealCase
from sinetra.core.law.decide import decide
from sinetra.core.law.facts import Facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOfNorm:
    """``status``: met or excepted."""

    case: RealCase
    status: Status


def cases_by_norm(book: Rulebook, cases: Iterable[RealCase]) -> Mapping[str, tuple[CaseOfNorm, ...]]:
    """By id of the norm, the cases in their order. Errors: ``BadInput`` for a region or election that is not known."""
    found: dict[str, list[CaseOfNorm]] = {}
    for case in cases:
        for norm, status in _norms(book, case).items():
            found.setdefault(norm, []).append(CaseOfNorm(case=case, status=status))
    return {norm: tuple(items) for norm, items in found.items()}


def _norms(book: Rulebook, case: RealCase) -> dict[str, Status]:
    """A range of days counts where both ends agree; of several acts one is enough."""
    days = [_on_a_day(book, acts) for acts in case.moments]
    first, *rest = days
    return {norm: status for norm, status in first.items() if all(day.get(norm) is status for day in rest)}


def _on_a_day(book: Rulebook, acts: Iterable[Facts]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for facts in acts:
        for item in decide(book, facts).findings:
            if item.status is Status.MET or (item.status is Status.EXCEPTED and item.norm.id not in found):
                found[item.norm.id] = item.status
    return found
