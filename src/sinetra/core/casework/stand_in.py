"""Who decides when the PPK of a region has to step aside: the machine proposes the next one up, a person decides."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.casework.grounds import Ground
from sinetra.core.law.words import BodyCode


class Level(StrEnum):
    """Of the regional government whose PPK steps aside; ``city`` is a regency (kabupaten) too."""

    CITY = "city"
    PROVINCE = "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    level: Level
    body: BodyCode
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """``body`` None: everybody of the ladder has an interest, or the ladder is not known for this office.

    ``skipped``: those nearer who have an interest themselves. ``otherwise``: another reading of who is the superior,
    which stands beside. ``supervisor``: who watches that it is done.
    """

    body: BodyCode | None
    ground: Ground | None
    skipped: tuple[BodyCode, ...]
    otherwise: Ground
    supervisor: Ground
    barred: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """``rungs`` from the nearest up, per level. The statute's own words name the President (``president``)."""

    rungs: tuple[StandIn, ...]
    president: Ground
    supervisor: Ground
    barred: Ground

    def propose(self, level: Level | None, with_interest: Collection[BodyCode] = ()) -> Proposal:
        ladder = [rung for rung in self.rungs if rung.level is level]
        free = next((rung for rung in ladder if rung.body not in with_interest), None)
        before = ladder[: ladder.index(free)] if free is not None else ladder
        return Proposal(
            body=free.body if free is not None else None,
            ground=free.ground if free is not None else None,
            skipped=tuple(rung.body for rung in before),
            otherwise=self.president,
            supervisor=self.supervisor,
            barred=self.barred,
        )
