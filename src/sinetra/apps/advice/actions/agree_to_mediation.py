"""One of the two says yes to the offer. When both have, the mediation is agreed."""

from __future__ import annotations

from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import TRACE_ASKED, MediationState, Side
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def agree_to_mediation(*, mediation: Mediation, side: Side, version: int, actor: Actor = PUBLIC) -> Mediation:
    """``version`` is what this side read: nobody agrees to an offer that was changed meanwhile. Twice is once.

    Errors: ``Conflict`` when there is no offer, or another one; ``Forbidden``.
    """
    require(actor, "mediation.take_part", mediation)
    field, other = (
        ("asker_agreed_on", mediation.invited_agreed_on)
        if side is Side.ASKER
        else ("invited_agreed_on", mediation.asker_agreed_on)
    )
    if getattr(mediation, field) is not None and mediation.state in (MediationState.OFFERED, MediationState.AGREED):
        return mediation
    if mediation.state != MediationState.OFFERED:
        raise Conflict(gettext_noop("Saat ini tidak ada tawaran yang menunggu jawaban."), code="no_offer")
    if mediation.version != version:
        raise Conflict(gettext_noop("Ada yang berubah sejak Anda membaca. Baca lagi, lalu jawab."), code="changed")
    state = MediationState.AGREED if other else MediationState.OFFERED
    with unit_of_work(actor) as work:
        work.change(mediation, state=state, moved_at=clock.now(), **{field: clock.today()})
        work.record(TRACE_ASKED, mediation)
    return mediation
