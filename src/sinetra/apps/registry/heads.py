"""Reads of heads and candidates: levels, takers of leave, pairs, incumbents in the race."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.base.catalogue import clock
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, HeldRole, Organisation
from sinetra.apps.registry.selectors import pairs_in
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName, OrganisationLevel
from sinetra.apps.reports.law_clock import Regime, election_on, regime_of
from sinetra.core.casework.interests import Declared, PairFacts, Tie, Toward
from sinetra.core.casework.leave_gaps import Campaign
from sinetra.core.casework.stand_in import Level
from sinetra.core.clock.confidence import Confidence
from sinetra.core.clock.stages import Coverage, StageCode

_LEVELS = {OrganisationLevel.CITY.value: Level.CITY, OrganisationLevel.PROVINCE.value: Level.PROVINCE}


def level_of(organisation: Organisation) -> Level | None:
    """None for what is neither a city, a regency nor a province."""
    return _LEVELS.get(organisation.level)


def takers_of_leave(organisation_id: UUID) -> tuple[tuple[str, HeldRoleName], ...]:
    """Heads and deputies on record by name, the latest first; each name once."""
    roles = (HeldRoleName.REGIONAL_HEAD, HeldRoleName.DEPUTY_REGIONAL_HEAD)
    rows = HeldRole.objects.filter(organisation_id=organisation_id, role__in=roles, kind=HeldKind.DEFINITIVE)
    found: dict[str, HeldRoleName] = {}
    for name, role in rows.order_by("-from_on", "-role", "id").values_list("holder_name", "role"):
        found.setdefault(name, HeldRoleName(role))
    return tuple(found.items())


def pair_label(pair: ElectionPair) -> str:
    names = " – ".join(pair.names)
    return f"{pair.number}. {names}" if pair.number is not None else names


def pair_facts(pairs: Iterable[ElectionPair]) -> tuple[PairFacts, ...]:
    """Without the empty column, which is nobody."""
    return tuple(
        PairFacts(
            key=str(pair.pk),
            label=pair_label(pair),
            names=pair.names,
            runs_from=pair.runs_from,
            withdrawn_on=pair.withdrawn_on,
        )
        for pair in pairs
        if not pair.is_empty_column
    )


def declared(rows: Iterable[DeclaredInterest]) -> tuple[Declared, ...]:
    return tuple(
        Declared(
            tie=Tie(row.tie),
            toward=Toward.PAIR if row.pair_id is not None else Toward.MATTER,
            key=str(row.pair_id or row.matter_id),
            from_on=row.from_on,
            until_on=row.until_on,
            by_office=row.by_office,
            source=row.source,
            confidence=Confidence(row.confidence),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Incumbent:
    """A head or deputy in office who stands again, as a fact with its source: no judgement of anybody."""

    election: str
    pair: str
    names: tuple[str, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """The election whose stages run in a region on a day, empty for none. ``pairs``: how many of the region's own race
    are on record that day; where heads of region are elected, 0 means that it is not known whether an incumbent of its
    own stands. ``incumbents``: of its own race and of those above."""

    election: str
    elects_heads: bool
    pairs: int
    incumbents: tuple[Incumbent, ...]

    @property
    def incumbent_runs(self) -> bool | None:
        """None where it cannot be said."""
        if self.incumbents:
            return True
        return False if self.pairs or not self.elects_heads else None


def race_on(region: str, day: date) -> Race:
    """With the pairs on the ballot of the region: its own and those of regions above."""
    election = election_on(day, region)
    rows = [pair for pair in pairs_in(region, election, day) if not pair.is_empty_column] if election else []
    own = _own_race(region, election) if election else region
    return Race(
        election=election,
        elects_heads=regime_of(election) is Regime.PILKADA,
        pairs=sum(pair.region_id == own for pair in rows),
        incumbents=tuple(_incumbent(pair) for pair in rows if pair.has_incumbent),
    )


def _own_race(region: str, election: str) -> str:
    """Whose head is elected there: of the regency or city, for its districts too; else of the province."""
    elects = clock().timetables.get(election).regions.elects_regent(region)
    return region[:2] if elects is Coverage.NO else region[:5]


def incumbent_running(region: str, day: date) -> tuple[Incumbent, ...]:
    """The incumbents in the race of the day; empty outside the stages, and where none is on record."""
    return race_on(region, day).incumbents


def _incumbent(pair: ElectionPair) -> Incumbent:
    again = ((pair.head_name, pair.head_is_incumbent), (pair.deputy_name, pair.deputy_is_incumbent))
    return Incumbent(
        election=pair.election,
        pair=pair_label(pair),
        names=tuple(name for name, stands in again if stands),
        source=pair.source,
        confidence=Confidence(pair.confidence),
    )


def campaign_in(region: str, day: date) -> Campaign | None:
    """The campaign of the Pilkada in whose stages the day lies, with the incumbents of the region itself: only they
    take leave for all of it (UU 10/2016 art. 70(3)). None where no such campaign is known."""
    election = election_on(day, region)
    if regime_of(election) is not Regime.PILKADA:
        return None
    span = clock().timetables.get(election).span(StageCode.CAMPAIGN, region)
    if span is None or span.start is None or span.end is None:
        return None
    pairs = ElectionPair.objects.filter(election=election, region_id=region, withdrawn_on=None).order_by("number", "id")
    names = tuple(name for pair in pairs for name in _incumbent(pair).names)
    return Campaign(first=span.start, last=span.end, incumbents=names)
