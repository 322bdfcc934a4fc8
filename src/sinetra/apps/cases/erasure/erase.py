"""Erases one matter or report inside a unit of work: all of it, or after a crash nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.erase import erase_details
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work
from sinetra.apps.cases.erasure.parts import MATTER, PARTS, REPORT, Part, emptied, files, paths, tables
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.vocabulary import ReportState

ACTION = "retention.erase"


@dataclass(slots=True, kw_only=True)
class Erased:
    """``files``: names of blobs that no row names any more; they are deleted after the commit."""

    counts: Counter[str] = field(default_factory=Counter)
    files: list[str] = field(default_factory=list)

    def told(self) -> Mapping[str, int]:
        return {name: self.counts[name] for name in ("rows", "files", "details")}


def erase_matter(work: Work, matter: Matter, *, at: datetime) -> Erased:
    """The report that it came from goes with it, and those that were joined to it."""
    done = Erased()
    joined = matter.joined_reports.values_list("pk", flat=True)
    reports = [*joined, *([matter.report_id] if matter.report_id is not None else [])]
    touched = _erase_rows(work, done, matters=[matter.pk], reports=reports)
    matter.refresh_from_db()
    work.change(matter, erased_at=at)
    work.record(ACTION, matter)
    _forget_words(done, touched)
    return done


def erase_report(work: Work, report: Report) -> Erased:
    """One that never became a matter."""
    done = Erased()
    touched = _erase_rows(work, done, matters=[], reports=[report.pk])
    report.refresh_from_db()
    work.change(report, state=ReportState.ERASED)
    work.record(ACTION, report)
    _forget_words(done, touched)
    return done


def erase_identity(work: Work, identity: Identity) -> Erased:
    done = Erased()
    work.remove(identity)
    work.record("identity.erase", identity)
    done.counts["rows"] += 1
    _forget_words(done, {Identity.type_name(): [identity.pk]}, also=(identity.report_id,))
    return done


def _erase_rows(work: Work, done: Erased, *, matters: Sequence[UUID], reports: Sequence[UUID]) -> dict[str, list[UUID]]:
    """Every row of it by type, also those with nothing to erase: their entries in the trace may bear a reason. Whoever
    adds a file or a copy of one holds its report (``evidence.holding``): it is there before this, or not at all."""
    touched: dict[str, list[UUID]] = {}
    held = Report._base_manager.select_for_update(no_key=True, of=("self",)).filter(_belongs(Report, matters, reports))
    list(held.order_by("pk").values_list("pk"))
    for model in tables():
        for row in model._base_manager.filter(_belongs(model, matters, reports)).order_by("pk"):
            touched.setdefault(model.type_name(), []).append(row.pk)
            _erase_row(work, done, row)
    return touched


def _belongs(model: type[Row], matters: Sequence[UUID], reports: Sequence[UUID]) -> Q:
    wanted = Q(pk__in=[])
    for keys, label in ((matters, MATTER), (reports, REPORT)):
        for path in paths(model, label) if keys else ():
            wanted |= Q(**{f"{path}__in": keys})
    return wanted


def _erase_row(work: Work, done: Erased, row: Row) -> None:
    if PARTS.get(row.type_name(), Part()).whole:
        work.remove(row)
    else:
        named = files(row)
        values = emptied(row) | dict.fromkeys(named, "")
        if not values:
            return
        work.change(row, **values)
        done.files += named.values()
        done.counts["files"] += len(named)
    work.record(ACTION, row)
    done.counts["rows"] += 1


def _forget_words(done: Erased, touched: Mapping[str, list[UUID]], also: tuple[UUID, ...] = ()) -> None:
    """Reasons in the trace, and purposes in the access log; that something happened stays in both."""
    for label, keys in touched.items():
        done.counts["details"] += erase_details(AuditEntry.objects.filter(object_type=label, object_id__in=keys))
    keys = [*also, *touched.get(MATTER, ()), *touched.get(REPORT, ())]
    AccessEntry.objects.filter(subject_id__in=keys).exclude(purpose="").update(purpose="")
