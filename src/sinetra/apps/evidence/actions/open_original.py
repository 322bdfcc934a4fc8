"""The original, as it came, for a reason that stays in the custody log."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.viewing import for_purpose
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence import originals
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.handling import require_handling
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.evidence.sealed_file import SealedReader
from sinetra.ports.clock import now

LEAST_REASON = 10


def open_original(*, evidence: Evidence, reason: str, actor: Actor, at: datetime | None = None) -> SealedReader:
    """The entry is written before the file leaves. Errors: ``BadInput`` without a reason; as ``require_handling``."""
    require_handling(actor, "evidence.open_original", evidence)
    if len(reason.strip()) < LEAST_REASON:
        raise BadInput(
            gettext_noop("Tuliskan alasan mengambil berkas asli, sedikitnya %(accepted)s karakter."),
            field="reason",
            accepted=(str(LEAST_REASON),),
            code="reason_missing",
        )
    for_purpose(reason.strip())
    reader = originals.open_original(evidence)
    try:
        with unit_of_work(actor) as work:
            touch(work, evidence, Touch.ORIGINAL_OPENED, at=at or now(), note=reason.strip())
    except BaseException:
        reader.close()
        raise
    return reader
