"""Where a report went, for its reporter: sent on, and answered by whom; no name of any person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.models import Clock, HandOver
from sinetra.apps.cases.overdue import answer_clocks
from sinetra.apps.cases.sending import day_sent
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.apps.reports.law_clock import Due
from sinetra.ports.clock import zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowHandOver:
    """One hand-over to another institution. ``state`` is that of the hand-over as its sender knows it;
    ``answered_by_receiver`` is false for what the sender recorded itself. ``due``: by when an answer is
    to come, while none has."""

    to: str
    sent_on: date
    state: str
    answered_on: date | None
    answered_by_receiver: bool
    due: Due | None

    def days_over(self, today: date) -> int:
        """Days since the answer was due; 0 when it came or is not due yet."""
        return max((today - self.due.due).days, 0) if self.due is not None else 0

    def to_json(self) -> dict[str, Any]:
        return {
            "to": self.to,
            "sent_on": self.sent_on.isoformat(),
            "state": self.state,
            "answered_on": self.answered_on.isoformat() if self.answered_on else None,
            "answer_by": None if self.answered_on is None else "receiver" if self.answered_by_receiver else "sender",
            "answer_due": self.due.due.isoformat() if self.due else None,
        }


def followed_hand_overs(actor: Actor) -> tuple[FollowHandOver, ...]:
    rows = list(visible(actor, HandOver).select_related("matter").order_by("sent_at", "id"))
    waiting = answer_clocks(actor, rows)
    return tuple(_hand_over(row, waiting.get(row.pk)) for row in rows)


def _hand_over(row: HandOver, waiting: Clock | None) -> FollowHandOver:
    is_open = row.state == HandOverState.SENT
    answered_at = row.returned_at or row.acknowledged_at
    zone = zone_of(row.matter.region_id).info
    return FollowHandOver(
        to=row.counterpart_name,
        sent_on=day_sent(row),
        state=row.state,
        # Rows from before the legal date was kept have the instant only.
        answered_on=row.answered_on or (answered_at.astimezone(zone).date() if answered_at else None),
        answered_by_receiver=not row.recorded_by_sender,
        due=Due.of(waiting.told) if is_open and waiting is not None else None,
    )
