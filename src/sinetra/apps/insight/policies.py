"""Who may see the control room, and who freezes open statistics; public figures carry no row and need no policy."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import allow, rows_of
from sinetra.apps.insight.models import Snapshot

# Everybody who signed in has a Ruang kerja; what it shows is decided by the policies of the rows.
allow("workspace.read", lambda actor, row: actor.kind == "person")
# The worker and the command line; no person chooses when figures are frozen.
allow("statistics.freeze", lambda actor, row: False)


@rows_of(Snapshot)
def _snapshots(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """What is published is for everybody; what an edition rests on leaves no selector."""
    return rows.defer("inputs", "heads")
