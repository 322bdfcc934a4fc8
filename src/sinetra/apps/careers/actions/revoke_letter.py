"""An issued letter no longer counts, for a reason; whoever checks its code is told so."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers.grounds import said
from sinetra.apps.careers.models import TransferLetter
from sinetra.apps.careers.vocabulary import LetterState
from sinetra.core.errors import Conflict, gettext_noop


def revoke_letter(*, letter: TransferLetter, reason: str, actor: Actor) -> TransferLetter:
    """Errors: ``Forbidden``; ``BadInput`` on ``reason``; ``Conflict`` when it was revoked before."""
    require(actor, "transfer.letter", letter.step)
    words = said(reason, "reason")[:300]
    if letter.state != LetterState.ISSUED:
        raise Conflict(gettext_noop("Surat ini sudah dicabut."), code="revoked")
    with unit_of_work(actor) as work:
        work.change(letter, state=LetterState.REVOKED, end_reason=words)
        work.record("transfer.revoke_letter", letter)
    return letter
