"""A message between the reporter and the office, either way; or the reporter's answer to a request for completion."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.reports.asked_completion import waits_for_completion
from sinetra.apps.reports.messages import Sent, plain, write
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Mark
from sinetra.core.errors import Conflict, gettext_noop


def write_message(
    *, report: Report, text: str, key: str, actor: Actor, completes: bool = False, at: datetime | None = None
) -> Sent:
    """``key``: 128 random bits of the form; the same key and words again write nothing. ``completes``: the reporter
    answers what the office asked to complete; whether that is enough a person decides (``accept_repair``).

    Errors: ``Forbidden``; ``BadInput`` naming ``text`` or the key; ``Conflict`` when it is full, nothing was asked, or
    by other words under the same key; ``Erased``; ``StepAside``.
    """
    require(actor, "message.write", report)
    words = plain(text)
    if completes:
        require(actor, "message.complete", report)
        if not waits_for_completion(report):
            raise Conflict(gettext_noop("Kantor tidak sedang meminta kelengkapan."), code="nothing_asked")
    mark = Mark.COMPLETION if completes else Mark.MESSAGE
    return write(report=report, mark=mark, text=words, key=key, actor=actor, at=at)
