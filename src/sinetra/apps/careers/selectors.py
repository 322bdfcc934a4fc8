"""Reads of careers: steps of the office, of a person, one of them; policies in force; what the public is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.viewing import Shown, named
from sinetra.apps.careers.models import CareerPolicy, CareerStep, CareerTally, TransferCheck, TransferFile
from sinetra.apps.careers.vocabulary import DECIDED, REPLACEMENTS, Decision, Figure
from sinetra.apps.registry.models import Person, Unit
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.errors import NotFound, gettext_noop


def steps(actor: Actor, *, decision: str = "", kind: str = "") -> QuerySet[CareerStep]:
    """To be paged, the newest first. Errors: ``Forbidden``."""
    require(actor, "career.read")
    rows = visible(actor, CareerStep).select_related("person", "unit", "to_unit")
    if decision:
        rows = rows.filter(decision=decision)
    return rows.filter(kind=kind) if kind else rows


def step(actor: Actor, key: UUID) -> CareerStep:
    """Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "career.read")
    rows = visible(actor, CareerStep).select_related(
        *("organisation__region", "person", "unit", "to_unit", "policy", "written_by", "decided_by")
    )
    row = rows.filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Langkah karier ini tidak ada."))
    if row.person_id is not None:
        named("registry.person", row.person_id, Shown.CIVIL_SERVANT)
    return row


def person(actor: Actor, key: UUID) -> Person:
    """Whose career it is. Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "career.propose")
    row = visible(actor, Person).select_related("unit", "organisation__region").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Pegawai ini tidak ada."))
    named("registry.person", row.pk, Shown.CIVIL_SERVANT)
    return row


def unit(actor: Actor, key: UUID) -> Unit:
    """Errors: ``NotFound``."""
    row = visible(actor, Unit).filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Unit ini tidak ada."))
    return row


def latest_check(of: CareerStep) -> TransferCheck | None:
    return of.checks.order_by("-id").first()


def checks(actor: Actor) -> QuerySet[TransferCheck]:
    """Of the office, to be paged, the newest first. Errors: ``Forbidden``."""
    require(actor, "career.read")
    return visible(actor, TransferCheck).select_related("step__person", "step__unit")


def check(actor: Actor, key: UUID) -> TransferCheck:
    """Errors: ``Forbidden``, ``NotFound``."""
    row = checks(actor).select_related("checked_by").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Pemeriksaan ini tidak ada."))
    if row.step is not None and row.step.person_id is not None:
        named("registry.person", row.step.person_id, Shown.CIVIL_SERVANT)
    return row


def files(actor: Actor) -> QuerySet[TransferFile]:
    """Files that were screened. Errors: ``Forbidden``."""
    require(actor, "career.read")
    return visible(actor, TransferFile)


def own_steps(of: Person) -> QuerySet[CareerStep]:
    """For the person's own page; proposals too: who is to be moved may know it."""
    return CareerStep.objects.filter(person=of).order_by("-id")


def policies(actor: Actor) -> QuerySet[CareerPolicy]:
    """Of one's own office, to be paged by the newest. Errors: ``Forbidden``."""
    require(actor, "career_policy.read")
    return visible(actor, CareerPolicy)


def policy(actor: Actor, key: UUID) -> CareerPolicy:
    """Errors: ``Forbidden``, ``NotFound``."""
    row = policies(actor).select_related("written_by", "organisation").filter(pk=key).first()
    if row is None:
        raise NotFound(gettext_noop("Kebijakan ini tidak ada."))
    return row


def in_force(organisation_id: UUID, day: date) -> QuerySet[CareerPolicy]:
    """What holds in an office on a day: for the staff, by their own link too."""
    rows = CareerPolicy.objects.filter(organisation_id=organisation_id, from_on__lte=day)
    return rows.filter(Q(until_on__isnull=True) | Q(until_on__gte=day)).order_by("-from_on", "-id")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonCount:
    """How many steps of a kind took effect in a span, by reason."""

    kind: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """How many steps of a kind took effect in an office on a day."""

    organisation_id: UUID
    region: str
    kind: str
    day: date
    count: int


def decided_counts(as_of: date) -> dict[str, int]:
    """Replacements of officials by decision, over all offices here; with zero where there is none."""
    counted = dict.fromkeys((str(code) for code in DECIDED), 0)
    rows = CareerTally.objects.filter(figure=Figure.DECISION, kind__in=REPLACEMENTS, code__in=DECIDED, day__lte=as_of)
    for code, count in rows.order_by().values_list("code").annotate(Sum("count")):
        counted[str(code)] = count
    return counted


def check_counts(as_of: date, verdicts: Iterable[str]) -> dict[str, int]:
    """Checks by verdict; one proposal may be checked more than once."""
    counted = {str(code): 0 for code in verdicts}
    rows = CareerTally.objects.filter(figure=Figure.CHECK, day__lte=as_of)
    for code, count in rows.order_by().values_list("code").annotate(Sum("count")):
        counted[str(code)] = count
    return counted


def counts_between(organisation_id: UUID, first: date, last: date, kinds: Iterable[str]) -> list[ReasonCount]:
    """Granted in an office and not undone, in a span of days, both included: some hundred days at most."""
    rows = CareerTally.objects.filter(
        organisation_id=organisation_id,
        figure=Figure.DECISION,
        day__range=(first, last),
        kind__in=tuple(kinds),
        code=Decision.GRANTED,
    )
    found = rows.order_by("kind", "reason").values_list("kind", "reason").annotate(Sum("count"))
    return [ReasonCount(kind=kind, reason=why, count=count) for kind, why, count in found if count]


def counts_by_office(until: date, kinds: Iterable[str]) -> list[DayCount]:
    """Granted and not undone, in every regional government."""
    rows = CareerTally.objects.filter(
        organisation__kind=OrganisationKind.LOCAL_GOVERNMENT,
        organisation__region__isnull=False,
        figure=Figure.DECISION,
        day__lte=until,
        kind__in=tuple(kinds),
        code=Decision.GRANTED,
    )
    cells = ("organisation_id", "organisation__region_id", "kind", "day")
    found = rows.order_by(*cells).values_list(*cells).annotate(Sum("count"))
    return [
        DayCount(organisation_id=office, region=region, kind=kind, day=day, count=count)
        for office, region, kind, day, count in found
        if count
    ]
