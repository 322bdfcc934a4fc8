"""A short text is no longer offered; one that stood for a default gives its place back."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.models import ReplyText
from sinetra.core.errors import Conflict, gettext_noop


def retire_reply_text(*, row: ReplyText, actor: Actor) -> ReplyText:
    """Errors: ``Forbidden``; ``Conflict`` when it was retired before, or by a lost race."""
    require(actor, "reply_text.write", row)
    if row.retired_at is not None:
        raise Conflict(gettext_noop("Teks ini sudah tidak dipakai."), code="retired")
    with unit_of_work(actor) as work:
        work.change(row, retired_at=work.at)
        work.record("reply_text.retire", row)
    return row
