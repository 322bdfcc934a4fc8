"""A person covers faces, telephone numbers and names of others in a picture; the copy below stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.copies import kept, new_copy, open_copy
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.handling import require_handling
from sinetra.apps.evidence.holding import hold_evidence
from sinetra.apps.evidence.models import EvidenceCopy
from sinetra.apps.evidence.vocabulary import CopyKind, Touch
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.evidence.mask import MOST_BOXES, Box
from sinetra.ports.cleaner import cleaner
from sinetra.ports.clock import now

LEAST_NOTE = 5


def mask_copy(
    *, cleaned: EvidenceCopy, boxes: Sequence[Box], note: str, actor: Actor, at: datetime | None = None
) -> EvidenceCopy:
    """``note`` says what was covered. Errors: ``BadInput`` (no box, too many, no note, no picture); ``Conflict`` when
    the copy cannot be drawn; as ``require_handling``, also when it is erased meanwhile."""
    require_handling(actor, "evidence.mask", cleaned.evidence)
    if cleaned.kind != CopyKind.CLEANED or not cleaned.width:
        raise BadInput(gettext_noop("Hanya salinan bersih dari gambar yang dapat disamarkan."), field="boxes")
    if not 0 < len(boxes) <= MOST_BOXES:
        message = gettext_noop("Isi sedikitnya satu kotak, paling banyak %(accepted)s.")
        raise BadInput(message, field="boxes", accepted=(str(MOST_BOXES),))
    if len(note.strip()) < LEAST_NOTE:
        message = gettext_noop("Tuliskan apa yang disamarkan, sedikitnya %(accepted)s karakter.")
        raise BadInput(message, field="note", accepted=(str(LEAST_NOTE),))
    with open_copy(cleaned) as file:
        done = cleaner().mask(b"".join(file.chunks()), cleaned.media_type, tuple(boxes))
    if done.cleaned is None:
        raise Conflict(gettext_noop("Gambar ini tidak dapat disamarkan sekarang. Coba lagi."))
    at = at or now()
    with kept(done.cleaned.content) as file_kept, unit_of_work(actor) as work:
        hold_evidence(cleaned.evidence)
        made = new_copy(
            cleaned.evidence,
            done.cleaned,
            file_kept,
            kind=CopyKind.MASKED,
            at=at,
            by=actor.user_id,
            boxes=tuple(boxes),
        )
        work.create(made)
        work.record("evidence.mask", made)
        touch(work, cleaned.evidence, Touch.MASKED, at=at, note=note.strip())
    return made
