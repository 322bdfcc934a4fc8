"""A file is put beside a draft, or taken away from it."""

from __future__ import annotations

from sinetra.apps.advice.intake import plain_text
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Circular, CircularAnnex
from sinetra.apps.prevention.uploads import ANNEX, harmless
from sinetra.core.errors import BadInput, Conflict, gettext_noop

MOST = 10


def add_circular_annex(*, circular: Circular, name: str, content: bytes, actor: Actor) -> CircularAnnex:
    """Errors: ``Forbidden``; ``BadInput`` naming ``name`` or ``file``; ``Conflict`` for one that is no draft."""
    require(actor, "circular.annex", circular)
    _still_a_draft(circular)
    said = plain_text(name, "name", (2, 200))
    taken = list(circular.annexes.order_by("place").values_list("place", flat=True))
    if len(taken) >= MOST:
        message = gettext_noop("Paling banyak %(accepted)s lampiran.")
        raise BadInput(message, field="file", accepted=(str(MOST),))
    kept = harmless(content, ANNEX)
    # It is public once the circular is: nothing to seal.
    sha256 = kept_files.store().put(kept.content)
    with unit_of_work(actor) as work:
        row = work.create(
            CircularAnnex(
                organisation_id=circular.organisation_id,
                circular=circular,
                place=max(taken, default=0) + 1,
                name=said,
                media_type=kept.media_type,
                octets=len(kept.content),
                sha256=sha256,
            )
        )
        # The second person reads text and annexes together: a new annex is a new version.
        work.change(circular, number=circular.number)
        work.record("circular.annex", row)
        work.record("circular.annex", circular)
    return row


def remove_circular_annex(*, annex: CircularAnnex, actor: Actor) -> None:
    """The file itself may stand beside another circular and stays. Errors: ``Forbidden``, ``Conflict``."""
    require(actor, "circular.annex", annex)
    _still_a_draft(annex.circular)
    with unit_of_work(actor) as work:
        work.remove(annex)
        work.change(annex.circular, number=annex.circular.number)
        work.record("circular.annex_remove", annex)
        work.record("circular.annex_remove", annex.circular)


def _still_a_draft(circular: Circular) -> None:
    if circular.state != Circular.State.DRAFT:
        raise Conflict(gettext_noop("Lampiran edaran yang sudah terbit tidak diubah."), code="no_draft")
