"""One verb for many reports of the inbox: each succeeds or is refused by itself, and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.cases.bulk import MOST
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound, SinetraError, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenReport:
    """A row of the inbox, with the version that the list showed."""

    report_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportResult:
    """``refused`` None: done. ``report`` as it is now; None for one that the actor does not see."""

    report: Report | None
    refused: SinetraError | None


def for_each_report(
    actor: Actor, chosen: Sequence[ChosenReport], act: Callable[[Report], object]
) -> tuple[ReportResult, ...]:
    """Each row in a unit of work of its own, in the order of the list. Errors: ``BadInput`` naming ``chosen`` for none
    or more than a page; what a row refuses stands in its result."""
    rows = tuple(dict.fromkeys(chosen))
    if not 0 < len(rows) <= MOST:
        raise BadInput(gettext_noop("Pilih 1 sampai %(most)s laporan."), field="chosen", most=MOST)
    return tuple(_one(actor, row, act) for row in rows)


def _one(actor: Actor, chosen: ChosenReport, act: Callable[[Report], object]) -> ReportResult:
    rows = visible(actor, Report).select_related("region", "organisation", "matter", "joined_to")
    report = rows.filter(pk=chosen.report_id).first()
    if report is None:
        return ReportResult(
            report=None, refused=NotFound(gettext_noop("Laporan ini tidak ada, atau bukan untuk Anda."))
        )
    if report.version != chosen.version:
        changed = Conflict(gettext_noop("Laporan ini berubah sejak daftar Anda dibuka. Lihat dahulu keadaannya."))
        return ReportResult(report=report, refused=changed)
    try:
        act(report)
    except (BadInput, Conflict, Forbidden, NotFound) as error:
        return ReportResult(report=rows.get(pk=report.pk), refused=error)
    return ReportResult(report=rows.get(pk=report.pk), refused=None)
