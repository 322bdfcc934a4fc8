"""Did the index foresee anything? Scores of one cycle against the proven rate of the next, beside two simple rivals.

Rivals: the rate of the last cycle, and the number of reports. An index that does not beat both is "belum tervalidasi".
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """How well a number foresaw the next rate. ``spearman`` -1 to 1, ``auc`` and ``recall`` 0 to 1; ``None`` where
    there was nothing to rank."""

    spearman: float | None
    auc: float | None
    recall: float | None


class Verdict(StrEnum):
    VALIDATED = "validated"
    NOT_YET = "belum tervalidasi"


class Reason(StrEnum):
    """Why there is no validation."""

    NO_OUTCOME = "no_outcome"
    TOO_FEW = "too_few"
    NOT_BETTER = "not_better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """``number``: units with a score, an outcome and both rivals. ``top``: how many of them are the worst 20 %.

    ``effort``: Spearman correlation of the score with reports in 1,000 staff; high means that the index may follow
    diligent reporters rather than violations.
    """

    verdict: Verdict
    reason: Reason | None
    number: int
    top: int
    index: Skill
    last_rate: Skill
    reports: Skill
    effort: float | None


FEWEST = 20
TOP_SHARE = 0.2


def validate(
    scores: Mapping[str, float],
    outcome: Mapping[str, float],
    last_rate: Mapping[str, float],
    reports: Mapping[str, float],
) -> Validation:
    """All by code: ``outcome``: the proven rate of the next cycle; ``last_rate``: of the last one; ``reports``: in
    1,000 staff, while the score was made. Only units of which all four are known are compared.

    Validated: at least 20 units, and the index is better than both rivals by Spearman, AUC and recall, each.
    """
    codes = sorted(set(scores) & set(outcome) & set(last_rate) & set(reports))
    top = math.ceil(TOP_SHARE * len(codes))
    later = [outcome[code] for code in codes]
    index, last, volume = (
        _skill([values[code] for code in codes], later, top) for values in (scores, last_rate, reports)
    )
    reason = _reason(codes, index, last, volume)
    return Validation(
        verdict=Verdict.VALIDATED if reason is None else Verdict.NOT_YET,
        reason=reason,
        number=len(codes),
        top=top,
        index=index,
        last_rate=last,
        reports=volume,
        effort=spearman([scores[code] for code in codes], [reports[code] for code in codes]),
    )


def _reason(codes: Sequence[str], index: Skill, *rivals: Skill) -> Reason | None:
    if not codes or index.auc is None:
        return Reason.NO_OUTCOME
    if len(codes) < FEWEST:
        return Reason.TOO_FEW
    return None if all(_better(index, rival) for rival in rivals) else Reason.NOT_BETTER


def _better(index: Skill, rival: Skill) -> bool:
    """A rival of which nothing can be said (all its values equal) is beaten by any positive relation."""
    pairs = ((index.spearman, rival.spearman, 0.0), (index.auc, rival.auc, 0.5), (index.recall, rival.recall, 0.0))
    return all(ours is not None and ours > (none if theirs is None else theirs) for ours, theirs, none in pairs)


def _skill(foreseen: Sequence[float], later: Sequence[float], top: int) -> Skill:
    worst = _worst(later, top)
    return Skill(
        spearman=spearman(foreseen, later), auc=auc(foreseen, worst), recall=recall(foreseen, worst, len(worst))
    )


def _worst(later: Sequence[float], top: int) -> frozenset[int]:
    """Places of the ``top`` largest rates, ties at the edge included; a rate of 0 is never among them."""
    if not top:
        return frozenset()
    edge = sorted(later, reverse=True)[top - 1]
    return frozenset(place for place, rate in enumerate(later) if rate >= edge and rate > 0)


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's correlation of mean ranks; ``None`` for fewer than three pairs or where one side does not vary.

    >>> spearman([1, 2, 3], [10, 20, 30])
    1.0
    """
    if len(first) < 3:
        return None
    a, b = mean_ranks(first), mean_ranks(second)
    middle = (len(a) + 1) / 2
    above = math.fsum((x - middle) * (y - middle) for x, y in zip(a, b, strict=True))
    below = math.fsum((x - middle) ** 2 for x in a) * math.fsum((y - middle) ** 2 for y in b)
    return above / math.sqrt(below) if below > 0 else None


def auc(foreseen: Sequence[float], worst: frozenset[int]) -> float | None:
    """Chance that one of the worst has a higher number than one of the others; ties count a half. Mann-Whitney."""
    inside, outside = len(worst), len(foreseen) - len(worst)
    if not inside or not outside:
        return None
    ranks = mean_ranks(foreseen)
    total = math.fsum(ranks[place] for place in worst)
    return (total - inside * (inside + 1) / 2) / (inside * outside)


def recall(foreseen: Sequence[float], worst: frozenset[int], k: int) -> float | None:
    """Share of the worst among the k highest numbers. Ties at the edge share the places that are left."""
    if not worst or not k:
        return None
    edge = sorted(foreseen, reverse=True)[k - 1]
    above = [place for place, x in enumerate(foreseen) if x > edge]
    tied = [place for place, x in enumerate(foreseen) if x == edge]
    found = sum(place in worst for place in above)
    return (found + sum(place in worst for place in tied) * (k - len(above)) / len(tied)) / len(worst)


def mean_ranks(values: Sequence[float]) -> list[float]:
    """1 for the smallest; equal values share the mean of their ranks.

    >>> mean_ranks([5, 1, 5])
    [2.5, 1.0, 2.5]
    """
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for place in order[start : end + 1]:
            ranks[place] = (start + end) / 2 + 1
        start = end + 1
    return ranks


def validation_json(found: Validation) -> dict[str, Any]:
    skills = {"index": found.index, "last_rate": found.last_rate, "reports": found.reports}
    return {
        "verdict": found.verdict.value,
        "reason": None if found.reason is None else found.reason.value,
        "number": found.number,
        "top": found.top,
        **{
            name: {"spearman": skill.spearman, "auc": skill.auc, "recall": skill.recall}
            for name, skill in skills.items()
        },
        "effort": found.effort,
    }
