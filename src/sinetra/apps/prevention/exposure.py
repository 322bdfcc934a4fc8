"""Whether prevention in a region comes first on a day, and why: from the pairs on record. For plan and index."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sinetra.apps.registry.heads import race_on
from sinetra.catalogue import ROOT
from sinetra.core.casework.grounds import Grounds
from sinetra.core.prevention.exposure import Ballot, Exposure, StandsAgain, exposure, load_exposure


@lru_cache(maxsize=1)
def grounds() -> Grounds:
    return load_exposure(ROOT)


def exposure_of(region: str, day: date) -> Exposure:
    """Of the region itself and of the regions above it, whose ballot it shares. ``state`` is ``raised``, ``usual`` or
    ``unknown`` (an election runs, no pair of its own race is on record): take ``unknown`` as missing, never as zero."""
    race = race_on(region, day)
    again = tuple(
        StandsAgain(names=one.names, pair=one.pair, source=one.source, confidence=one.confidence)
        for one in race.incumbents
    )
    return exposure(Ballot(elects_heads=race.elects_heads, pairs=race.pairs, incumbents=again), day, grounds())
