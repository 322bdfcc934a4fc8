"""The desk of an office: reports that no matter has yet, those that were joined, kept or set aside; by filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.vocabulary import ReportState


class DeskOrder(StrEnum):
    """``undated``: those that no rule gives a day, the longest waiting first."""

    DUE = ""
    OLDEST = "oldest"
    UNDATED = "undated"


COLUMNS = {
    DeskOrder.DUE: ("due_on", "id"),
    DeskOrder.OLDEST: ("filed_at", "id"),
    DeskOrder.UNDATED: ("filed_at", "id"),
}
#: What is new stands by its deadline; the others have none any more.
STATES = (ReportState.NEW, ReportState.JOINED, ReportState.KEPT, ReportState.SET_ASIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFilter:
    """``region``: with all that lies in it. ``filed_until``: waiting at least since that day."""

    state: ReportState = ReportState.NEW
    order: DeskOrder = DeskOrder.DUE
    channel: str = ""
    region: str = ""
    act: str = ""
    filed_until: date | None = None


def desk(actor: Actor, filters: DeskFilter) -> QuerySet[Report]:
    """To be paged by ``COLUMNS[filters.order]``; each with its region, the matter it was joined to and
    ``has_identity`` and ``has_evidence``. The sealed texts stay where they are. Errors: ``Forbidden``."""
    require(actor, "report.read")
    rows = visible(actor, Report).filter(state=filters.state)
    if filters.order is DeskOrder.DUE:
        rows = rows.filter(due_on__isnull=False)
    if filters.order is DeskOrder.UNDATED:
        rows = rows.filter(due_on=None)
    if filters.channel:
        rows = rows.filter(kept_as=filters.channel)
    if filters.region:
        rows = rows.filter(Q(region__code=filters.region) | Q(region__code__startswith=f"{filters.region}."))
    if filters.act:
        # Codes hold neither quotes nor signs of a pattern; the text of the list is the same on both databases.
        rows = rows.filter(acts__icontains=f'"{filters.act}"')
    if filters.filed_until is not None:
        rows = rows.filter(filed_on__lte=filters.filed_until)
    shown = ("kept_as", "acts", "happened_on", "filed_at", "filed_on", "due_on", "version", "state", "is_copy")
    rows = rows.select_related("region", "joined_to").only(*shown, "region__name", "joined_to__number")
    return rows.annotate(
        has_identity=Exists(Identity.objects.filter(report=OuterRef("pk"))),
        has_evidence=Exists(Evidence.objects.filter(report=OuterRef("pk"))),
    )
