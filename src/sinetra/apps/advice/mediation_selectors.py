"""Reads of mediation: the worklist of the team, one of them opened, and what a code shows to its side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.advice.mediation_talk import Message, Offer, Request, messages_of, offer_of, request_of
from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import ENDED, KEPT, OPEN, MediationState, Side
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.reports.codes import hashes_of_typed
from sinetra.core.errors import NotFound, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationView:
    """For the mediator: everything that both said to the team."""

    row: Mediation
    request: Request
    offer: Offer | None
    messages: list[Message]

    @property
    def is_open(self) -> bool:
        return self.row.state in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """For one of the two: the offer, the own messages, and nothing that the other wrote."""

    row: Mediation
    side: Side
    offer: Offer | None
    messages: list[Message]

    @property
    def is_open(self) -> bool:
        return self.row.state in OPEN

    @property
    def may_agree(self) -> bool:
        return self.row.state == MediationState.OFFERED and self.own_agreed_on is None

    @property
    def own_agreed_on(self) -> date | None:
        return self.row.asker_agreed_on if self.side == Side.ASKER else self.row.invited_agreed_on

    @property
    def other_agreed_on(self) -> date | None:
        return self.row.invited_agreed_on if self.side == Side.ASKER else self.row.asker_agreed_on

    @property
    def erased_on(self) -> date | None:
        """The first day on which nothing of it is left."""
        return self.row.ended_on + KEPT + timedelta(days=1) if self.row.ended_on else None


def mediations(actor: Actor, *, is_open: bool = True) -> QuerySet[Mediation]:
    """To be paged by ``asked_on``, without those to which the actor is tied. Errors: ``Forbidden``."""
    require(actor, "mediation.read")
    return visible(actor, Mediation).filter(state__in=OPEN if is_open else ENDED)


def mediation_view(actor: Actor, pk: UUID) -> MediationView:
    """Errors: ``Forbidden``; ``NotFound``, also for one of another office or one to which the actor is tied."""
    require(actor, "mediation.read")
    row = visible(actor, Mediation).select_related("handled_by").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Mediasi ini tidak ada, atau sudah dihapus."))
    return MediationView(row=row, request=request_of(row), offer=offer_of(row), messages=messages_of(row))


def mediation_by_code(typed: str) -> SideView:
    """What whoever holds a code may read. Errors: ``BadInput`` when it cannot be a code, ``NotFound``."""
    hashes = hashes_of_typed(typed)
    row = Mediation.objects.filter(Q(code_hash__in=hashes) | Q(invited_hash__in=hashes)).first()
    if row is None:
        raise NotFound(
            gettext_noop("Kode ini tidak terdaftar di sini, atau catatannya sudah dihapus."), code="code_unknown"
        )
    return side_view(row, Side.ASKER if bytes(row.code_hash) in hashes else Side.INVITED)


def mediation_again(pk: str, side: str) -> SideView:
    """The same for a code that was shown before: ``pk`` and ``side`` come from a sealed token. Errors: ``NotFound``."""
    row = Mediation.objects.filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Mediasi ini tidak ada, atau sudah dihapus."))
    return side_view(row, Side(side))


def side_view(row: Mediation, side: Side) -> SideView:
    return SideView(row=row, side=side, offer=offer_of(row), messages=messages_of(row, side))
