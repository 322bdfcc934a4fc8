"""Ends the runs that are open: remaining files, the number, the sealed certificate. Killed anywhere, it goes on."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import datetime

from django.db.models import Max

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.base.old_pages import drop_old_pages
from sinetra.apps.base.retention import after_retention, periods
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.due import RULES
from sinetra.apps.cases.erasure.run import delete_files
from sinetra.apps.cases.models import ErasedRecord, ErasureRun
from sinetra.apps.prevention.kept_files import kept_sealed
from sinetra.core.documents import indonesian
from sinetra.core.documents.erasure import ErasedLine, ErasedRule, ErasureCertificate, erasure_pdf
from sinetra.core.documents.seal import Seal, sealed_pdf
from sinetra.ports.clock import now as real_now
from sinetra.ports.signer import document_signer

#: What the seal of the file binds it to.
CERTIFICATE = b"erasure.certificate"
KIND = "erasure_certificate"


@after_retention
def certify_runs(_now: datetime) -> None:
    for run in list(ErasureRun.objects.filter(finished_at=None).select_related("organisation").order_by("pk")):
        for record in ErasedRecord.objects.filter(run=run).order_by("pk").iterator():
            delete_files(record)
        _finish(_numbered(run))
        drop_old_pages()


def _numbered(run: ErasureRun) -> ErasureRun:
    """Numbers of an office follow each other in a year; the number is taken once, also by a run that was killed."""
    if run.number:
        return run
    year = run.ran_on.year
    with unit_of_work(SYSTEM) as work:
        taken = ErasureRun.objects.filter(organisation_id=run.organisation_id, year=year)
        sequence = int(taken.aggregate(last=Max("sequence"))["last"] or 0) + 1
        work.change(run, year=year, sequence=sequence, number=f"{sequence:03}/HAPUS/{year}")
        work.record("retention.number", run)
    return run


def _finish(run: ErasureRun) -> None:
    told = certificate_of(run)
    finished_at = real_now()
    content = _sealed(run, erasure_pdf(told), finished_at)
    counts = {rule: _counts(run, rule) for rule in RULES}
    with kept_sealed(content, CERTIFICATE) as blob, unit_of_work(SYSTEM) as work:
        digest = hashlib.sha256(content).hexdigest()
        work.change(run, finished_at=finished_at, counts=counts, listed=told.listed, sha256=digest, blob=blob)
        work.record("retention.certificate", run, data={"number": run.number, "sha256": digest})


def _counts(run: ErasureRun, rule: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for counts in ErasedRecord.objects.filter(run=run, rule=rule).values_list("counts", flat=True):
        found.update({"records": 1, **counts})
    return dict(found)


def certificate_of(run: ErasureRun) -> ErasureCertificate:
    """In the order of rules and numbers: the same records always give the same list."""
    records = list(ErasedRecord.objects.filter(run=run).order_by("rule", "named", "pk"))
    sums: Counter[str] = Counter()
    for record in records:
        sums.update(record.counts)
    of_rule = Counter(record.rule for record in records)
    return ErasureCertificate(
        office=run.organisation.name,
        number=run.number,
        dated=indonesian.day(run.ran_on),
        rules=tuple(_rule(name, of_rule[name]) for name in RULES if of_rule[name]),
        records=tuple(
            ErasedLine(named=record.named, rule=record.rule, on=record.erased_on.isoformat()) for record in records
        ),
        rows=sums["rows"],
        files=sums["files"],
        details=sums["details"],
        exercise=exercise_word(),
    )


def _rule(name: str, records: int) -> ErasedRule:
    rule = periods().get(name)
    return ErasedRule(
        what=rule.what.id,
        stays=rule.stays.id,
        length=rule.length(),
        source=rule.source,
        confidence=rule.confidence.value,
        records=records,
    )


def _sealed(run: ErasureRun, content: bytes, at: datetime) -> bytes:
    signer = document_signer()
    seal = Seal(
        kind=KIND,
        number=run.number,
        office=run.organisation.name,
        issued_at=at.isoformat(timespec="seconds"),
        sealed_as=signer.word,
        sha256=hashlib.sha256(content).hexdigest(),
    )
    return sealed_pdf(content, seal, signer.sign)
