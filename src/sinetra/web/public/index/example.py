"""The worked example of the method page: an invented kecamatan, computed by the method in force, each step to be
followed with a pocket calculator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sinetra.apps.index.method import method
from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.compute import Found, measured
from sinetra.core.index.configuration import Dimension, Indicator
from sinetra.core.index.inputs import Event, Kind, Severity, Unit, Value

DAY = date(2024, 11, 22)
_SOURCE = "contoh rekaan"
_VALUES: Mapping[str, float] = {
    "incumbent": 1.0,
    "arrears": 0.25,
    "stage": 1.0,
    "margin": 12.0,
    "exposed_posts": 0.05,
    "asn_share": 20.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``amount`` as it is known, ``score`` of it 0 to 100, both rounded for print."""

    indicator: Indicator
    amount: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One dimension: what is known of it, their mean, its part in the index (hundredths) and the points from it."""

    dimension: Dimension
    lines: list[Line]
    mean: float
    weight: float
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """``known``: share of the weight that is known, in hundredths; ``missing``: the indicators without a value."""

    steps: list[Step]
    score: float
    low: float
    high: float
    geometric: float
    known: float
    missing: list[Indicator]


def unit() -> Unit:
    """800 civil servants, two final decisions (light, on the day; medium, four years ago), half of them reached."""
    return Unit(
        code="99.71.09",
        name="Kecamatan Contoh",
        kind=Kind.REGION,
        parent="99.71",
        staff=800,
        values={
            name: Value(amount=amount, source=_SOURCE, as_of=DAY, confidence=Confidence.UNCHECKED)
            for name, amount in _VALUES.items()
        },
        events=(
            Event(severity=Severity.MEDIUM, on=date(2020, 11, 22)),
            Event(severity=Severity.LIGHT, on=DAY),
        ),
        open_cases=2,
        overdue=1,
        coverage=0.6,
        has_channel=True,
    )


@lru_cache(maxsize=1)
def example() -> Example:
    """Alone in its reference set, the unit keeps its own rate."""
    used = method()
    (found,) = measured([unit()], used, DAY)
    scored = found.scored
    assert scored.index is not None and scored.geometric is not None  # noqa: S101 - enough of it is known
    known = {item.id: score for item in used.dimensions if (score := scored.dimensions[item.id]) is not None}
    whole = sum(item.weight for item in used.dimensions if item.id in known)
    return Example(
        steps=[
            Step(
                dimension=item,
                lines=_lines(item, found),
                mean=round(known[item.id], 2),
                weight=round(100 * item.weight / whole, 2),
                points=round(item.weight / whole * known[item.id], 2),
            )
            for item in used.dimensions
            if item.id in known
        ],
        score=round(scored.index, 2),
        low=round(scored.low, 2),
        high=round(scored.high, 2),
        geometric=round(scored.geometric, 2),
        known=round(100 * scored.known, 1),
        missing=[item for item in used.indicators if item.id not in found.scores],
    )


def _lines(dimension: Dimension, found: Found) -> list[Line]:
    return [
        Line(
            indicator=item,
            amount=round(found.amounts[item.id] if item.id in found.amounts else _rate(), 2),
            score=round(found.scores[item.id], 2),
        )
        for item in dimension.indicators
        if item.id in found.scores
    ]


def _rate() -> float:
    """The weight of decisions in 1,000 civil servants: (2 + 3 · ½) / 0.8."""
    from sinetra.core.index.compute import rates_of

    return rates_of([unit()], method(), DAY)[unit().code]
