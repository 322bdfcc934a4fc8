"""What is sealed in a mediation, opened: the request, the offer, and each side's messages with the mediator."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.advice.models import Mediation
from sinetra.apps.advice.vocabulary import Side
from sinetra.apps.reports.sealing import open_value, seal_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    text: str
    units: str
    names: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """``time`` and ``place`` in the mediator's words. ``mediator`` may be somebody without an account."""

    mediator: str
    unit: str
    day: date
    time: str
    place: str

    def sealed(self, row_id: UUID) -> bytes:
        return seal_value(asdict(self), row_id, "offer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Between one side and the mediator; the other side never reads it."""

    side: Side
    by_mediator: bool
    on: date
    text: str


def request_of(row: Mediation) -> Request:
    return Request(**open_value(row.request_sealed, row.pk, "request"))


def offer_of(row: Mediation) -> Offer | None:
    if not row.offer_sealed:
        return None
    found: dict[str, Any] = open_value(row.offer_sealed, row.pk, "offer")
    return Offer(**{**found, "day": date.fromisoformat(found["day"])})


def messages_of(row: Mediation, side: Side | None = None) -> list[Message]:
    """All, or those of one side, in the order in which they were written."""
    given: list[dict[str, Any]] = open_value(row.talk_sealed, row.pk, "talk") if row.talk_sealed else []
    found = [
        Message(
            side=Side(item["side"]),
            by_mediator=item["by_mediator"],
            on=date.fromisoformat(item["on"]),
            text=item["text"],
        )
        for item in given
    ]
    return [item for item in found if side is None or item.side == side]


def with_message(row: Mediation, message: Message) -> bytes:
    """``talk`` with one more."""
    return seal_value([asdict(item) for item in [*messages_of(row), message]], row.pk, "talk")
