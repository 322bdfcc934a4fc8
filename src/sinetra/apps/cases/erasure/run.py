"""One run of erasure: record by record, each in its own unit of work; killed anywhere, the next one goes on.

What is due is found anew each time, so nothing is erased twice and nothing is forgotten: also not in data that a
backup has brought back. Files are named in the record until they are deleted.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.retention import retention
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.erasure.due import IDENTITY, MATTER, NOT_PROVEN, REPORT, due
from sinetra.apps.cases.erasure.erase import Erased, erase_identity, erase_matter, erase_report
from sinetra.apps.cases.models import ErasedRecord, ErasureRun, Matter
from sinetra.apps.prevention.kept_files import forget
from sinetra.apps.reports.models import Identity, Report
from sinetra.core.errors import Conflict
from sinetra.ports.clock import now as real_now
from sinetra.ports.clock import today

BATCH = 200


@retention(NOT_PROVEN)
def forget_not_proven(now: datetime, *, dry_run: bool) -> int:
    return _run(NOT_PROVEN, now, dry_run=dry_run)


@retention(MATTER)
def forget_matters(now: datetime, *, dry_run: bool) -> int:
    return _run(MATTER, now, dry_run=dry_run)


@retention(REPORT)
def forget_reports(now: datetime, *, dry_run: bool) -> int:
    return _run(REPORT, now, dry_run=dry_run)


@retention(IDENTITY)
def forget_identities(now: datetime, *, dry_run: bool) -> int:
    return _run(IDENTITY, now, dry_run=dry_run)


def _run(rule: str, now: datetime, *, dry_run: bool) -> int:
    if dry_run:
        return due(rule, now).count()
    done, last = 0, None
    while keys := _next(rule, now, last):
        for key in keys:
            done += _erase(rule, key, now)
        last = keys[-1]
    return done


def _next(rule: str, now: datetime, last: UUID | None) -> list[UUID]:
    rows = due(rule, now).order_by("pk")
    if last is not None:
        rows = rows.filter(pk__gt=last)
    return list(rows.values_list("pk", flat=True)[:BATCH])


def _erase(rule: str, key: UUID, now: datetime) -> bool:
    """False when it is no longer due: somebody set a hold, or another worker was faster."""
    try:
        with unit_of_work(SYSTEM) as work:
            row = due(rule, now).filter(pk=key).first()
            if row is None:
                return False
            record = _erase_row(work, rule, row)
    except Conflict:
        return False
    delete_files(record)
    return True


def _erase_row(work: Work, rule: str, row: Row) -> ErasedRecord:
    at = real_now()
    matter, report = _owners(row)
    place = matter.region_id if matter is not None else report.region_id if report is not None else None
    on = today(place)
    run = _open_run(work, row.organisation_id, at=at, on=on)
    erased = _erased(work, row, at)
    record = ErasedRecord(
        organisation_id=row.organisation_id,
        run=run,
        rule=rule,
        named=name_of(row),
        matter=matter,
        report=report,
        erased_at=at,
        erased_on=on,
        counts=dict(erased.told()),
        files=erased.files,
    )
    work.create(record)
    work.record("retention.recorded", record, data={"rule": rule})
    return record


def name_of(row: Row) -> str:
    """The number of the matter; a report without one has only the end of its id."""
    matter, _report = _owners(row)
    return matter.number if matter is not None else str(row.pk)[-12:]


def _owners(row: Row) -> tuple[Matter | None, Report | None]:
    if isinstance(row, Matter):
        return row, row.report
    report = row if isinstance(row, Report) else row.report if isinstance(row, Identity) else None
    return (report.in_matter if report is not None else None), report


def _erased(work: Work, row: Row, at: datetime) -> Erased:
    if isinstance(row, Matter):
        return erase_matter(work, row, at=at)
    if isinstance(row, Report):
        return erase_report(work, row)
    assert isinstance(row, Identity)  # noqa: S101 - the rules name no other table
    return erase_identity(work, row)


def _open_run(work: Work, organisation: UUID, *, at: datetime, on: Any) -> ErasureRun:
    """The one that a killed worker has left, or a new one."""
    found = ErasureRun.objects.filter(organisation_id=organisation, finished_at=None).first()
    if found is not None:
        return found
    run = work.create(ErasureRun(organisation_id=organisation, started_at=at, ran_on=on))
    work.record("retention.run", run)
    return run


def delete_files(record: ErasedRecord) -> None:
    """Twice does no harm."""
    if not record.files:
        return
    for name in record.files:
        forget(name)
    with unit_of_work(SYSTEM) as work:
        work.change(record, files=[])
        work.record("retention.files", record)
