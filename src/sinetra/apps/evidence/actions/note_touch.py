"""Somebody saw or took a copy: written down before the file leaves."""

from __future__ import annotations

from datetime import datetime, timedelta

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.handling import require_handling
from sinetra.apps.evidence.models import CustodyEntry, Evidence
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.ports.clock import now

#: Looking again within this time is one look: a video is asked for in many pieces.
ONE_LOOK = timedelta(minutes=10)


def note_touch(*, evidence: Evidence, what: Touch, actor: Actor, at: datetime | None = None) -> None:
    """``what``: viewed, masked copy viewed, or downloaded. Errors: as ``require_handling``."""
    require_handling(actor, "evidence.read", evidence)
    at = at or now()
    rows = CustodyEntry.objects.filter(evidence=evidence, what=what, by_id=actor.user_id)
    if rows.filter(at__gt=at - ONE_LOOK, at__lte=at).exists():
        return
    with unit_of_work(actor) as work:
        touch(work, evidence, what, at=at)
