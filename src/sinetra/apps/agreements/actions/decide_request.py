"""The owner of the data decides field by field, each with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.about_self import require_not_about
from sinetra.apps.agreements.cleared import is_cleared
from sinetra.apps.agreements.errors import MatterCleared
from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.agreements.vocabulary import RequestState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, Conflict, Forbidden, gettext_noop
from sinetra.ports.clock import today

REASON = (5, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDecision:
    approved: bool
    reason: str


def decide_request(
    *, request: DataRequest, decisions: Mapping[int, FieldDecision], reason: str = "", version: int, actor: Actor
) -> DataRequest:
    """``decisions`` by the place of the field; ``reason`` for the whole where nothing is approved.

    Errors: ``Forbidden``, also for who recorded the request and for who is asked about; ``BadInput`` naming
    ``reason_<place>`` or ``reason``; ``Conflict``; ``MatterCleared``.
    """
    require(actor, "data_request.decide", request)
    _another_person(request, actor)
    if is_cleared(request):
        raise MatterCleared
    if request.state != RequestState.ASKED or request.version != version:
        raise Conflict(gettext_noop("Permintaan ini sudah diputus, ditarik, atau baru saja diubah orang lain."))
    fields = list(request.fields.order_by("place"))
    reasons = {}
    for field in fields:
        if field.place not in decisions:
            raise BadInput(gettext_noop("Putuskan isian ini."), field=f"decision_{field.place}")
        reasons[field.place] = plain_text(decisions[field.place].reason, f"reason_{field.place}", REASON)
    some = any(decisions[field.place].approved for field in fields)
    whole = "" if some else plain_text(reason, "reason", (5, 500))
    with unit_of_work(actor) as work:
        for field in fields:
            approved = decisions[field.place].approved
            work.change(field, approved=approved, reason=reasons[field.place])
            action = "data_request.approve_field" if approved else "data_request.withhold_field"
            work.record(action, field, reason=reasons[field.place])
        work.change(
            request,
            state=RequestState.DECIDED if some else RequestState.REFUSED,
            decided_on=today(request.organisation.region_id),
            decided_by_id=actor.user_id,
            reason=whole,
            ended_at=None if some else work.at,
        )
        work.record("data_request.decide" if some else "data_request.refuse", request, reason=whole)
    return request


def _another_person(request: DataRequest, actor: Actor) -> None:
    """Whoever wrote the request down for somebody else does not decide it, nor does whom it asks about."""
    if actor.user_id is None or request.recorded_by_id in accounts_of_one_person(actor.user_id):
        raise Forbidden(
            gettext_noop("Anda yang mencatat permintaan ini. Orang lain yang memutuskannya."), code="second_person"
        )
    require_not_about(actor, request)
