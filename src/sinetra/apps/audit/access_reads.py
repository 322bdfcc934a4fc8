"""Reads of the access log: of an office for its auditor, of one matter for its plenary, of one's own record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.accounts.models import User
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.access_subjects import MATTER, PERSON, REPORT
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.core.errors import NotFound, gettext_noop

#: Most entries that a file holds; older ones are reached by the dates of the filter.
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessFilter:
    """``user``: the name of an account, whole; ``matter``: its number. Empty: everybody, everything."""

    user: str = ""
    matter: str = ""


def access_entries(actor: Actor, filters: AccessFilter) -> QuerySet[AccessEntry]:
    """To be paged by ``("-first_at", "-id")``. Errors: ``Forbidden``."""
    require(actor, "access.read")
    rows = visible(actor, AccessEntry).select_related("user")
    if filters.user:
        named = User.objects.filter(organisation=actor.office, username=filters.user)
        rows = rows.filter(user__in=named)
    if filters.matter:
        rows = rows.filter(_of_matters(actor, filters.matter))
    return rows


def _of_matters(actor: Actor, number: str) -> Q:
    found = Matter._base_manager.filter(Q(number=number) | Q(register_number=number))
    keys: set[UUID] = set()
    for matter, report in found.filter(organisation=actor.office).values_list("pk", "report_id")[:50]:
        keys |= {matter} | ({report} if report else set())
    keys |= set(Report._base_manager.filter(joined_to__in=keys).values_list("pk", flat=True))
    return Q(subject_id__in=keys)


def matter_to_ask(actor: Actor, pk: UUID) -> Matter:
    """Errors: ``Forbidden`` for all but the plenary; ``NotFound``, also for one of another office or region."""
    require(actor, "access.read_matter")
    matter = visible(actor, Matter).filter(pk=pk).first()
    if matter is None:
        raise NotFound(gettext_noop("Perkara ini tidak ada, atau bukan untuk Anda."))
    require(actor, "access.read_matter", matter)
    return matter


def who_opened(actor: Actor, matter: Matter) -> QuerySet[AccessEntry]:
    """Of one matter and its reports, to be paged. Errors: ``Forbidden`` for all but the plenary."""
    require(actor, "access.read_matter", matter)
    keys = [matter.pk, *([matter.report_id] if matter.report_id else [])]
    keys += matter.joined_reports.values_list("pk", flat=True)
    rows = AccessEntry.objects.filter(organisation_id=matter.organisation_id, subject_type__in=(MATTER, REPORT))
    return rows.filter(subject_id__in=keys).select_related("user")


def own_record(actor: Actor) -> QuerySet[AccessEntry]:
    """Who opened the record of the civil servant to whom this account belongs; none without one."""
    require(actor, "access.read_own")
    if actor.user_id is None:
        return AccessEntry.objects.none()
    person = User.objects.filter(pk=actor.user_id).values_list("person_id", flat=True).first()
    if person is None:
        return AccessEntry.objects.none()
    return AccessEntry.objects.filter(subject_type=PERSON, subject_id=person).select_related("user")


def numbers_of(entries: list[AccessEntry]) -> dict[UUID, str]:
    """Numbers of the matters that a page of entries is about: one query."""
    keys = {entry.subject_id for entry in entries if entry.subject_type == MATTER}
    return dict(Matter._base_manager.filter(pk__in=keys).values_list("pk", "number")) if keys else {}
