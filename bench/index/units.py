"""545 invented regions, as many as vote on one day: 37 provinces and 508 regencies and cities, each with gaps."""

from __future__ import annotations

import random
from datetime import date, timedelta

from sinetra.core.clock.confidence import Confidence
from sinetra.core.index.configuration import Configuration, Origin
from sinetra.core.index.inputs import Event, Kind, Severity, Unit, Value

DAY = date(2024, 11, 26)
PROVINCES, REGENCIES = 37, 508


def units(method: Configuration, regencies: int = REGENCIES, provinces: int = PROVINCES, seed: int = 1) -> list[Unit]:
    """The same for the same seed. One value in eight is missing; three units in four have a decision on record."""
    rng = random.Random(seed)
    codes = [f"{n + 1:02d}" for n in range(provinces)]
    codes += [f"{n % 37 + 1:02d}.{n // 37 + 1:02d}" for n in range(regencies)]
    return [_unit(method, code, rng) for code in codes]


def _unit(method: Configuration, code: str, rng: random.Random) -> Unit:
    values = {}
    for item in method.indicators:
        if item.origin is Origin.VALUE and rng.random() > 1 / 8:
            amount = item.low + rng.random() * (item.high - item.low)
            values[item.id] = Value(amount=amount, source="bench", as_of=DAY, confidence=Confidence.UNCHECKED)
    open_cases = rng.choice((0, 0, 1, 2, 4))
    return Unit(
        code=code,
        name=code,
        kind=Kind.REGION,
        parent=code.rpartition(".")[0],
        staff=rng.randint(1_500, 20_000),
        values=values,
        events=tuple(
            Event(severity=rng.choice(list(Severity)), on=DAY - timedelta(days=rng.randint(0, 3_650)))
            for _ in range(rng.choice((0, 1, 2, 5)))
        ),
        open_cases=open_cases,
        overdue=rng.randint(0, open_cases),
        coverage=rng.random(),
        has_channel=rng.random() > 0.2,
    )
