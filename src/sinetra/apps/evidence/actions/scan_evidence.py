"""An antivirus looks at one original, after filing: it never keeps anybody from reporting."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.conf import settings

from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.originals import open_original
from sinetra.apps.evidence.vocabulary import EvidenceState, ScanResult, Touch
from sinetra.core.errors import SinetraError
from sinetra.core.evidence.findings import Finding
from sinetra.ports.antivirus import antivirus

BATCH = 100


def scan_evidence(*, evidence_id: UUID, at: datetime, actor: Actor = SYSTEM) -> bool:
    """False when there is no antivirus, or nothing to look at any more. What is found goes to quarantine.

    Errors: ``AntivirusFailed``; then it stays unchecked, and the task comes again.
    """
    scanner = antivirus(settings.SINETRA_CLAMAV)
    evidence = Evidence.objects.filter(pk=evidence_id, scan=ScanResult.UNCHECKED).exclude(blob="").first()
    if scanner is None or evidence is None:
        return False
    require(actor, "evidence.scan", evidence)
    version = scanner.version()[:80]
    with open_original(evidence) as original:
        seen = scanner.scan(original.chunks())
    found = ScanResult(seen.answer.value)
    infected = found == ScanResult.INFECTED
    values = {"scan": found, "scanner": version, "scanned_at": at}
    if infected:
        findings = sorted({*evidence.findings, Finding.VIRUS.value})
        values |= {"state": EvidenceState.QUARANTINED, "findings": findings}
    was_quarantined = evidence.state == EvidenceState.QUARANTINED
    with unit_of_work(actor) as work:
        work.change(evidence, **values)
        work.record("evidence.scan", evidence, data={"scan": found})
        touch(work, evidence, Touch.SCANNED, at=at, note=" ".join(filter(None, (version, seen.name))))
        if infected and not was_quarantined:
            touch(work, evidence, Touch.QUARANTINED, at=at, note=seen.name)
    return True


def scan_waiting(*, at: datetime) -> int:
    """What came while there was no antivirus, or while it did not answer: a batch an hour; how many. A file that cannot
    be read is left for the next hour, and keeps no other from its turn. Errors: ``AntivirusFailed``."""
    scanner = antivirus(settings.SINETRA_CLAMAV)
    if scanner is None:
        return 0
    scanner.version()
    waiting = Evidence.objects.filter(scan=ScanResult.UNCHECKED).exclude(blob="").order_by("id")
    done = 0
    for key in list(waiting.values_list("pk", flat=True)):
        if done == BATCH:
            break
        with suppress(SinetraError):
            done += scan_evidence(evidence_id=key, at=at)
    return done
