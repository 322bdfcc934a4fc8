"""Who may see evidence: the office that handles the report, and its reporter. Administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import allow, rows_of
from sinetra.apps.evidence.models import CustodyEntry, Evidence, Upload
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.policies import HANDLERS, in_scope


@rows_of(Evidence)
def _evidence(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if actor.kind == "reporter":
        return rows.filter(report_id=actor.report_id)
    return in_scope(actor, rows, "report__region__code") if actor.has(*HANDLERS) else rows.none()


@rows_of(CustodyEntry)
def _custody(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    return in_scope(actor, rows, "evidence__report__region__code") if actor.has(*HANDLERS) else rows.none()


@rows_of(Upload)
def _uploads(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Nobody's: it is reached by its secret key only."""
    return rows if actor.kind == "system" else rows.none()


def _may_add(actor: Actor, row: Report | None) -> bool:
    """Whoever shows the code of the report."""
    return actor.kind == "reporter" and (row is None or row.pk == actor.report_id)


allow("evidence.add", _may_add)
# Before there is a report: anybody, as for filing itself.
allow("evidence.upload", lambda actor, row: actor.kind in {"public", "reporter", "person"})
# The installation itself, when an antivirus is there.
allow("evidence.scan", lambda actor, row: False)
