"""Somebody who knows the paper confirms a circular that was known from the press only."""

from __future__ import annotations

from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import Circular
from sinetra.core.errors import Conflict, gettext_noop


def confirm_circular(*, circular: Circular, issued_on: date | None, actor: Actor) -> Circular:
    """``issued_on`` as it stands on the paper, when it is known. Errors: ``Forbidden``, ``Conflict``."""
    require(actor, "circular.confirm", circular)
    if circular.state != Circular.State.PRESS or circular.confirmed_at is not None:
        raise Conflict(gettext_noop("Edaran ini sudah dikonfirmasi, atau ditulis di sini."), code="confirmed")
    with unit_of_work(actor) as work:
        work.change(
            circular,
            confirmed_by_id=actor.user_id,
            confirmed_at=work.at,
            issued_on=issued_on or circular.issued_on,
        )
        work.record("circular.confirm", circular)
    return circular
