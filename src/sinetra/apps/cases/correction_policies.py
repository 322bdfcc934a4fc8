"""Who may see and do what after a matter has ended: corrections, reopening, and namesakes."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import Rule, allow, inside, roles, rows_of
from sinetra.apps.cases.models import Correction, NameClearance, Reopening
from sinetra.apps.cases.policies import RECEIVERS, WORKERS
from sinetra.apps.reports.policies import in_scope


@rows_of(Correction)
@rows_of(Reopening)
@rows_of(NameClearance)
def _afterwards(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    return in_scope(actor, rows, "matter__region__code") if actor.has(*WORKERS) else rows.none()


def _on_matter(*accepted: Role) -> Rule:
    """By the region of the matter: the line itself names none. Without a row: the role alone."""

    def rule(actor: Actor, row: Any) -> bool:
        return roles(*accepted)(actor, row) and (row is None or inside(actor, row.matter))

    return rule


allow("matter.reopen", roles(Role.BAWASLU_COMMISSIONER))
allow("matter.clear_namesake", roles(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("correction.add", roles(*WORKERS))
allow("correction.send", _on_matter(*WORKERS))
allow("correction.note", _on_matter(*WORKERS))
# To leave somebody uncorrected, and to end a matter on another's word, is decided, not carried out.
allow("correction.give_up", _on_matter(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("correction.accept", _on_matter(Role.BAWASLU_COMMISSIONER, *RECEIVERS))
allow("correction.export", _on_matter(*WORKERS))
