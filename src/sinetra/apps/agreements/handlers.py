"""What goes by itself: erasure after its time, and reminders; and sealed columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.agreements import reminders
from sinetra.apps.agreements.field_words import field_text
from sinetra.apps.agreements.models import Agreement, AgreementAnnex, Breach, DataRequest, Disclosure, DisclosureOpening
from sinetra.apps.agreements.vocabulary import WAITING, AgreementState, RequestState
from sinetra.apps.audit.erase import erase_details
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.reseal import sealed_column
from sinetra.apps.base.retention import cut_off, retention
from sinetra.apps.base.row import Row
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.reports.sealing import context_of

__all__ = ["reminders"]


def _context(field: str) -> Callable[[Any], bytes]:
    return lambda row: context_of(row.pk, field)


_SEALED: tuple[tuple[type[Row], str], ...] = (
    (Agreement, "contacts"),
    (DataRequest, "request"),
    (Disclosure, "disclosed"),
    (Breach, "told"),
)
for _model, _field in _SEALED:
    sealed_column(_model, f"{_field}_sealed", context=_context(_field))


@retention("agreements.disclosed")
def empty_disclosures(now: datetime, *, dry_run: bool) -> int:
    """What was told; which fields, on what law and who looked stays in the register."""
    old = cut_off("agreements.disclosed", now)
    rows = Disclosure.objects.filter(Q(expires_at__lt=old) | Q(ended_at__lt=old)).exclude(disclosed_sealed=b"")
    return _empty(rows, "disclosed", "disclosure.erase", dry_run=dry_run)


@retention("agreements.requests")
def empty_requests(now: datetime, *, dry_run: bool) -> int:
    """With what was asked in own words, and every reason; also those that nobody decided or told, which end here."""
    old = cut_off("agreements.requests", now)
    done = Q(ended_at__lt=old) | Q(ended_at__isnull=True, created_at__lt=old)
    rows = DataRequest.objects.filter(done).exclude(request_sealed=b"")
    if dry_run:
        return rows.count()
    return _each(list(rows), _empty_request, "data_request.erase")


def _empty_request(work: Work, row: DataRequest) -> None:
    ends = {"state": RequestState.CLOSED, "ended_at": work.at} if row.state in WAITING else {}
    work.change(row, request_sealed=b"", reason="", **ends)
    fields, told = list(row.fields.order_by("place")), Disclosure.objects.filter(request=row)
    for field in fields:
        work.change(field, text="", reason="")
        work.record("data_request.erase_field", field)
    for disclosure in told:
        words = [field_text(field) for field in fields if field.approved]
        work.change(disclosure, fields=words, end_reason="")
        work.record("disclosure.erase_words", disclosure)
    for item in (row, *fields, *told):
        erase_details(AuditEntry.objects.filter(object_type=item.type_name(), object_id=item.pk))


@retention("agreements.breaches")
def empty_breaches(now: datetime, *, dry_run: bool) -> int:
    rows = Breach.objects.filter(known_at__lt=cut_off("agreements.breaches", now)).exclude(told_sealed=b"")
    return _empty(rows, "told", "breach.erase", dry_run=dry_run)


@retention("agreements.openings")
def forget_openings(now: datetime, *, dry_run: bool) -> int:
    rows = DisclosureOpening.objects.filter(opened_at__lt=cut_off("agreements.openings", now))
    return _remove(rows, "disclosure.erase_opening", dry_run=dry_run)


@retention("agreements.ended")
def forget_ended(now: datetime, *, dry_run: bool) -> int:
    """Contacts and files of an agreement that ended; its text is of institutions and stays."""
    day = cut_off("agreements.ended", now).date()
    ended = Agreement.objects.filter(Q(state=AgreementState.ENDED, ended_on__lt=day) | Q(valid_until__lt=day))
    contacts = ended.filter(contacts_sealed__isnull=False).exclude(contacts_sealed=b"")
    annexes = AgreementAnnex.objects.filter(agreement__in=ended)
    blobs = [] if dry_run else list(annexes.values_list("blob", flat=True))
    found = _empty(contacts, "contacts", "agreement.erase", dry_run=dry_run)
    found += _remove(annexes, "agreement.erase_annex", dry_run=dry_run)
    for blob in blobs:
        kept_files.forget(blob)
    return found


def _empty(rows: QuerySet[Any], field: str, action: str, *, dry_run: bool) -> int:
    if dry_run:
        return rows.count()
    return _each(list(rows), lambda work, row: work.change(row, **{f"{field}_sealed": b""}), action)


def _remove(rows: QuerySet[Any], action: str, *, dry_run: bool) -> int:
    if dry_run:
        return rows.count()
    return _each(list(rows), lambda work, row: work.remove(row), action)


def _each(rows: Iterable[Row], act: Callable[[Any, Any], object], action: str) -> int:
    done = 0
    for row in rows:
        with unit_of_work(SYSTEM) as work:
            act(work, row)
            work.record(action, row)
        done += 1
    return done
