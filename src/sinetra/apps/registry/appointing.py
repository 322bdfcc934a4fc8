"""Who heads an office on a day and who is PPK (pejabat pembina kepegawaian) then, from what is on record.

Nothing of reports or matters is read here: careers ask it too.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from uuid import UUID

from sinetra.apps.registry.models import CampaignLeave, HeldRole
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.catalogue import ROOT
from sinetra.core.casework.appointing import Appointing, appointing_authority
from sinetra.core.casework.authority import Authority, load_authority
from sinetra.core.casework.heads import Leave, OfficeFacts, Term, head_kind
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode


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
                given_by=BodyCode(row.given_by) if row.given_by else None,
                told_kpu_on=row.told_kpu_on,
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


def head_kind_on(organisation_id: UUID, day: date) -> HeldKind | None:
    """How a regional government is headed on the day: definitive or by an acting head of which kind. None where the
    register does not say, or says several."""
    return head_kind(office_facts(organisation_id), day)
