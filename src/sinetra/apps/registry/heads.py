"""Reads of heads and candidates: what is on record, who is PPK on a day and why, incumbents in the race."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from sinetra.apps.registry.models import CampaignLeave, DeclaredInterest, ElectionPair, HeldRole
from sinetra.apps.registry.selectors import pairs_in
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.apps.reports.law_clock import election_on
from sinetra.catalogue import ROOT
from sinetra.core.casework.appointing import Appointing, appointing_authority
from sinetra.core.casework.authority import Authority, load_authority
from sinetra.core.casework.heads import Leave, OfficeFacts, Term
from sinetra.core.casework.interests import Declared, PairFacts, Tie, Toward
from sinetra.core.clock.confidence import Confidence


@lru_cache(maxsize=1)
def authority() -> Authority:
    return load_authority(ROOT)


def office_facts(organisation_id: UUID) -> OfficeFacts:
    """All terms and leaves on record. Some dozens at most: an office has a handful of heads in ten years."""
    return OfficeFacts(
        terms=tuple(_term(row) for row in HeldRole.objects.filter(organisation_id=organisation_id)),
        leaves=tuple(
            Leave(
                holder=row.holder_name,
                from_on=row.from_on,
                until_on=row.until_on,
                source=row.source,
                confidence=Confidence(row.confidence),
            )
            for row in CampaignLeave.objects.filter(organisation_id=organisation_id)
        ),
    )


def _term(row: HeldRole) -> Term:
    return Term(
        role=HeldRoleName(row.role),
        kind=HeldKind(row.kind),
        holder=row.holder_name,
        title=row.holder_title,
        from_on=row.from_on,
        until_on=row.until_on,
        source=row.source,
        confidence=Confidence(row.confidence),
        reason=row.reason,
    )


def appointing_on(organisation_id: UUID, day: date) -> Appointing:
    """Who is PPK (kepegawaian) of the office on the day, with every step."""
    return appointing_authority(office_facts(organisation_id), day, authority().grounds)


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


def incumbent_running(region: str, day: date) -> tuple[Incumbent, ...]:
    """The incumbents on the ballot of the region (its own and those of regions above) in the election whose stages run
    on the day; empty outside the stages."""
    election = election_on(day, region)
    if not election:
        return ()
    return tuple(
        Incumbent(
            election=election,
            pair=pair_label(pair),
            names=tuple(
                name
                for name, again in (
                    (pair.head_name, pair.head_is_incumbent),
                    (pair.deputy_name, pair.deputy_is_incumbent),
                )
                if again
            ),
            source=pair.source,
            confidence=Confidence(pair.confidence),
        )
        for pair in pairs_in(region, election, day)
        if pair.has_incumbent
    )
