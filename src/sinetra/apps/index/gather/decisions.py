"""Proven and final decisions of a region, from kecamatan level up: how heavy, in which quarter, and nothing more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.models import Examination
from sinetra.apps.cases.vocabulary import Outcome, Verdict
from sinetra.apps.index.gather.few import may_tell
from sinetra.apps.registry.vocabulary import ASN
from sinetra.core.casework.examination import Stage
from sinetra.core.index.inputs import Event, Severity
from sinetra.core.law.words import ActCode, SanctionClass

#: Nothing is done with it any more. A penalty that is only carried out can still be contested.
FINAL = Stage.RECORDED
#: Decided for good, one way or the other.
_DONE = (FINAL, Stage.CLEARED, Stage.ANNULLED)
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
    """Of the city and everything below it until ``day``, by their days. None: no examination has ended here yet,
    whatever its end, so that nothing on record does not say that there was nothing."""
    inside = Examination._base_manager.filter(matter__region__code__startswith=city)
    if not inside.filter(stage__in=_DONE).exists():
        return None
    proven = inside.filter(verdict=Verdict.SANCTION, stage=FINAL, decided_on__lte=day, status__in=ASN)
    proven = proven.exclude(matter__outcome=Outcome.NOT_PROVEN).filter(matter__corrected_at=None)
    rows = proven.order_by("decided_on", "penalty").values_list(
        *("matter__region_id", "matter__acts", "penalty", "decided_on")
    )
    found = []
    for region, acts, penalty, day in rows:
        severity = _SEVERITY.get(penalties().by_id[penalty].sanction_class) if penalty else None
        if severity is not None:
            event = Event(severity=severity, on=quarter_of(day))
            found.append(Decided(region=region, event=event, social=not SOCIAL_MEDIA.isdisjoint(acts)))
    return tuple(found)


def quarter_of(day: date) -> date:
    """Its first day. Of a single decision the points from history would tell the very day on which it was made.

    >>> quarter_of(date(2024, 11, 22)), quarter_of(date(2024, 3, 31))
    (datetime.date(2024, 10, 1), datetime.date(2024, 1, 1))
    """
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def within(decisions: tuple[Decided, ...], code: str) -> tuple[Decided, ...]:
    """Of a region with everything below it."""
    return tuple(item for item in decisions if item.region == code or item.region.startswith(f"{code}."))


def social_of(
    decisions: tuple[Decided, ...], city: str, kecamatan: Collection[str], day: date, years: int
) -> Mapping[str, int]:
    """How many were about social media in the years before ``day``, of the city and of each kecamatan. What is not
    there is not told: it is a count of few, or would give one away."""
    recent = tuple(item for item in decisions if item.social and (day - item.event.on).days <= years * 365.25)
    parts = {code: len(within(recent, code)) for code in kecamatan}
    of_city, of_parts = may_tell(len(recent), parts.values())
    return {**({city: len(recent)} if of_city else {}), **(parts if of_parts else {})}
