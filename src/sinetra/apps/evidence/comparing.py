"""The job after a picture was cleaned: which others of the same office it is like. Never across offices.

It runs after the commit of the cleaning, so of two alike that are cleaned at once at least one sees the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.holding import hold_files
from sinetra.apps.evidence.models import Inspection, Likeness
from sinetra.apps.reports.sealing import context_of
from sinetra.core.evidence.likeness import NEAR, distance
from sinetra.ports.keyring import Purpose, open_sealed

#: A picture that is like hundreds (the same flyer) is told by the nearest.
MOST_ALIKE = 50


def compare_evidence(key: UUID) -> None:
    own = visible(SYSTEM, Inspection).filter(evidence_id=key).select_related("evidence").first()
    if own is None or not own.likeness_sealed:
        return
    hashes = _opened(own)
    alike = sorted((distance(hashes, _opened(row)), row.evidence_id) for row in _others(own))
    near = [(bits, other) for bits, other in alike if bits <= NEAR][:MOST_ALIKE]
    with unit_of_work(SYSTEM) as work:
        there = hold_files([own.evidence_id, *(other for _, other in near)])
        for bits, other in near:
            first, second = sorted((own.evidence_id, other))
            if not there.issuperset((first, second)) or Likeness.objects.filter(one_id=first, other_id=second).exists():
                continue
            row = Likeness(organisation_id=own.organisation_id, one_id=first, other_id=second, distance=bits)
            work.create(row)
            work.record("evidence.alike", row)


def _others(own: Inspection) -> Iterator[Inspection]:
    """Other reports' pictures; files of one report are seen side by side anyway."""
    rows = visible(SYSTEM, Inspection).filter(organisation_id=own.organisation_id).exclude(likeness_sealed=b"")
    return rows.exclude(evidence__report_id=own.evidence.report_id).iterator(chunk_size=200)


def _opened(row: Inspection) -> bytes:
    return open_sealed(Purpose.DATA, bytes(row.likeness_sealed), context_of(row.pk, "likeness"))
