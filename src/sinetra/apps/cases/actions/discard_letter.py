"""A draft that nobody needs goes away; what has a number stays."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.write_letter import require_draft
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.models import IssuedDocument


def discard_letter(*, document: IssuedDocument, version: int, actor: Actor) -> None:
    """Errors: ``Forbidden``; ``Conflict`` for what has a number, was rewritten meanwhile, or by interest."""
    require(actor, "document.write", document)
    require_no_conflict(actor, document.matter)
    require_draft(document, version)
    with unit_of_work(actor) as work:
        work.remove(document)
        work.record("document.discard", document, data={"kind": document.kind})
