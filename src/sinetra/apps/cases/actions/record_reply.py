"""The other side has answered what was sent: with an acknowledgement, or by sending it back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks, track_answers
from sinetra.apps.cases.follow_up import RULE
from sinetra.apps.cases.models import HandOver, Track
from sinetra.apps.cases.moves import walk
from sinetra.apps.cases.partners import organisation_of
from sinetra.apps.cases.received import Received
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Purpose, State
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, VerificationFailed, gettext_noop
from sinetra.core.packages import Kind, Package


def record_reply(package: Package, raw: bytes, *, actor: Actor, at: datetime | None = None) -> Received:
    """``package`` is verified already. The same reply again changes nothing.

    Errors: ``VerificationFailed`` when it answers nothing that was sent to its sender, or other content than was
    sent; ``Conflict`` when the hand-over was answered otherwise before.
    """
    hand_over = answered_hand_over(package)
    require(actor, "package.receive", hand_over)
    if hand_over.reply_digest == package.digest():
        return Received(package=package, hand_over=hand_over, repeated=True)
    at, on = moment(at, hand_over.matter.region_id)
    matter, returned = hand_over.matter, package.kind is Kind.RETURN
    if hand_over.state != HandOverState.SENT:
        raise Conflict(gettext_noop("Serah terima ini sudah dijawab."), code="answered")
    track = Track.objects.filter(hand_over=hand_over).first()
    if track is not None:
        track.matter = matter
        _answer_track(track, hand_over, package, raw, actor=actor, at=at, on=on)
        return Received(package=package, hand_over=hand_over, repeated=False)
    forwarded = hand_over.purpose == Purpose.FORWARDING
    state = State.ACKNOWLEDGED if not returned else State.RETURNED if forwarded else State.INITIAL_STUDY
    was_passed_on = matter.kind == MatterKind.HANDED_OVER
    if was_passed_on:
        # The next institution answers for it now; returned, it is this office's own work again.
        state = State.ACKNOWLEDGED
    else:
        walk(matter, ("return", "take_back") if returned else ("acknowledge",), goal=state)
    kept = _kept(hand_over, package, raw, at)
    with unit_of_work(actor) as work:
        work.change(hand_over, **kept)
        work.record(f"hand_over.{package.kind}", hand_over, data={"digest": package.digest()})
        work.change(matter, state=state)
        work.record(f"matter.{package.kind}", matter)
        clocks.stop(work, matter, at=at, on=on, ending=(ANSWER,))
        if state is State.INITIAL_STUDY:
            clocks.take_up_again(work, matter, on)
        if was_passed_on and not returned:
            clocks.start_rule(work, matter, RULE, on)
        code = StepCode.RETURNED if returned else StepCode.ACKNOWLEDGED
        add_step(work, code, matter=matter, at=at, on=on, counterpart=hand_over.counterpart_name)
    return Received(package=package, hand_over=hand_over, repeated=False)


def _kept(hand_over: HandOver, package: Package, raw: bytes, at: datetime) -> dict[str, Any]:
    """What the hand-over says from now on. Sealed outside the unit of work.

    When they answered is the sender's own word: it counts between sending and arrival. The sealed reply keeps it.
    """
    returned = package.kind is Kind.RETURN
    return {
        "state": HandOverState.RETURNED if returned else HandOverState.ACKNOWLEDGED,
        "reply_id": package.id,
        "reply_digest": package.digest(),
        "reply_sealed": seal_value(raw.decode(), hand_over.pk, "reply"),
        "returned_at" if returned else "acknowledged_at": max(hand_over.sent_at, min(package.created_at, at)),
    }


def _answer_track(
    track: Track, hand_over: HandOver, package: Package, raw: bytes, *, actor: Actor, at: datetime, on: date
) -> None:
    """The answer is that of one track: its clock stops, the matter follows from all of them together."""
    kept = _kept(hand_over, package, raw, at)
    with unit_of_work(actor) as work:
        work.change(hand_over, **kept)
        work.record(f"hand_over.{package.kind}", hand_over, data={"digest": package.digest()})
        track_answers.answer(work, track, hand_over, at=at, on=on)


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
