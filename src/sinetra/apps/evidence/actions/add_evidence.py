"""The reporter adds evidence later, with the code of the report."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.limits import full_disk_is_told
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.pieces import check_new, clear_away, pieces_of, store_pieces, take
from sinetra.apps.reports.messages import is_erased
from sinetra.apps.reports.models import Report
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def add_evidence(*, report: Report, keys: Sequence[str], actor: Actor) -> list[Evidence]:
    """``actor``: the reporter of ``report``. What was added with the same keys before is given back.

    Errors: ``Forbidden``; ``Conflict`` when the report or its matter is erased; those of ``pieces_of`` and
    ``check_new``; ``NoSpace``.
    """
    require(actor, "evidence.add", report)
    if is_erased(report):
        raise Conflict(gettext_noop("Masa simpan laporan ini sudah lewat; bukti tidak dapat ditambahkan lagi."))
    pieces = pieces_of(keys)
    here = {row.pk: row for row in Evidence.objects.filter(report=report)}
    again = [here[piece.taken] for piece in pieces if piece.taken in here]
    new = [piece for piece in pieces if piece.taken not in here]
    if not new:
        return again
    check_new(new, report)
    store_pieces(new)
    with full_disk_is_told(), unit_of_work(actor) as work:
        added = take(work, report, new, at=clock.now())
    clear_away(new)
    return [*again, *added]
