"""The custody log: one row a touch, written in the unit of work of what it tells."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.work import Work
from sinetra.apps.evidence.models import CustodyEntry, Evidence
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.ids import uuid7


def touch(work: Work, evidence: Evidence, what: Touch, *, at: datetime, note: str = "") -> CustodyEntry:
    """By the actor of ``work``: a person, or nobody (the reporter, the installation)."""
    key = uuid7()
    entry = CustodyEntry(
        id=key,
        organisation_id=evidence.organisation_id,
        evidence=evidence,
        what=what,
        by_id=work.actor.user_id,
        at=at,
        note_sealed=seal_value(note, key, "note") if note else b"",
    )
    work.create(entry)
    work.record(f"evidence.{what}", entry)
    return entry
