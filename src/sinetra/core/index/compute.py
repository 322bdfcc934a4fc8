"""The index of every unit of a list, with its zone, its interval and its drivers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sinetra.core.canonical import canonical
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.index.checking import check
from sinetra.core.index.configuration import Configuration, Indicator, Origin, OverrideId
from sinetra.core.index.indicators import amount, of_rate
from sinetra.core.index.indicators import between as between_goalposts
from sinetra.core.index.inputs import Severity, Unit
from sinetra.core.index.levels import Level, has_history, level
from sinetra.core.index.placing import place
from sinetra.core.index.rates import aged, reference, weight_of
from sinetra.core.index.recomputed import Record, Spread
from sinetra.core.index.result import Placed, Result
from sinetra.core.index.scoring import Scored, complete, score
from sinetra.core.index.unit_json import unit_json
from sinetra.core.index.zones import lifting


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A unit with its numbers. ``amounts`` without the history; ``scores`` with it."""

    unit: Unit
    amounts: Mapping[str, float]
    scores: Mapping[str, float]
    scored: Scored
    lifted_by: tuple[OverrideId, ...]
    complete: bool


def compute(units: Sequence[Unit], configuration: Configuration, *, day: date, seed: int, draws: int = 2000) -> Result:
    """Units come back in the order in which they were given; ``day`` is the cut-off of the data.

    Errors: ``BadInput`` names the unit and the field: repeated code, unknown indicator, too few staff, a value of
    later than ``day``.
    """
    if draws < 1:
        raise BadInput(gettext_noop("%(field)s: yang diterima: %(accepted)s"), field="draws", accepted=("1…",))
    check(units, configuration, day)
    placed: dict[str, Placed] = {}
    for one in Level:
        members = [unit for unit in units if level(unit) is one]
        if members:
            found = measured(members, configuration, day)
            spreads = _spreads(found, configuration, day, seed, draws)
            placed |= {item.unit.code: place(item, one, spreads.get(item.unit.code), configuration) for item in found}
    return Result(
        configuration=configuration.id,
        digest=configuration.digest,
        inputs=sha256(canonical([unit_json(unit) for unit in units])).hexdigest(),
        seed=seed,
        day=day,
        draws=draws,
        units=tuple(placed[unit.code] for unit in units),
    )


def measured(units: Sequence[Unit], configuration: Configuration, day: date) -> list[Found]:
    """The headline of units of one level: no draw, no array."""
    history = next((item for item in configuration.indicators if item.origin is Origin.HISTORY), None)
    without = frozenset({history.id}) if history is not None and not has_history(units[0]) else frozenset()
    rates = rates_of(units, configuration, day) if history is not None and not without else {}
    found = []
    for unit in units:
        amounts = _amounts(unit, configuration)
        scores = {name: _between(configuration.indicator(name), x) for name, x in amounts.items()}
        if history is not None and unit.code in rates:
            scores[history.id] = of_rate(rates[unit.code], history.high)
        scored = score(configuration, scores, without)
        found.append(
            Found(
                unit=unit,
                amounts=amounts,
                scores=scores,
                scored=scored,
                lifted_by=lifting(unit, configuration, day),
                complete=complete(scored.known, configuration.zones),
            )
        )
    return found


def rates_of(units: Sequence[Unit], configuration: Configuration, day: date) -> dict[str, float]:
    """The smoothed rate in 1,000 staff by code, for the units of one level whose record and staff are known."""
    pairs = {}
    for unit in units:
        if unit.events is not None and unit.staff is not None:
            history = configuration.history
            weight = weight_of(unit.events, history.weights, day, history.half_life)
            pairs[unit.code] = (weight, unit.staff / 1000)
    if not pairs:
        return {}
    among = reference(list(pairs.values()))
    return {code: among.estimate(weight, thousands) for code, (weight, thousands) in pairs.items()}


def records(found: Sequence[Found], configuration: Configuration, day: date) -> list[Record]:
    """The same units for the recomputations."""
    return [
        Record(
            amounts=item.amounts,
            aged=_aged(item.unit, configuration, day),
            thousands=(item.unit.staff or 0) / 1000,
            lifted=bool(item.lifted_by),
        )
        for item in found
    ]


def _aged(unit: Unit, configuration: Configuration, day: date) -> list[list[float]] | None:
    if unit.events is None or unit.staff is None or not has_history(unit):
        return None
    return [
        [
            sum(aged(event, day, half_life) for event in unit.events if event.severity is severity)
            for severity in Severity
        ]
        for half_life in configuration.perturbation.half_lives
    ]


def _amounts(unit: Unit, configuration: Configuration) -> dict[str, float]:
    pairs = [(item.id, amount(unit, item)) for item in configuration.indicators if item.origin is not Origin.HISTORY]
    return {name: x for name, x in pairs if x is not None}


def _between(indicator: Indicator, x: float) -> float:
    return between_goalposts(x, indicator.low, indicator.high)


def _spreads(
    found: Sequence[Found], configuration: Configuration, day: date, seed: int, draws: int
) -> dict[str, Spread]:
    """For the units of which enough is known."""
    import numpy as np

    from sinetra.core.index.draws import draw
    from sinetra.core.index.robustness import recompute, summed_up

    chosen = [n for n, item in enumerate(found) if item.complete]
    if not chosen:
        return {}
    given = records(found, configuration, day)
    reference_set = [n for n, record in enumerate(given) if record.aged is not None]
    again = recompute(given, reference_set, configuration, draw(configuration, seed, draws))[:, chosen]
    headline = np.array([found[n].scored.index for n in chosen])
    # A method of one indicator has nothing to leave out.
    again = np.where(np.isnan(again), headline, again)
    spreads = summed_up(again, [given[n].lifted for n in chosen], configuration.zones.green, configuration.zones.yellow)
    return {found[n].unit.code: spread for n, spread in zip(chosen, spreads, strict=True)}
