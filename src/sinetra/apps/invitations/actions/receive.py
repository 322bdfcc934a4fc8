"""A signed package of a consult arrives: at Bawaslu what is asked, at the local government the advice."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.partners import addressed_here, check_signature, organisation_of
from sinetra.apps.cases.steps import moment
from sinetra.apps.invitations.actions.advise import given
from sinetra.apps.invitations.arrival import require_timely
from sinetra.apps.invitations.letters import kept_letter
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.receiving import Received, advice_in, asked_in, day_in, wrong
from sinetra.apps.invitations.vocabulary import TRACE_ANSWERED, TRACE_ASKED, Adviser, Source, State, Way
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.core import packages
from sinetra.core.errors import Conflict, VerificationFailed, gettext_noop
from sinetra.core.ids import uuid7


def receive(raw: bytes, *, actor: Actor = SYSTEM, at: datetime | None = None) -> Received:
    """The same package again changes nothing and gives the same row, marked ``repeated``.

    Errors: ``VerificationFailed`` saying what is wrong with it; ``Conflict`` when its id came before with other
    content, or an advice came already; ``Forbidden``.
    """
    package = packages.verify(raw, check=check_signature, addressed_here=addressed_here)
    office = organisation_of(package.recipient)
    assert office is not None  # noqa: S101 - addressed_here has found it
    if package.kind is packages.Kind.CONSULTATION:
        return _asked(package, raw, office, actor, at)
    if package.kind is packages.Kind.ADVICE:
        return _advised(package, raw, office, actor, at)
    raise VerificationFailed(
        gettext_noop("Isi paket tidak dapat dipakai pada %(field)s."), code="package_content", field="kind"
    )


def _asked(package: packages.Package, raw: bytes, office: Organisation, actor: Actor, at: datetime | None) -> Received:
    if office.kind != OrganisationKind.BAWASLU or package.sender.kind != OrganisationKind.LOCAL_GOVERNMENT:
        wrong("to")
    require(actor, "invitation.receive", Consultation(organisation=office, way=Way.RECEIVED))
    known = _received_before(office, package)
    if known is not None:
        return Received(package=package, row=known, repeated=True)
    told = asked_in(package.content)
    key = uuid7()
    row = Consultation(
        id=key,
        organisation=office,
        adviser=Adviser.BAWASLU,
        way=Way.RECEIVED,
        counterpart_kind=package.sender.kind,
        counterpart_name=package.sender.name,
        asked_on=told.asked_on,
        event_on=told.told.event_on,
        days=told.days,
        work_week=told.work_week,
        zone=told.zone,
        due_on=told.due_on,
        package_id=package.id,
        package_digest=package.digest(),
        package_sealed=seal_value(raw.decode(), key, "package"),
    )
    at, on = moment(at, office.region_id)
    require_timely(row, package.created_at, at, on)
    try:
        with unit_of_work(actor) as work:
            work.create(row)
            work.record(TRACE_ASKED, row)
    except IntegrityError:
        known = _received_before(office, package)
        if known is None:
            raise
        return Received(package=package, row=known, repeated=True)
    return Received(package=package, row=row, repeated=False)


def _received_before(office: Organisation, package: packages.Package) -> Consultation | None:
    known = Consultation.objects.filter(organisation=office, way=Way.RECEIVED, package_id=package.id).first()
    if known is not None and known.package_digest != package.digest():
        raise Conflict(gettext_noop("Paket dengan tanda pengenal ini sudah diterima dengan isi lain."), code="package")
    return known


def _advised(
    package: packages.Package, raw: bytes, office: Organisation, actor: Actor, at: datetime | None
) -> Received:
    row = _sent(package, office)
    require(actor, "invitation.receive", row)
    advice = advice_in(package.content)
    at, on = moment(at, office.region_id)
    # When they answered is the sender's own word: it counts between asking and arrival, and arrival is known here.
    values = given(row, advice, Source.PACKAGE, on, at) | {
        "advised_on": min(max(row.asked_on, day_in(package.content, "advised_on")), on),
        "advised_at": min(max(_asked_at(row), package.created_at), at),
    }
    if row.advised_at is not None:
        if _is_same_reply(row, package):
            return Received(package=package, row=row, repeated=True)
        if row.source != Source.LETTER:
            raise Conflict(gettext_noop("Nasihat ini sudah diberikan."), code="advised")
        # A letter that the team had recorded gives way to the word of Bawaslu itself; once it may have been decided
        # upon, it stays beside it.
        if row.invitation is not None and row.invitation.state != State.OPEN:
            values["letter_sealed"] = seal_value(kept_letter(row), row.pk, "letter")
    reply = seal_value(raw.decode(), row.pk, "reply")
    with unit_of_work(actor) as work:
        work.change(row, **values, reply_sealed=reply, advised_by_id=None)
        work.record(TRACE_ANSWERED, row)
    return Received(package=package, row=row, repeated=False)


def _asked_at(row: Consultation) -> datetime:
    return row.invitation.recorded_at if row.invitation is not None else row.created_at


def _is_same_reply(row: Consultation, package: packages.Package) -> bool:
    if not row.reply_sealed:
        return False
    return bool(json.loads(open_value(row.reply_sealed, row.pk, "reply"))["digest"] == package.digest())


def _sent(package: packages.Package, office: Organisation) -> Consultation:
    """What was sent to the sender of ``package``, which names it. Errors: ``VerificationFailed``."""
    try:
        key = UUID(str(package.content.get("package")))
    except ValueError:
        key = UUID(int=0)
    rows = Consultation.objects.filter(
        organisation=office,
        way=Way.SENT,
        package_id=key,
        counterpart_kind=package.sender.kind,
        counterpart_name=package.sender.name,
    )
    row = rows.select_related("invitation").first()
    if row is None:
        message = gettext_noop("Jawaban ini bukan atas konsultasi yang dikirim dari sini kepada %(sender)s.")
        raise VerificationFailed(message, code="reply_to_nothing", sender=package.sender.name)
    if row.package_digest != package.content.get("digest"):
        message = gettext_noop("Jawaban ini menyebut isi lain daripada yang dikirim dari sini.")
        raise VerificationFailed(message, code="reply_to_other_content")
    return row
