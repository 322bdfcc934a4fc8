"""The job after a filing: one look at the file in a process with limits, its cleaned copy, its metadata, its likeness.

At least once: a file that was inspected already is left alone. What the process cannot bear ends as a refusal, never as
a failed job: the same bytes would fail again.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.copies import kept, new_copy
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.holding import hold_evidence
from sinetra.apps.evidence.models import Evidence, Inspection
from sinetra.apps.evidence.originals import open_original
from sinetra.apps.evidence.vocabulary import CleanRefusal, CopyKind, ScanResult, Touch
from sinetra.apps.reports.sealing import Erased, context_of, seal_value
from sinetra.core.evidence.clean import Refusal
from sinetra.core.evidence.findings import Finding
from sinetra.core.evidence.kinds import KINDS, is_played
from sinetra.core.ids import uuid7
from sinetra.ports.cleaner import MOST_OCTETS, Outcome, cleaner
from sinetra.ports.clock import now
from sinetra.ports.keyring import Purpose, seal

CLEAN, COMPARE = "evidence.clean", "evidence.compare"


def clean_evidence(key: UUID) -> None:
    evidence = visible(SYSTEM, Evidence).filter(pk=key).first()
    if evidence is None or not evidence.key_sealed or _is_inspected(evidence):
        return
    # Erased meanwhile: nothing of it is made any more.
    with suppress(Erased):
        _keep(evidence, _outcome(evidence))


def _keep(evidence: Evidence, outcome: Outcome) -> None:
    """What was found and made. Errors: ``Erased``; then no file is left."""
    at = now()
    inspection = _inspection(evidence, outcome)
    with ExitStack() as stack:
        file = stack.enter_context(kept(outcome.cleaned.content)) if outcome.cleaned else None
        work = stack.enter_context(unit_of_work(SYSTEM, at=at))
        hold_evidence(evidence)
        if _is_inspected(evidence):
            if file is not None:
                raise RuntimeError("inspected by another worker at the same time")
            return
        work.create(inspection)
        work.record("evidence.inspect", inspection)
        if outcome.cleaned is not None and file is not None:
            copy = work.create(new_copy(evidence, outcome.cleaned, file, kind=CopyKind.CLEANED, at=at))
            work.record("evidence.copy", copy)
            touch(work, evidence, Touch.CLEANED, at=at)
        if outcome.likeness:
            work.enqueue(COMPARE, {"evidence": str(evidence.pk)}, key=f"{COMPARE}@{evidence.pk}")


def _is_inspected(evidence: Evidence) -> bool:
    return Inspection.objects.filter(evidence=evidence).exists()


def _outcome(evidence: Evidence) -> Outcome:
    """What carries a virus is not even opened; what nobody can clean is not even read."""
    if evidence.media_type not in KINDS or is_played(evidence.media_type):
        return _refused(Refusal.KIND)
    if evidence.size > MOST_OCTETS:
        return _refused(Refusal.LARGE)
    if _has_virus(evidence):
        return _refused(Refusal.KIND)
    with open_original(evidence) as original:
        return cleaner().clean(b"".join(original.chunks()), evidence.media_type)


def _refused(why: Refusal) -> Outcome:
    return Outcome(cleaned=None, refusal=why, metadata=None, likeness=b"")


def _has_virus(evidence: Evidence) -> bool:
    return evidence.scan == ScanResult.INFECTED or Finding.VIRUS in evidence.findings


def _inspection(evidence: Evidence, outcome: Outcome) -> Inspection:
    key = uuid7()
    refusal = CleanRefusal(outcome.refusal.value) if outcome.refusal else ""
    told = [[item.name, item.value] for item in outcome.metadata] if outcome.metadata is not None else None
    return Inspection(
        id=key,
        organisation_id=evidence.organisation_id,
        evidence=evidence,
        refusal=CleanRefusal.VIRUS if _has_virus(evidence) else refusal,
        metadata_sealed=seal_value(told, key, "metadata") if told is not None else b"",
        likeness_sealed=seal(Purpose.DATA, outcome.likeness, context_of(key, "likeness")) if outcome.likeness else b"",
        inspected_at=now(),
    )
