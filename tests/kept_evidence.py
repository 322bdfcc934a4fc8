"""A file handed in with a report, as the filing keeps it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import find_handlers
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.cleaning import clean_evidence
from sinetra.apps.evidence.comparing import compare_evidence
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.originals import keep_sealed_file
from sinetra.apps.evidence.vocabulary import EvidenceState, Touch
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import context_of, seal_value
from sinetra.core.ids import uuid7
from sinetra.ports.clock import now
from sinetra.ports.keyring import Purpose, seal


def keep(
    report: Report, content: bytes, media_type: str, *, name: str = "bukti", findings: Sequence[str] = ()
) -> Evidence:
    file, key = keep_sealed_file([content]), uuid7()
    row = Evidence(
        id=key,
        organisation_id=report.organisation_id,
        report=report,
        position=Evidence.objects.filter(report=report).count() + 1,
        name_sealed=seal_value(name, key, "name"),
        media_type=media_type,
        size=file.size,
        sha256=file.sha256,
        blob=file.blob,
        key_sealed=seal(Purpose.DATA, file.key, context_of(key, "key")),
        upload_hash=secrets.token_bytes(32),
        state=EvidenceState.QUARANTINED if findings else EvidenceState.RECEIVED,
        findings=list(findings),
        received_at=now(),
    )
    with unit_of_work(SYSTEM) as work:
        work.create(row)
        work.record("evidence.add", row)
        touch(work, row, Touch.RECEIVED, at=now())
    return row


def cleaned(report: Report, content: bytes, media_type: str, **more: object) -> Evidence:
    """The same, with its cleaned copy and compared with the others."""
    row = keep(report, content, media_type, **more)  # type: ignore[arg-type]
    clean_evidence(row.pk)
    compare_evidence(row.pk)
    return Evidence.objects.select_related("report", "inspection").get(pk=row.pk)


def do_promised(name: str) -> list[UUID]:
    """Does the waiting tasks of one kind, by their handler: for which files."""
    queue, done = outbox(), []
    while (task := queue.claim(now())) is not None:
        if task.name == name:
            find_handlers()[name](task.payload)
            done.append(UUID(task.payload["evidence"]))
        queue.done(task, now())
    return done
