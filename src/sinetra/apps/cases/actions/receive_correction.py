"""Another institution says that nothing was proven in what it handed over or was handed; or answers that it knows."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.corrections import settle
from sinetra.apps.cases.models import Correction, HandOver
from sinetra.apps.cases.partners import organisation_of
from sinetra.apps.cases.received import Received
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import CorrectionState, Direction, ToldBy
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.errors import Conflict, VerificationFailed, gettext_noop
from sinetra.core.ids import uuid7
from sinetra.core.packages import Kind, Package


def receive_correction(package: Package, raw: bytes, *, actor: Actor, at: datetime | None = None) -> Received:
    """``package`` is verified already. The same one again changes nothing.

    A correction by the office that had handed the matter over hides those reported at once: the allegation was its
    own. One from further down waits for a person. Errors: ``VerificationFailed`` when it is about nothing that went
    between the two, or about other content; ``Conflict`` when it was answered otherwise before; ``Forbidden``.
    """
    if package.kind is Kind.CORRECTED:
        return _answer(package, raw, actor, at)
    hand_over = _about(package)
    require(actor, "package.receive", hand_over)
    if _known(hand_over, package):
        return Received(package=package, hand_over=hand_over, repeated=True)
    try:
        _note(hand_over, package, raw, actor, at)
    except IntegrityError:
        if not _known(hand_over, package):
            raise
        return Received(package=package, hand_over=hand_over, repeated=True)
    return Received(package=package, hand_over=hand_over, repeated=False)


def _note(hand_over: HandOver, package: Package, raw: bytes, actor: Actor, at: datetime | None) -> None:
    matter = hand_over.matter
    at, on = moment(at, matter.region_id)
    came = Correction.objects.filter(matter=matter, direction=Direction.INCOMING)
    key = uuid7()
    row = Correction(
        id=key,
        organisation_id=matter.organisation_id,
        matter=matter,
        direction=Direction.INCOMING,
        round=came.filter(body_name=package.sender.name).count(),
        body_kind=package.sender.kind,
        body_name=package.sender.name,
        told_by=ToldBy.HAND_OVER,
        told_on=hand_over.sent_at.date(),
        since=on,
        about=hand_over,
        package_id=package.id,
        package_digest=package.digest(),
        package_sealed=seal_value(raw.decode(), key, "package"),
    )
    from_its_origin = hand_over.direction == Direction.INCOMING
    with unit_of_work(actor) as work:
        work.change(matter, **({"corrected_at": at} if from_its_origin else {}))
        work.record("matter.correction", matter, data={"from": package.sender.name, "hides": from_its_origin})
        work.create(row)
        work.record("correction.receive", row, data={"digest": row.package_digest})
        add_step(work, StepCode.CORRECTION_RECEIVED, matter=matter, at=at, on=on, counterpart=row.body_name)


def _known(hand_over: HandOver, package: Package) -> bool:
    rows = Correction.objects.filter(matter=hand_over.matter, direction=Direction.INCOMING, package_id=package.id)
    row = rows.first()
    if row is not None and row.package_digest != package.digest():
        raise Conflict(gettext_noop("Paket dengan tanda pengenal ini sudah diterima dengan isi lain."), code="package")
    return row is not None


def _answer(package: Package, raw: bytes, actor: Actor, at: datetime | None) -> Received:
    found = Correction.objects.select_related("matter__report", "about__matter").filter(
        organisation=organisation_of(package.recipient),
        direction=Direction.OUTGOING,
        package_id=_key(package),
        body_kind=package.sender.kind,
        body_name=package.sender.name,
    )
    row = found.first()
    if row is None or row.about is None:
        raise _to_nothing(package)
    if package.content.get("digest") != row.package_digest:
        raise _to_other()
    require(actor, "package.receive", row.about)
    if row.reply_digest == package.digest():
        return Received(package=package, hand_over=row.about, repeated=True)
    if row.state != CorrectionState.SENT:
        raise Conflict(gettext_noop("Pembetulan ini sudah dijawab."), code="answered")
    matter = row.matter
    at, on = moment(at, matter.region_id)
    sealed = seal_value(raw.decode(), row.pk, "reply")
    with unit_of_work(actor) as work:
        work.change(
            row,
            state=CorrectionState.ACKNOWLEDGED,
            acknowledged_on=on,
            reply_digest=package.digest(),
            reply_sealed=sealed,
        )
        work.record("correction.answer", row, data={"digest": row.reply_digest})
        add_step(work, StepCode.CORRECTION_ANSWERED, matter=matter, at=at, on=on, counterpart=row.body_name)
        settle(work, matter, at, on)
    return Received(package=package, hand_over=row.about, repeated=False)


def _about(package: Package) -> HandOver:
    """What it puts right: in either direction, but between these two."""
    row = (
        HandOver.objects.select_related("matter__report", "organisation")
        .filter(
            organisation=organisation_of(package.recipient),
            package_id=_key(package),
            counterpart_kind=package.sender.kind,
            counterpart_name=package.sender.name,
        )
        .first()
    )
    if row is None:
        raise _to_nothing(package)
    if package.content.get("digest") != row.package_digest:
        raise _to_other()
    return row


def _key(package: Package) -> UUID:
    try:
        return UUID(str(package.content.get("package")))
    except ValueError:
        return UUID(int=0)


def _to_nothing(package: Package) -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Pembetulan ini tidak menyangkut paket yang pernah ada di antara kantor ini dan %(sender)s."),
        code="reply_to_nothing",
        sender=package.sender.name,
    )


def _to_other() -> VerificationFailed:
    return VerificationFailed(
        gettext_noop("Pembetulan ini menyebut isi lain daripada yang dikirim."), code="reply_to_other_content"
    )
