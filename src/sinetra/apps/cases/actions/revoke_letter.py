"""An issued letter counts no more: its check page says so from now on."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import IssuedDocument
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import LetterState
from sinetra.core.errors import Conflict, gettext_noop


def revoke_letter(*, document: IssuedDocument, reason: str, actor: Actor, at: datetime | None = None) -> IssuedDocument:
    """Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict`` for what is no issued letter, or by interest."""
    require(actor, "document.revoke", document)
    why = plain_text(reason, "reason", (5, 500), gettext_noop("Tuliskan alasannya, %(accepted)s huruf."))
    if document.state != LetterState.ISSUED:
        raise Conflict(gettext_noop("Hanya surat yang berlaku yang dapat dicabut."), code="not_issued")
    require_no_conflict(actor, document.matter)
    _, on = moment(at, document.matter.region_id)
    with unit_of_work(actor, at=at) as work:
        work.change(document, state=LetterState.REVOKED, revoked_on=on, reason=why)
        work.record("document.revoke", document, data={"number": document.number}, reason=why)
    return document
