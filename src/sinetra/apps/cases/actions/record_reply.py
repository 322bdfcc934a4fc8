"""The other side has answered what was sent: with an acknowledgement, or by sending it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.answered import give_way, note_answer, state_after
from sinetra.apps.cases.models import HandOver
from sinetra.apps.cases.partners import organisation_of
from sinetra.apps.cases.received import Received
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import Direction, HandOverState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import VerificationFailed, gettext_noop
from sinetra.core.packages import Kind, Package


def record_reply(package: Package, raw: bytes, *, actor: Actor, at: datetime | None = None) -> Received:
    """``package`` is verified already. The same reply again changes nothing. What the sender had recorded of an answer
    gives way to it.

    Errors: ``VerificationFailed`` when it answers nothing that was sent to its sender, or other content than was
    sent; ``Conflict`` when the hand-over was answered otherwise before.
    """
    hand_over = answered_hand_over(package)
    require(actor, "package.receive", hand_over)
    if hand_over.reply_digest == package.digest():
        return Received(package=package, hand_over=hand_over, repeated=True)
    at, on = moment(at, hand_over.matter.region_id)
    answer = HandOverState.RETURNED if package.kind is Kind.RETURN else HandOverState.ACKNOWLEDGED
    goal = state_after(hand_over, answer)
    # When they answered is the sender's own word: it counts between sending and arrival. The sealed reply keeps it.
    answered_at = max(hand_over.sent_at, min(package.created_at, at))
    kept: dict[str, Any] = {
        "reply_id": package.id,
        "reply_digest": package.digest(),
        "reply_sealed": seal_value(raw.decode(), hand_over.pk, "reply"),
    }
    with unit_of_work(actor) as work:
        give_way(work, hand_over)
        note_answer(work, hand_over, answer, goal, answered_at=answered_at, at=at, on=on, **kept)
        work.record(f"hand_over.{package.kind}", hand_over, data={"digest": package.digest()})
    return Received(package=package, hand_over=hand_over, repeated=False)


def answered_hand_over(package: Package) -> HandOver:
    """What was sent to the sender of ``package``, which names it. Errors: ``VerificationFailed``."""
    office = organisation_of(package.recipient)
    try:
        key = UUID(str(package.content.get("package")))
    except ValueError:
        key = UUID(int=0)
    found = HandOver.objects.select_related("matter__report").filter(
        organisation=office,
        direction=Direction.OUTGOING,
        package_id=key,
        counterpart_kind=package.sender.kind,
        counterpart_name=package.sender.name,
    )
    hand_over = found.first()
    if hand_over is None:
        raise VerificationFailed(
            gettext_noop("Balasan ini tidak menjawab paket yang pernah dikirim kepada %(sender)s."),
            code="reply_to_nothing",
            sender=package.sender.name,
        )
    if package.content.get("digest") != hand_over.package_digest:
        raise VerificationFailed(
            gettext_noop("Balasan ini menyebut isi lain daripada yang dikirim."), code="reply_to_other_content"
        )
    return hand_over
