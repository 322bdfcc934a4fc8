"""The PPK who would decide what a matter ends in: who it is today, whether they step aside, who is proposed then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Q

from sinetra.apps.cases.conflicts import matter_facts
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.appointing import authority, office_facts
from sinetra.apps.registry.heads import declared, level_of, pair_facts
from sinetra.apps.registry.models import DeclaredInterest, Organisation
from sinetra.apps.registry.selectors import organisation, pairs_in
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.law_clock import election_on
from sinetra.core.casework.deciding import Deciding, GovernmentFacts, deciding
from sinetra.core.casework.interests import Declared, MatterFacts
from sinetra.ports import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class DeciderView(Deciding):
    """What the core says, with the regional government that it is about."""

    office: Organisation


def decider_of(matter: Matter, day: date | None = None) -> DeciderView | None:
    """None where the register holds no regional government for the place."""
    office = organisation(OrganisationKind.LOCAL_GOVERNMENT, matter.region_id)
    return _view(office, matter_facts(matter, day)) if office is not None else None


def decider_in(office: Organisation, day: date, election: str | None = None) -> DeciderView:
    """The same without a matter: toward the pairs of ``election``, else of the one whose stages run on the day."""
    region = office.region_id
    if election is None:
        election = election_on(day, region) if region else ""
    pairs = pair_facts(pairs_in(region, election)) if region and election else ()
    return _view(office, MatterFacts(key="", day=day, pairs=pairs))


def decider_for_office(office: Organisation, written_on: date) -> DeciderView | None:
    """Of the regional government that a supervising office stands beside, today, toward the pairs of the election in
    whose stages its recommendation was written: after the vote the interest goes on."""
    region = office.region_id
    if region is None:
        return None
    found = organisation(OrganisationKind.LOCAL_GOVERNMENT, region)
    return decider_in(found, clock.today(region), election_on(written_on, region)) if found is not None else None


def _view(office: Organisation, facts: MatterFacts) -> DeciderView:
    found = deciding(_government(office, facts), facts, authority(), above=lambda: _above(office, facts))
    return DeciderView(office=office, **{field.name: getattr(found, field.name) for field in fields(found)})


def _above(office: Organisation, facts: MatterFacts) -> GovernmentFacts | None:
    region = str(office.region_id or "").split(".")[0]
    province = organisation(OrganisationKind.LOCAL_GOVERNMENT, region)
    return _government(province, facts) if province is not None else None


def _government(office: Organisation, facts: MatterFacts) -> GovernmentFacts:
    return GovernmentFacts(
        office=office_facts(office.pk), level=level_of(office), declared=tuple(_declared(office, facts))
    )


def _declared(office: Organisation, facts: MatterFacts) -> Iterator[tuple[str, Declared]]:
    """Of who heads the office, toward the pairs and in the matter at hand."""
    wanted = Q(pair_id__in=[pair.key for pair in facts.pairs])
    if facts.key:
        wanted |= Q(matter_id=facts.key)
    rows = list(DeclaredInterest.objects.filter(wanted, office=office))
    return zip((row.holder_name for row in rows), declared(rows), strict=True)
