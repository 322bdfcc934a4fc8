"""A signed package arrives: over HTTPS, as a file, or from the office next door in the demonstration. The same code."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import clocks
from sinetra.apps.cases.actions.receive_correction import receive_correction
from sinetra.apps.cases.actions.record_follow_up import record_follow_up
from sinetra.apps.cases.actions.record_reply import record_reply
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.numbers import next_number
from sinetra.apps.cases.partners import addressed_here, check_signature, organisation_of
from sinetra.apps.cases.received import Received, facts_of
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind, Purpose
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.sealing import seal_value
from sinetra.core import packages
from sinetra.core.errors import Conflict, VerificationFailed, gettext_noop
from sinetra.core.ids import uuid7


def receive_package(raw: bytes, *, actor: Actor = SYSTEM, at: datetime | None = None) -> Received:
    """A forwarding, transfer or take-over opens the receiver's own matter; an acknowledgement, a return or a
    later answer is noted on what was sent, a correction on what was sent or received.

    The same package again changes nothing and gives the same row, marked ``repeated``.

    Errors: ``VerificationFailed`` saying what is wrong with it, ``Conflict`` when its id came before with other
    content, ``Forbidden``.
    """
    package = packages.verify(raw, check=check_signature, addressed_here=addressed_here)
    if package.kind is packages.Kind.ANSWER:
        return record_follow_up(package, raw, actor=actor, at=at)
    if package.kind in packages.CORRECTING:
        return receive_correction(package, raw, actor=actor, at=at)
    if package.kind not in packages.OPENING:
        return record_reply(package, raw, actor=actor, at=at)
    office = organisation_of(package.recipient)
    assert office is not None  # noqa: S101 - addressed_here has found it
    _require_inside_bawaslu(package, office)
    require(actor, "package.receive", HandOver(organisation=office))
    known = _received_before(office, package)
    if known is not None:
        return Received(package=package, hand_over=known, repeated=True)
    try:
        made = _receive(office, package, raw, actor, at)
    except IntegrityError:
        known = _received_before(office, package)
        if known is None:
            raise
        return Received(package=package, hand_over=known, repeated=True)
    return Received(package=package, hand_over=made, repeated=False)


def _require_inside_bawaslu(package: packages.Package, office: Organisation) -> None:
    """Errors: ``VerificationFailed`` for a transfer or take-over that leaves Bawaslu or comes from outside it."""
    inside = package.sender.kind == office.kind == OrganisationKind.BAWASLU
    if package.kind is not packages.Kind.FORWARDING and not inside:
        raise VerificationFailed(
            gettext_noop("Pelimpahan dan pengambilalihan hanya ada antarkantor Bawaslu."), code="package_content"
        )


def _received_before(office: Organisation, package: packages.Package) -> HandOver | None:
    known = HandOver.objects.filter(organisation=office, direction=Direction.INCOMING, package_id=package.id).first()
    if known is not None and known.package_digest != package.digest():
        raise Conflict(gettext_noop("Paket dengan tanda pengenal ini sudah diterima dengan isi lain."), code="package")
    return known


def _receive(
    office: Organisation, package: packages.Package, raw: bytes, actor: Actor, at: datetime | None
) -> HandOver:
    facts = facts_of(package)
    at, on = moment(at, office.region_id)
    matter_id, hand_over_id = uuid7(), uuid7()
    facts_sealed = seal_value(facts.kept(), matter_id, "facts")
    package_sealed = seal_value(raw.decode(), hand_over_id, "package")
    with unit_of_work(actor) as work:
        number = next_number(work, office.pk, on)
        matter = Matter(
            id=matter_id,
            organisation=office,
            number=number.text,
            year=number.year,
            sequence=number.sequence,
            kind=MatterKind.HANDED_OVER,
            state=HandOverState.RECEIVED,
            region_id=facts.region,
            election=facts.election,
            regime=facts.regime,
            acts=list(facts.acts),
            happened_on=facts.happened_on,
            facts_sealed=facts_sealed,
            opened_at=at,
            opened_on=on,
        )
        work.create(matter)
        work.record("matter.open", matter, data={"number": matter.number, "kind": matter.kind})
        hand_over = HandOver(
            id=hand_over_id,
            organisation=office,
            matter=matter,
            direction=Direction.INCOMING,
            state=HandOverState.RECEIVED,
            purpose=Purpose(package.kind.value),
            counterpart_kind=package.sender.kind,
            counterpart_name=package.sender.name,
            package_id=package.id,
            package_digest=package.digest(),
            package_sealed=package_sealed,
            sent_at=package.created_at,
            received_at=at,
        )
        work.create(hand_over)
        work.record("hand_over.receive", hand_over, data={"digest": hand_over.package_digest})
        if office.kind == OrganisationKind.BKN:
            clocks.start_rule(work, matter, "sbt.verification", on)
        clocks.start_rule(work, matter, ANSWER, on)
        add_step(work, StepCode.RECEIVED, matter=matter, at=at, on=on, counterpart=package.sender.name)
    return hand_over
