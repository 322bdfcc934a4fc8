"""The office changes a short text; messages that were sent with it stay as they are."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.actions.add_reply_text import checked
from sinetra.apps.reports.models import ReplyText


def change_reply_text(*, row: ReplyText, title: str, text: str, actor: Actor) -> ReplyText:
    """Errors: ``Forbidden``; ``BadInput`` naming ``title`` or ``text``; ``Conflict`` by a lost race."""
    require(actor, "reply_text.write", row)
    title, text = checked(title, text)
    with unit_of_work(actor) as work:
        work.change(row, title=title, text=text)
        work.record("reply_text.change", row, data={"title": title})
    return row
