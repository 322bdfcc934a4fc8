"""The proof of good faith: what was told, read, advised and decided, signed, as a sealed PDF. Nothing of it is kept."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.invitations.models import Consultation
from sinetra.apps.invitations.selectors import InvitationView
from sinetra.apps.invitations.vocabulary import Adviser
from sinetra.core.consult_proof import KIND, Statement
from sinetra.core.documents.consult_proof import ConsultSheet, Content, consult_pdf, number_of
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.ports.clock import zone_of
from sinetra.ports.signer import document_signer


def statement_of(view: InvitationView, content: Content, at: datetime) -> Statement:
    row = view.row
    zone = zone_of(row.organisation.region_id)

    def moment(instant: datetime | None) -> str:
        return instant.astimezone(zone.info).isoformat(timespec="seconds") if instant else ""

    def advised(adviser: Adviser) -> Consultation:
        """The one that came first."""
        return next(item.row for item in view.advices if item.row.adviser == adviser)

    return Statement(
        office=row.organisation.name,
        zone=zone.abbreviation,
        recorded_at=moment(row.recorded_at),
        recorded_on=_day(row.recorded_on),
        law_date=_day(row.event_on),
        team_on=_day(advised(Adviser.TEAM).arrived_on),
        bawaslu_on=_day(advised(Adviser.BAWASLU).arrived_on),
        bawaslu_by=advised(Adviser.BAWASLU).source,
        decided_at=moment(row.decided_at),
        decided_on=_day(row.decided_on),
        choice=view.decision.choice.value if view.decision else "",
        done_on=_day(row.ended_on),
        issued_at=moment(at),
        content=content.digest(),
    )


def sealed_proof(view: InvitationView, content: Content, *, address: str, issued: str, at: datetime) -> bytes:
    """``content``: in Indonesian words, as letters are. ``address``: of the page that checks proofs."""
    signer = document_signer()
    statement = statement_of(view, content, at)
    sheet = ConsultSheet(
        content=content,
        statement=statement,
        signature=signer.sign(statement.message()),
        issued=issued,
        address=address,
        seal=signer.word,
        exercise=exercise_word(),
    )
    made = consult_pdf(sheet)
    seal = Seal(
        kind=KIND,
        number=number_of(statement),
        office=statement.office,
        issued_at=statement.issued_at,
        sealed_as=signer.word,
        sha256=hashlib.sha256(made).hexdigest(),
    )
    return sealed_pdf(made, seal, signer.sign)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
