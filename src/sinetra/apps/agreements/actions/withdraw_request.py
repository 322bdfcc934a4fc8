"""The institution that asked needs it no more."""

from __future__ import annotations

from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.agreements.vocabulary import WAITING, RequestState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop


def withdraw_request(*, request: DataRequest, actor: Actor) -> DataRequest:
    """Errors: ``Forbidden``; ``Conflict`` once it was disclosed or refused."""
    require(actor, "data_request.ask", request)
    if request.state not in WAITING:
        raise Conflict(gettext_noop("Permintaan ini sudah selesai; tidak dapat ditarik."))
    with unit_of_work(actor) as work:
        work.change(request, state=RequestState.WITHDRAWN, ended_at=work.at)
        work.record("data_request.withdraw", request)
    return request
