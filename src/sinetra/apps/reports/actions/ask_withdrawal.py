"""The reporter asks to take the report back. Nothing moves by itself: a person decides (``cases.actions.withdraw``)."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.reports.messages import Sent, plain, sent_before, write
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Mark
from sinetra.apps.reports.withdrawal import withdrawal_of
from sinetra.core.errors import Conflict, gettext_noop


def ask_withdrawal(*, report: Report, key: str, actor: Actor, text: str = "", at: datetime | None = None) -> Sent:
    """``text``: why, when the reporter wants to say so.

    Errors: ``Forbidden``; ``BadInput``; ``Conflict`` when it cannot be taken back or was asked for before.
    """
    require(actor, "report.ask_withdrawal", report)
    words = plain(text) if text.strip() else ""
    known = sent_before(report, Mark.WITHDRAWAL, words, key)
    if known is not None:
        return Sent(message=known, repeated=True)
    found = withdrawal_of(report)
    if found.effect is None:
        raise Conflict(gettext_noop("Laporan ini tidak dapat dicabut lagi."), code="not_possible")
    if found.asked_on is not None:
        raise Conflict(gettext_noop("Permintaan pencabutan sudah dikirim; kantor menentukan."), code="asked")
    return write(report=report, mark=Mark.WITHDRAWAL, text=words, key=key, actor=actor, at=at)
