"""The PPK who would decide what a matter ends in: who it is today, whether they step aside, who is proposed then."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from sinetra.apps.cases.conflicts import matter_facts
from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.heads import appointing_on, authority, declared, pair_facts
from sinetra.apps.registry.models import DeclaredInterest, Organisation
from sinetra.apps.registry.selectors import organisation, pairs_in
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.apps.reports.law_clock import election_on
from sinetra.core.casework.appointing import Appointing
from sinetra.core.casework.interests import Decider, Interest, MatterFacts, interests, names_missing
from sinetra.core.casework.stand_in import Level, Proposal
from sinetra.core.law.words import BodyCode
from sinetra.ports import clock

_LEVELS = {OrganisationLevel.CITY.value: Level.CITY, OrganisationLevel.PROVINCE.value: Level.PROVINCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeciderView:
    """``interests`` by the name of who may be the PPK (of each reading); ``proposal`` only where there is one.

    ``unsure``: somebody is reported without a name, so an equal name would not be seen. ``assessed``: False where
    neither a matter nor an election says toward whom an interest could be.
    """

    office: Organisation
    appointing: Appointing
    interests: tuple[tuple[str, tuple[Interest, ...]], ...]
    proposal: Proposal | None
    unsure: bool
    assessed: bool = True


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
    view = _view(office, MatterFacts(key="", day=day, pairs=pairs))
    return replace(view, assessed=bool(pairs) and view.appointing.holder is not None)


def decider_for_office(office: Organisation, written_on: date) -> DeciderView | None:
    """Of the regional government that a supervising office stands beside, today, toward the pairs of the election in
    whose stages its recommendation was written: after the vote the interest goes on."""
    region = office.region_id
    if region is None:
        return None
    found = organisation(OrganisationKind.LOCAL_GOVERNMENT, region)
    return decider_in(found, clock.today(region), election_on(written_on, region)) if found is not None else None


def _view(office: Organisation, facts: MatterFacts) -> DeciderView:
    appointing, found = _with_interest(office, facts)
    proposal = None
    if found:
        level = _LEVELS.get(office.level)
        above = {BodyCode.GOVERNOR} if level is Level.CITY and _governor_has_one(office, facts) else set()
        proposal = authority().stand_ins.propose(level, above)
    return DeciderView(
        office=office, appointing=appointing, interests=found, proposal=proposal, unsure=names_missing(facts)
    )


def _with_interest(
    office: Organisation, facts: MatterFacts
) -> tuple[Appointing, tuple[tuple[str, tuple[Interest, ...]], ...]]:
    appointing = appointing_on(office.pk, facts.day)
    likely = [appointing.holder, *(reading.holder for reading in appointing.readings)]
    names = dict.fromkeys(term.holder for term in likely if term is not None)
    found = ((name, interests(_decider(office, name, facts), facts)) for name in names)
    return appointing, tuple((name, ties) for name, ties in found if ties)


def _decider(office: Organisation, name: str, facts: MatterFacts) -> Decider:
    wanted = Q(pair_id__in=[pair.key for pair in facts.pairs])
    if facts.key:
        wanted |= Q(matter_id=facts.key)
    rows: Iterable[DeclaredInterest] = DeclaredInterest.objects.filter(wanted, office=office, holder_name__iexact=name)
    return Decider(names=(name,), declared=declared(rows))


def _governor_has_one(office: Organisation, facts: MatterFacts) -> bool:
    """The governor stands for the province: on the ballot above the city, or declared."""
    region = str(office.region_id or "").split(".")[0]
    above = organisation(OrganisationKind.LOCAL_GOVERNMENT, region)
    province = above is not None and above.level == OrganisationLevel.PROVINCE
    return above is not None and province and bool(_with_interest(above, replace(facts, reported=()))[1])
