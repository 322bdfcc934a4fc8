"""Proven and final decisions of a region, from kecamatan level up: how heavy, on which day, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import Outcome, Verdict
from sinetra.apps.registry.vocabulary import ASN
from sinetra.core.casework.examination import Stage
from sinetra.core.index.inputs import Event, Severity
from sinetra.core.law.words import ActCode, SanctionClass

#: Nothing can be brought against it any more: it was carried out.
FINAL = (Stage.EXECUTED, Stage.RECORDED)
SOCIAL_MEDIA = frozenset({ActCode.LIKE, ActCode.COMMENT, ActCode.SHARE, ActCode.FOLLOW_JOIN_GROUP, ActCode.POST_MEDIA})
_SEVERITY: Mapping[SanctionClass, Severity] = {
    SanctionClass.MORAL_CLOSED: Severity.ETHICS,
    SanctionClass.MORAL_OPEN: Severity.ETHICS,
    SanctionClass.DISCIPLINE_LIGHT: Severity.LIGHT,
    SanctionClass.DISCIPLINE_MEDIUM: Severity.MEDIUM,
    SanctionClass.DISCIPLINE_HEAVY: Severity.HEAVY,
    SanctionClass.DISMISSAL_DISHONOURABLE: Severity.HEAVY,
    # What the employer's own rule gives a PPPK is not graded by law: as light as can be.
    SanctionClass.EMPLOYER_RULE: Severity.ETHICS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One final decision about a matter of ``region``. ``social``: an act on social media was among those proven."""

    region: str
    event: Event
    social: bool


def final_decisions(city: str, day: date) -> tuple[Decided, ...] | None:
    """Of the city and everything below it until ``day``, by their days. None: no examination is on record here, so it
    is not known whether there was a decision."""
    inside = Examination._base_manager.filter(matter__region__code__startswith=city)
    if not inside.exists():
        return None
    proven = inside.filter(verdict=Verdict.SANCTION, stage__in=FINAL, decided_on__lte=day, status__in=ASN)
    proven = proven.exclude(matter__outcome=Outcome.NOT_PROVEN).filter(matter__corrected_at=None)
    rows = proven.order_by("decided_on", "penalty").values_list(
        *("matter__region_id", "matter__acts", "penalty", "decided_on")
    )
    found = []
    for region, acts, penalty, day in rows:
        severity = _SEVERITY.get(penalties().by_id[penalty].sanction_class) if penalty else None
        if severity is not None:
            event = Event(severity=severity, on=day)
            found.append(Decided(region=region, event=event, social=not SOCIAL_MEDIA.isdisjoint(acts)))
    return tuple(found)


def within(decisions: tuple[Decided, ...], code: str) -> tuple[Decided, ...]:
    """Of a region with everything below it."""
    return tuple(item for item in decisions if item.region == code or item.region.startswith(f"{code}."))


def social_since(decisions: tuple[Decided, ...], day: date, years: int) -> int:
    """How many were about social media in the years before ``day``."""
    return sum(item.social and (day - item.event.on).days <= years * 365.25 for item in decisions)
