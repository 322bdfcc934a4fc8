"""The index of all units of one level in every recomputation, with arrays, and what that says of zone and rank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sinetra.core.index.configuration import Configuration, Origin
from sinetra.core.index.draws import ARITHMETIC, GEOMETRIC, GOALPOSTS, RANKS, Draws
from sinetra.core.index.normalising import by_normal, by_rank, goalposts, places, rates
from sinetra.core.index.recomputed import Record, Spread
from sinetra.core.index.rounding import CLOSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def recompute(
    records: Sequence[Record], reference: Sequence[int], configuration: Configuration, draws: Draws
) -> Floats:
    """The index, draws x units; NaN where a draw leaves nothing of a unit. ``reference``: places of the units whose
    rates make the reference set (all that have a history)."""
    known, scores = _columns(records, configuration)
    history = _history(records, reference, configuration, draws)
    wanted = np.empty((len(draws), len(records)))
    for way in range(3):
        rows = np.flatnonzero(draws.normalisation == way)
        parts = []
        place = 0
        for dimension in configuration.dimensions:
            columns = slice(place, place + len(dimension.indicators))
            weights = draws.indicators[rows, columns]
            above = weights @ scores[way][columns]
            for offset, indicator in enumerate(dimension.indicators):
                if indicator.origin is Origin.HISTORY:
                    above += weights[:, offset, None] * history[rows]
            below = weights @ known[columns]
            parts.append(np.divide(above, below, out=np.full_like(above, np.nan), where=below > 0))
            place = columns.stop
        wanted[rows] = _aggregate(np.stack(parts), draws, rows)
    return wanted


def summed_up(found: Floats, lifted: Sequence[bool], green: float, yellow: float) -> list[Spread]:
    """For each unit. ``found``: draws x units without NaN."""
    printed = np.floor(found * 100 + 0.5 + CLOSE) / 100
    zones = np.maximum((printed > green).astype(np.int8) + (printed > yellow), np.asarray(lifted, dtype=np.int8))
    shares = np.stack([(zones == zone).mean(axis=0) for zone in range(3)], axis=1)
    # Equal but for the last bit is equal.
    ranks = np.sort(places(np.round(found, 9)).T, axis=1)
    last = ranks.shape[1] - 1
    low, high = ranks[:, int(0.05 * last)], ranks[:, -1 - int(0.05 * last)]
    median = (ranks[:, last // 2] + ranks[:, (last + 1) // 2]) / 2
    return [
        Spread(
            zones=(float(shares[n, 0]), float(shares[n, 1]), float(shares[n, 2])),
            low=int(low[n]),
            high=int(high[n]),
            median=float(median[n]),
        )
        for n in range(found.shape[1])
    ]


def _columns(records: Sequence[Record], configuration: Configuration) -> tuple[Floats, tuple[Floats, Floats, Floats]]:
    """Which indicator is known for which unit (1 or 0), and its score by each normalisation; 0 where not known."""
    indicators = configuration.indicators
    known = np.zeros((len(indicators), len(records)))
    scores = tuple(np.zeros((len(indicators), len(records))) for _ in range(3))
    for row, indicator in enumerate(indicators):
        if indicator.origin is Origin.HISTORY:
            known[row] = [record.aged is not None for record in records]
            continue
        there = [n for n, record in enumerate(records) if indicator.id in record.amounts]
        if not there:
            continue
        known[row, there] = 1
        x = np.array([[records[n].amounts[indicator.id] for n in there]])
        posts = goalposts(x, indicator.low, indicator.high)
        upward = x if indicator.high > indicator.low else -x
        large = len(there) >= configuration.perturbation.group_of
        scores[0][row, there] = posts[0]
        scores[1][row, there] = by_rank(upward)[0] if large else posts[0]
        scores[2][row, there] = by_normal(upward)[0] if large else posts[0]
    return known, (scores[0], scores[1], scores[2])


def _history(records: Sequence[Record], reference: Sequence[int], configuration: Configuration, draws: Draws) -> Floats:
    """The score of the history, draws x units; 0 where it is not known."""
    found = np.zeros((len(draws), len(records)))
    of_origin = [item for item in configuration.indicators if item.origin is Origin.HISTORY]
    if not reference or not of_origin:
        return found
    # half-lives x severities x units
    aged = np.array([records[n].aged for n in reference], dtype=np.float64).transpose(1, 2, 0)
    thousands = np.array([records[n].thousands for n in reference])
    weight = np.empty((len(draws), len(reference)))
    for life in range(len(configuration.perturbation.half_lives)):
        rows = draws.half_life == life
        weight[rows] = draws.severities[rows] @ aged[life]
    rate = np.where(draws.pooled[:, None], _pooled(weight, thousands), weight / thousands)
    large = len(reference) >= configuration.perturbation.group_of
    for way in range(3):
        rows = np.flatnonzero(draws.normalisation == way)
        if way == GOALPOSTS or not large:
            part = rates(rate[rows], of_origin[0].high)
        else:
            # Equal rates may differ in their last bit.
            part = (by_rank if way == RANKS else by_normal)(np.round(rate[rows], 9).astype(np.float64))
        found[np.ix_(rows, np.array(reference, dtype=np.intp))] = part
    return found


def _pooled(weight: Floats, thousands: Floats) -> Floats:
    """Empirical Bayes over the columns of each row, as ``rates.reference`` does it for one."""
    staff = thousands.sum()
    mean = weight.sum(axis=1, keepdims=True) / staff
    spread = (thousands * (weight / thousands - mean) ** 2).sum(axis=1, keepdims=True) / staff
    variance = spread - mean * len(thousands) / staff
    usable = (variance > 0) & (mean > 0)
    safe = np.where(usable, variance, 1)
    smoothed: Floats = np.where(usable, (weight + mean**2 / safe) / (thousands + mean / safe), mean)
    return smoothed


def _aggregate(parts: Floats, draws: Draws, rows: NDArray[np.int64]) -> Floats:
    """``parts``: dimensions x rows x units. NaN where no dimension is known."""
    found = np.empty(parts.shape[1:])
    weights = draws.dimensions[rows].T
    ways = draws.aggregation[rows]
    for way in range(3):
        here = np.flatnonzero(ways == way)
        scores, there = parts[:, here], ~np.isnan(parts[:, here])
        shares = np.where(there, weights[:, here, None], 0)
        whole = shares.sum(axis=0)
        filled = np.where(there, scores, 0)
        with np.errstate(invalid="ignore"):
            if way == ARITHMETIC:
                found[here] = (shares * filled).sum(axis=0) / whole
            elif way == GEOMETRIC:
                found[here] = np.exp((shares * np.log1p(0.99 * filled)).sum(axis=0) / whole)
            else:
                found[here] = _median(np.where(there, scores, np.inf), shares, whole)
    return found


def _median(scores: Floats, shares: Floats, whole: Floats) -> Floats:
    """The weighted median of the dimensions: the lowest at which half of the weight is reached."""
    order = np.argsort(scores, axis=0, kind="stable")
    reached = np.cumsum(np.take_along_axis(shares, order, axis=0), axis=0) >= whole / 2 * (1 - 1e-12)
    at = np.take_along_axis(order, reached.argmax(axis=0)[None], axis=0)
    found = np.take_along_axis(scores, at, axis=0)[0]
    return np.where(whole > 0, found, np.nan)
