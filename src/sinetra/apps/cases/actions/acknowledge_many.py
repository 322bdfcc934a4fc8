"""Several hand-overs that came in are acknowledged, each by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.actions.acknowledge import acknowledge
from sinetra.apps.cases.bulk import Chosen, RowResult, for_each
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.vocabulary import Direction, HandOverState
from sinetra.core.errors import Conflict, gettext_noop


def acknowledge_many(
    *, chosen: Sequence[Chosen], actor: Actor, at: datetime | None = None
) -> tuple[RowResult[Matter], ...]:
    """Only that they arrived: what becomes of each is decided matter by matter.

    Errors: ``Forbidden``; ``BadInput`` naming ``chosen``.
    """
    require(actor, "package.acknowledge")

    def act(matter: Matter) -> None:
        rows = visible(actor, HandOver).filter(
            matter=matter, direction=Direction.INCOMING, state=HandOverState.RECEIVED
        )
        waiting = rows.select_related("organisation", "matter").first()
        if waiting is None:
            raise Conflict(gettext_noop("Tidak ada serah terima yang menunggu jawaban."), code="answered")
        acknowledge(hand_over=waiting, actor=actor, at=at)

    return for_each(actor, Matter, chosen, act)
