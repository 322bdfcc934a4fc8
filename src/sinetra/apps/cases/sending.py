"""A matter leaves the office as a signed package: the row that keeps it, and the promise to bring it over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sinetra.apps.base.work import Work
from sinetra.apps.cases import clocks, parcels
from sinetra.apps.cases.models import HandOver, Matter, Track
from sinetra.apps.cases.vocabulary import Direction, HandOverState, Purpose
from sinetra.apps.registry.models import Organisation
from sinetra.core.ids import uuid7
from sinetra.core.packages import Kind
from sinetra.ports import clock

# No law says until when an institution says that it has received something; the length can be set.
ANSWER = "hand_over.answer"


def outgoing(
    matter: Matter,
    to: Organisation,
    summary: str,
    at: datetime,
    *,
    purpose: Purpose = Purpose.FORWARDING,
    more: Mapping[str, Any] | None = None,
) -> HandOver:
    """Signed and sealed, not stored yet: no signing inside a unit of work."""
    parcel = parcels.handing(Kind(purpose.value), matter, to, summary, at, more or {})
    key = uuid7()
    return HandOver(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        direction=Direction.OUTGOING,
        state=HandOverState.SENT,
        purpose=purpose,
        counterpart_kind=to.kind,
        counterpart_name=to.name,
        package_id=parcel.package.id,
        package_digest=parcel.package.digest(),
        package_sealed=parcel.sealed(key, "package"),
        sent_at=at,
    )


def day_sent(hand_over: HandOver) -> date:
    """The legal date of sending, as the office of origin counts it."""
    zone = clock.zone_of(hand_over.matter.region_id)
    return hand_over.sent_on or hand_over.sent_at.astimezone(zone.info).date()


def send(work: Work, hand_over: HandOver, at: datetime, on: date, *, track: Track | None = None) -> None:
    """All clocks of the matter, or of its ``track`` alone, stop: it waits for the other side, whose answer has a clock
    of its own."""
    hand_over.sent_on = on
    work.create(hand_over)
    work.record("hand_over.send", hand_over, data={"digest": hand_over.package_digest})
    clocks.stop(work, hand_over.matter, at=at, on=on, track=track)
    clocks.start_rule(work, hand_over.matter, ANSWER, on, track=track)
    payload = {"hand_over": str(hand_over.pk), "part": "package"}
    work.enqueue("packages.deliver", payload, key=f"package:{hand_over.package_id}")
