"""After the matter is closed: the reporter says whether there was retaliation (tindakan balasan). Asked once."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.reports.messages import Sent, plain, sent_before, write
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.retaliation import asks_about_retaliation
from sinetra.apps.reports.vocabulary import Mark
from sinetra.core.errors import Conflict, gettext_noop


def answer_retaliation(
    *, report: Report, happened: bool, key: str, actor: Actor, text: str = "", at: datetime | None = None
) -> Sent:
    """``text``: what happened, wanted only when something did.

    Errors: ``Forbidden``; ``BadInput``; ``Conflict`` while the matter is open, or when it was answered before.
    """
    require(actor, "report.answer_retaliation", report)
    mark = Mark.RETALIATION if happened else Mark.NO_RETALIATION
    words = plain(text) if happened else ""
    known = sent_before(report, mark, words, key)
    if known is not None:
        return Sent(message=known, repeated=True)
    if not asks_about_retaliation(report):
        raise Conflict(gettext_noop("Pertanyaan ini sudah dijawab, atau perkaranya belum ditutup."), code="not_asked")
    return write(report=report, mark=mark, text=words, key=key, actor=actor, at=at)
