"""One unit with its numbers and its recomputations becomes a place: rounded as it is printed, with zone and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sinetra.core.index.configuration import Configuration, Origin, OverrideId
from sinetra.core.index.levels import Level, has_history
from sinetra.core.index.recomputed import Spread
from sinetra.core.index.result import Placed, Zone
from sinetra.core.index.rounding import rounded
from sinetra.core.index.zones import zone_of

if TYPE_CHECKING:
    from sinetra.core.index.compute import Found


def place(found: Found, group: Level, spread: Spread | None, configuration: Configuration) -> Placed:
    """``spread``: of the recomputations; ``None`` where too little is known, which is the grey zone."""
    unit, scored, zones = found.unit, found.scored, configuration.zones
    told = spread is not None and scored.index is not None and scored.geometric is not None
    index = rounded(scored.index) if told and scored.index is not None else None
    geometric = rounded(scored.geometric) if told and scored.geometric is not None else None
    zone = Zone.GREY
    lifted_by: tuple[OverrideId, ...] = ()
    shares = dict.fromkeys(Zone, 0.0) | ({} if spread else {Zone.GREY: 1.0})
    if index is not None and spread is not None:
        zone = zone_of(index, zones)
        if zone is Zone.GREEN and found.lifted_by:
            zone, lifted_by = Zone.YELLOW, found.lifted_by
        shares |= dict(zip((Zone.GREEN, Zone.YELLOW, Zone.RED), spread.zones, strict=True))
    covered = unit.coverage
    return Placed(
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        parent=unit.parent,
        group=group,
        score=index,
        geometric=geometric,
        residual=None
        if not told or scored.index is None or covered is None
        else rounded(scored.index * (1 - configuration.perturbation.effect * covered)),
        interval=(rounded(scored.low), rounded(scored.high)),
        zone=zone,
        p_zone={item: rounded(share, 4) for item, share in shares.items()},
        rank=None if spread is None else (spread.low, spread.high),
        median_rank=None if spread is None else spread.median,
        drivers=scored.drivers,
        dimensions={name: None if value is None else rounded(value) for name, value in scored.dimensions.items()},
        completeness=rounded(scored.known, 4),
        missing=_missing(found, configuration),
        overrides=lifted_by,
        stable=zone is not Zone.GREY and shares[zone] >= zones.stable,
        unbalanced=index is not None and geometric is not None and index - geometric > zones.unbalanced,
    )


def _missing(found: Found, configuration: Configuration) -> tuple[str, ...]:
    return tuple(
        item.id
        for item in configuration.indicators
        if item.id not in found.scores and (item.origin is not Origin.HISTORY or has_history(found.unit))
    )
