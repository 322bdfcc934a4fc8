"""Several matters go to one person, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.cases.actions.assign import assign
from sinetra.apps.cases.bulk import Chosen, RowResult, for_each
from sinetra.apps.cases.models import Matter
from sinetra.core.errors import Conflict, gettext_noop


def assign_many(
    *, chosen: Sequence[Chosen], handler: User, actor: Actor, reason: str, at: datetime | None = None
) -> tuple[RowResult[Matter], ...]:
    """A matter in which that person has an interest, or that somebody else just changed, stays where it is.

    Errors: ``Forbidden``; ``BadInput`` naming ``chosen``.
    """
    require(actor, "matter.assign")

    def act(matter: Matter) -> None:
        if matter.handler_id == handler.pk:
            raise Conflict(gettext_noop("Perkara ini sudah pada orang itu."), code="same_handler")
        assign(matter=matter, handler=handler, actor=actor, reason=reason, at=at)

    return for_each(actor, Matter, chosen, act)
