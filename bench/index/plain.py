"""The peer: the same recomputations as one writes them first, unit by unit and draw by draw, without arrays.

That is how COINr does it (``SAfunc`` runs the whole index again for each draw); its language is not at hand here. It
takes the same draws, so every number must be the same.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean

from sinetra.core.index.configuration import Configuration, Origin
from sinetra.core.index.draws import ARITHMETIC, GEOMETRIC, GOALPOSTS, RANKS, Draws
from sinetra.core.index.indicators import between, of_rate
from sinetra.core.index.rates import reference
from sinetra.core.index.recomputed import Record
from sinetra.core.index.validation import mean_ranks


def recompute(records: Sequence[Record], method: Configuration, draws: Draws) -> list[list[float]]:
    return [_once(records, method, draws, n) for n in range(len(draws))]


def _once(records: Sequence[Record], method: Configuration, draws: Draws, n: int) -> list[float]:
    """One draw: the index of every unit, NaN where nothing is left of it."""
    scores: list[dict[str, float]] = [{} for _ in records]
    for item in method.indicators:
        if item.origin is Origin.HISTORY:
            there = [place for place, record in enumerate(records) if record.aged is not None]
            rates = _rates([records[place] for place in there], draws, n)
            posts = [of_rate(rate, item.high) for rate in rates]
            # Equal rates may differ in their last bit.
            x = [round(rate, 9) for rate in rates]
        else:
            there = [place for place, record in enumerate(records) if item.id in record.amounts]
            x = [records[place].amounts[item.id] for place in there]
            posts = [between(amount, item.low, item.high) for amount in x]
            x = x if item.high > item.low else [-amount for amount in x]
        way = draws.normalisation[n] if len(there) >= method.perturbation.group_of else GOALPOSTS
        for place, score in zip(there, posts if way == GOALPOSTS else _normal(x, by_rank=way == RANKS), strict=True):
            scores[place][item.id] = score
    return [_index(found, method, draws, n) for found in scores]


def _rates(records: Sequence[Record], draws: Draws, n: int) -> list[float]:
    pairs = []
    for record in records:
        assert record.aged is not None
        aged = record.aged[draws.half_life[n]]
        weight = sum(float(one) * left for one, left in zip(draws.severities[n], aged, strict=True))
        pairs.append((weight, record.thousands))
    if not draws.pooled[n] or not pairs:
        return [weight / thousands for weight, thousands in pairs]
    among = reference(pairs)
    return [among.estimate(weight, thousands) for weight, thousands in pairs]


def _normal(x: list[float], *, by_rank: bool) -> list[float]:
    if by_rank:
        return [100 * (rank - 0.5) / len(x) for rank in mean_ranks(x)]
    mean = fmean(x)
    spread = math.sqrt(math.fsum((one - mean) ** 2 for one in x) / (len(x) - 1)) if len(x) > 1 else 0.0
    if spread <= 1e-12 * (1 + max(map(abs, x))):
        return [50.0 for _ in x]
    return [50 * (1 + math.erf((one - mean) / spread / math.sqrt(2))) for one in x]


def _index(scores: dict[str, float], method: Configuration, draws: Draws, n: int) -> float:
    parts, place = [], 0
    for row, dimension in enumerate(method.dimensions):
        above = below = 0.0
        for item in dimension.indicators:
            if item.id in scores:
                weight = float(draws.indicators[n, place])
                above += weight * scores[item.id]
                below += weight
            place += 1
        if below > 0:
            parts.append((above / below, float(draws.dimensions[n, row])))
    whole = sum(weight for _, weight in parts)
    if not parts:
        return math.nan
    if draws.aggregation[n] == ARITHMETIC:
        return sum(weight * score for score, weight in parts) / whole
    if draws.aggregation[n] == GEOMETRIC:
        return math.exp(sum(weight * math.log1p(0.99 * score) for score, weight in parts) / whole)
    reached = 0.0
    for score, weight in sorted(parts):
        reached += weight
        if reached >= whole / 2 * (1 - 1e-12):
            return score
    raise AssertionError("half of the weight is reached by the last part")
