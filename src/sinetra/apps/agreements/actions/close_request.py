"""The owner closes a request without telling anything: its matter ended, or nobody waits for it any more."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.agreements.about_self import require_not_about
from sinetra.apps.agreements.models import DataRequest
from sinetra.apps.agreements.vocabulary import WAITING, RequestState
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import Conflict, gettext_noop


def close_request(*, request: DataRequest, reason: str, actor: Actor) -> DataRequest:
    """Nothing sealed is opened for it. Errors: ``Forbidden``, also for who is asked about; ``BadInput`` on ``reason``;
    ``Conflict`` once it was refused, disclosed, withdrawn or closed."""
    require(actor, "data_request.decide", request)
    require_not_about(actor, request)
    said = plain_text(reason, "reason", (5, 500))
    if request.state not in WAITING:
        raise Conflict(gettext_noop("Permintaan ini sudah selesai; tidak dapat ditutup lagi."))
    with unit_of_work(actor) as work:
        work.change(request, state=RequestState.CLOSED, ended_at=work.at, reason=said)
        work.record("data_request.close", request)
    return request
