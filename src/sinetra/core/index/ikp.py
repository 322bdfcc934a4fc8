"""The replica of Bawaslu's IKP ("kompatibel IKP"): classes by mean ± 1 sample standard deviation, or a refusal.

The rule was stated and re-derived from the 34 published scores of 2024. It says nothing on few or skewed scores: with a
lower bound of 0 or less no region could ever be low. Then it is refused, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.configuration import IkpRule

LABEL = "kompatibel IKP"
_FEW = gettext_noop("rata-rata ± simpangan baku memerlukan sedikitnya %(least)s skor, yang diberikan %(number)s")
_BELOW = gettext_noop("batas bawah %(low)s tidak di atas 0, jadi tidak ada daerah yang dapat digolongkan rendah")
_SKEWED = gettext_noop("skor terlalu condong ke satu sisi (kecondongan %(skewness)s, paling besar %(most)s)")
_FLAT = gettext_noop("semua skor sama, jadi tidak ada yang dapat digolongkan")
_OUTSIDE = gettext_noop("%(field)s: %(value)s bukan skor; yang diterima: %(accepted)s")
_BOTH = gettext_noop("%(first)s; %(second)s")
_TWICE = gettext_noop("%(field)s: kode %(value)s tertulis dua kali")


class IkpClass(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Refusal(StrEnum):
    """The ``code`` of the error."""

    FEW = "ikp_too_few"
    BOUND = "ikp_lower_bound"
    SKEW = "ikp_skewed"
    FLAT = "ikp_no_spread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One published score, 0 to 100. ``name`` may be empty."""

    code: str
    score: float
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IkpResult:
    """``low`` and ``high``: mean ± 1 sample SD, unrounded. ``classes`` by code, in the order given."""

    number: int
    mean: float
    deviation: float
    low: float
    high: float
    skewness: float
    classes: Mapping[str, IkpClass]
    counts: Mapping[IkpClass, int]


def classify(scores: Sequence[Scored], rule: IkpRule) -> IkpResult:
    """Errors: ``BadInput`` with a ``Refusal`` as code, or for a score outside 0 to 100 or a repeated code."""
    _check(scores)
    number = len(scores)
    values = [item.score for item in scores]
    mean = math.fsum(values) / number if number else 0.0
    deviation = math.sqrt(math.fsum((x - mean) ** 2 for x in values) / (number - 1)) if number > 1 else 0.0
    reasons = _reasons(number, mean, deviation, skewness(values), rule)
    if reasons:
        raise reasons[0] if len(reasons) == 1 else _all_of(reasons)
    low, high = mean - deviation, mean + deviation
    classes = {item.code: _class(item.score, low, high) for item in scores}
    return IkpResult(
        number=number,
        mean=mean,
        deviation=deviation,
        low=low,
        high=high,
        skewness=skewness(values),
        classes=classes,
        counts={name: sum(found is name for found in classes.values()) for name in reversed(IkpClass)},
    )


def skewness(values: Sequence[float]) -> float:
    """g1 = m3 / m2^1.5 with the moments of the scores themselves; 0 without spread."""
    if not values:
        return 0.0
    mean = math.fsum(values) / len(values)
    second = math.fsum((x - mean) ** 2 for x in values) / len(values)
    third = math.fsum((x - mean) ** 3 for x in values) / len(values)
    return third / second**1.5 if second > 0 else 0.0


def _class(score: float, low: float, high: float) -> IkpClass:
    if score > high:
        return IkpClass.HIGH
    return IkpClass.LOW if score < low else IkpClass.MEDIUM


def _check(scores: Sequence[Scored]) -> None:
    seen: set[str] = set()
    for item in scores:
        if not math.isfinite(item.score) or not 0 <= item.score <= 100:
            raise BadInput(_OUTSIDE, field=f"{item.code}.score", value=item.score, accepted=("0–100",))
        if item.code in seen:
            raise BadInput(_TWICE, field="code", value=item.code)
        seen.add(item.code)


def _reasons(number: int, mean: float, deviation: float, skewed: float, rule: IkpRule) -> list[BadInput]:
    found = []
    if number < rule.fewest:
        found.append(BadInput(_FEW, field="scores", code=Refusal.FEW, least=rule.fewest, number=number))
    if number > 1 and deviation == 0:
        found.append(BadInput(_FLAT, field="scores", code=Refusal.FLAT))
    elif mean - deviation <= 0:
        found.append(BadInput(_BELOW, field="scores", code=Refusal.BOUND, low=f"{mean - deviation:.2f}"))
    if abs(skewed) > rule.skewness:
        shown = {"skewness": f"{skewed:.2f}", "most": f"{rule.skewness:g}"}
        found.append(BadInput(_SKEWED, field="scores", code=Refusal.SKEW, **shown))
    return found


def _all_of(reasons: list[BadInput]) -> BadInput:
    """Every reason at once, so that mending one does not only bring up the next."""
    first, second, *rest = reasons
    joined = BadInput(_BOTH, field="scores", code=first.code, first=first, second=second)
    return joined if not rest else _all_of([joined, *rest])
