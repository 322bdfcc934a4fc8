"""Reads of the invitation consult: the worklist of an adviser, one opened, and what the code shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.advice.vocabulary import KEPT
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.partners import addressed_here, lives_here
from sinetra.apps.invitations.letters import as_it_stood
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.told import Advice, Decision, Told
from sinetra.apps.invitations.vocabulary import State, Way
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.codes import hashes_of_typed
from sinetra.apps.reports.sealing import open_value
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.packages import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationView:
    """For an adviser, and each of two for the asker. ``told`` never has the name of the asker.

    ``came_after``: after the decision; only the asker learns that.
    """

    row: Consultation
    told: Told
    advice: Advice | None
    came_after: bool = False

    @property
    def is_late(self) -> bool:
        """The advice came after its day; one that is still missing the page compares with today."""
        return self.row.arrived_on is not None and self.row.arrived_on > self.row.due_on

    @property
    def answers_here(self) -> bool:
        """The adviser has its place in this installation."""
        party = Party(kind=self.row.counterpart_kind, name=self.row.counterpart_name)
        return self.row.way != Way.SENT or addressed_here(party)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView:
    """For whoever holds the code: everything. ``advices`` the team first; of Bawaslu two where a letter stood at the
    decision and its own word came later."""

    row: Invitation
    told: Told
    name: str
    advices: tuple[ConsultationView, ...]
    decision: Decision | None
    done: str

    @property
    def is_open(self) -> bool:
        return self.row.state == State.OPEN

    @property
    def erased_on(self) -> date | None:
        """The first day on which nothing of it is left."""
        return self.row.ended_on + KEPT + timedelta(days=1) if self.row.ended_on else None


def consultations(actor: Actor, *, is_waiting: bool = True) -> QuerySet[Consultation]:
    """To be paged by ``asked_on``. Errors: ``Forbidden``."""
    require(actor, "invitation.read")
    return visible(actor, Consultation).filter(advised_at__isnull=is_waiting)


def packages_to_take(actor: Actor) -> QuerySet[Consultation]:
    """Of the team: what Bawaslu in another installation is not asked until somebody takes it there."""
    waiting = consultations(actor).filter(way=Way.SENT, taken_at=None)
    if not lives_here(Organisation(kind=OrganisationKind.BAWASLU)):
        return waiting
    names = Organisation.objects.filter(kind=OrganisationKind.BAWASLU).values("name")
    return waiting.exclude(counterpart_name__in=names)


def consultation_view(actor: Actor, pk: UUID) -> ConsultationView:
    """Errors: ``Forbidden``; ``NotFound``, also for one of another office."""
    require(actor, "invitation.read")
    rows = visible(actor, Consultation).select_related("invitation", "organisation", "advised_by")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Undangan ini tidak ada, atau sudah dihapus."))
    return _view(row, _told(row))


def package_file(actor: Actor, pk: UUID) -> bytes:
    """The signed document that has to be taken to the other side. Errors: ``Forbidden``, ``NotFound``."""
    view = consultation_view(actor, pk)
    row = view.row
    part, sealed = ("reply", row.reply_sealed) if row.way == Way.RECEIVED else ("package", row.package_sealed)
    if row.way == Way.OWN or not sealed:
        raise NotFound(gettext_noop("Belum ada berkas paket untuk dikirim."))
    return str(open_value(sealed, row.pk, part)).encode()


def invitation_by_code(typed: str) -> InvitationView:
    """What whoever holds the code may read. Errors: ``BadInput`` when it cannot be a code, ``NotFound``."""
    row = Invitation.objects.select_related("organisation").filter(code_hash__in=hashes_of_typed(typed)).first()
    if row is None:
        raise NotFound(
            gettext_noop("Kode ini tidak terdaftar di sini, atau catatannya sudah dihapus."), code="code_unknown"
        )
    return invitation_view(row)


def invitation_again(pk: str) -> InvitationView:
    """The same for a code that was shown before: ``pk`` comes from a sealed token. Errors: ``NotFound``."""
    row = Invitation.objects.select_related("organisation").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Undangan ini tidak ada, atau sudah dihapus."))
    return invitation_view(row)


def invitation_view(row: Invitation) -> InvitationView:
    told = Told.of(open_value(row.told_sealed, row.pk, "told"))
    asked = sorted(row.consultations.select_related("organisation"), key=lambda item: item.way != Way.OWN)
    return InvitationView(
        row=row,
        told=told,
        name=open_value(row.name_sealed, row.pk, "name") if row.name_sealed else "",
        advices=tuple(view for item in asked for view in _for_asker(item, told, row.decided_at)),
        decision=Decision.of(open_value(row.decision_sealed, row.pk, "decision")) if row.decision_sealed else None,
        done=open_value(row.done_sealed, row.pk, "done") if row.done_sealed else "",
    )


def _for_asker(row: Consultation, told: Told, decided_at: datetime | None) -> Iterator[ConsultationView]:
    earlier = as_it_stood(row)
    if earlier is not None:
        yield ConsultationView(row=earlier[0], told=told, advice=earlier[1])
    came_after = decided_at is not None and row.arrived_at is not None and row.arrived_at > decided_at
    yield replace(_view(row, told), came_after=came_after)


def _told(row: Consultation) -> Told:
    if row.invitation is not None:
        return Told.of(open_value(row.invitation.told_sealed, row.invitation.pk, "told"))
    assert row.package_sealed is not None  # noqa: S101 - a received copy is its package
    return Told.of(json.loads(open_value(row.package_sealed, row.pk, "package"))["content"]["told"])


def _view(row: Consultation, told: Told) -> ConsultationView:
    advice = Advice.of(open_value(row.advice_sealed, row.pk, "advice")) if row.advice_sealed else None
    return ConsultationView(row=row, told=told, advice=advice)
