"""Reads of agreements: what was agreed, what is owed when, what was asked, disclosed, looked at, and what leaked."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.agreements.about_self import names_actor
from sinetra.apps.agreements.models import (
    Agreement,
    AgreementAnnex,
    AgreementMeeting,
    Breach,
    DataRequest,
    Disclosure,
    DisclosureOpening,
    Obligation,
)
from sinetra.apps.agreements.vocabulary import WAITING, AgreementState
from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.errors import NotFound, gettext_noop

M = TypeVar("M", bound=Model)
#: Most rows that a file of the register holds.
MOST_ROWS = 20_000
_NO_REQUEST = gettext_noop("Permintaan data ini tidak ada.")
_NO_DISCLOSURE = gettext_noop("Pengungkapan ini tidak ada.")


def holds_on(agreement: Agreement, day: date) -> bool:
    """Recorded here, not ended, and within its dates."""
    if agreement.state != AgreementState.IN_FORCE or agreement.valid_from is None:
        return False
    return agreement.valid_from <= day and (agreement.valid_until is None or day <= agreement.valid_until)


def agreements(actor: Actor) -> QuerySet[Agreement]:
    return policy.visible(actor, Agreement).select_related("region", "organisation", "partner")


def agreement(actor: Actor, pk: UUID) -> Agreement:
    """Errors: ``NotFound``, also for one between others."""
    return _one(agreements(actor), pk, gettext_noop("Kesepakatan ini tidak ada."))


def agreements_between(actor: Actor, other: UUID | None, day: date) -> list[Agreement]:
    """Those that hold on ``day`` between the actor's institution and ``other``; without it, all of the actor's."""
    own = Q(organisation=actor.office) | Q(partner=actor.office)
    rows = agreements(actor).filter(own, state=AgreementState.IN_FORCE)
    if other is not None:
        rows = rows.filter(Q(organisation=other) | Q(partner=other))
    return [row for row in rows.order_by("-id")[:50] if holds_on(row, day)]


def annex(actor: Actor, pk: UUID) -> AgreementAnnex:
    rows = policy.visible(actor, AgreementAnnex).select_related("agreement")
    return _one(rows, pk, gettext_noop("Lampiran ini tidak ada."))


def meeting(actor: Actor, pk: UUID) -> AgreementMeeting:
    rows = policy.visible(actor, AgreementMeeting).select_related("agreement")
    return _one(rows, pk, gettext_noop("Kegiatan ini tidak ada."))


def obligation(actor: Actor, pk: UUID) -> Obligation:
    rows = policy.visible(actor, Obligation).select_related("agreement")
    return _one(rows, pk, gettext_noop("Kewajiban ini tidak ada."))


def open_obligations(actor: Actor, until: date) -> QuerySet[Obligation]:
    """What the actor's institution owes until a day; and what nobody here owes, for who keeps the agreement. To be
    paged by ``due_on``."""
    rows = policy.visible(actor, Obligation).filter(done_on__isnull=True, due_on__isnull=False, due_on__lte=until)
    mine = Q(owner_organisation=actor.office) | Q(owner_organisation__isnull=True, organisation=actor.office)
    return rows.filter(mine).select_related("agreement")


def reviews_due(actor: Actor, until: date) -> QuerySet[Agreement]:
    """Agreements of the actor's institution that want to be looked at again. To be paged by ``review_on``."""
    rows = policy.visible(actor, Agreement).filter(organisation=actor.office, state=AgreementState.IN_FORCE)
    return rows.filter(review_on__isnull=False, review_on__lte=until)


def owners_here(day: date) -> QuerySet[Organisation]:
    """Local governments where somebody decides about data today, by name. Others are asked by letter."""
    held = RoleGrant.objects.filter(
        role__in=(Role.BKPSDM_OFFICER, Role.PPK), starts_on__lte=day, ends_on__gte=day, user__is_active=True
    )
    rows = Organisation.objects.filter(kind=OrganisationKind.LOCAL_GOVERNMENT)
    return rows.filter(pk__in=held.values("user__organisation_id")).order_by("name")


def data_requests(actor: Actor) -> QuerySet[DataRequest]:
    """Errors: ``Forbidden``."""
    policy.require(actor, "data_request.read")
    return policy.visible(actor, DataRequest).select_related("organisation", "agreement")


def data_request(actor: Actor, pk: UUID) -> DataRequest:
    """Errors: ``Forbidden``; ``NotFound``, also for one between others and for who is asked about."""
    rows = data_requests(actor).select_related("organisation", "agreement", "recorded_by", "decided_by", "disclosure")
    return _of_others(actor, _one(rows, pk, _NO_REQUEST), _NO_REQUEST)


def waiting_requests(actor: Actor) -> QuerySet[DataRequest]:
    """What waits for the owner. To be paged by ``asked_on``."""
    return data_requests(actor).filter(organisation=actor.office, state__in=WAITING)


def disclosures(actor: Actor) -> QuerySet[Disclosure]:
    """The register, newest first by ``-id``: who was told which fields, on what law. Errors: ``Forbidden``."""
    policy.require(actor, "data_request.read")
    return policy.visible(actor, Disclosure).select_related("organisation", "request", "disclosed_by")


def open_disclosures(actor: Actor, at: datetime) -> QuerySet[Disclosure]:
    """What the actor's institution has told and others can read now. To be paged by ``expires_at``."""
    return disclosures(actor).filter(organisation=actor.office, expires_at__gt=at, ended_at__isnull=True)


def disclosure(actor: Actor, pk: UUID) -> Disclosure:
    """Errors: ``Forbidden``; ``NotFound``, also for one between others and for who is asked about."""
    row = _one(disclosures(actor), pk, _NO_DISCLOSURE)
    _of_others(actor, row.request, _NO_DISCLOSURE)
    return row


def openings(actor: Actor, row: Disclosure) -> QuerySet[DisclosureOpening]:
    """Who looked, to be paged by ``-opened_at``."""
    rows = policy.visible(actor, DisclosureOpening).filter(disclosure=row)
    return rows.select_related("opened_by", "opened_by__organisation")


def breaches(actor: Actor) -> QuerySet[Breach]:
    """Errors: ``Forbidden``."""
    policy.require(actor, "breach.read")
    return policy.visible(actor, Breach).select_related("organisation", "recorded_by")


def breach(actor: Actor, pk: UUID) -> Breach:
    """Errors: ``Forbidden``, ``NotFound``."""
    return _one(breaches(actor), pk, gettext_noop("Catatan kebocoran ini tidak ada."))


def untold_breaches(actor: Actor) -> QuerySet[Breach]:
    """Of which a notice has not gone out. To be paged by ``known_at``."""
    return breaches(actor).filter(Q(persons_told_at__isnull=True) | Q(authority_told_at__isnull=True))


def _of_others(actor: Actor, row: DataRequest, message: str) -> DataRequest:
    if names_actor(actor)(row):
        raise NotFound(message)
    return row


def _one(rows: QuerySet[M], pk: UUID, message: str) -> M:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound(message)
    return found
