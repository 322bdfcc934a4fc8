"""The reporter adds evidence later, with the code of the report."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.evidence.holding import hold_report
from sinetra.apps.evidence.limits import full_disk_is_told
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.pieces import check_new, clear_away, pieces_of, store_pieces, take
from sinetra.apps.reports.messages import is_erased, note
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Mark
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def add_evidence(*, report: Report, keys: Sequence[str], actor: Actor) -> list[Evidence]:
    """``actor``: the reporter of ``report``. What was added with the same keys before is given back, also when that
    was at the same moment.

    Errors: ``Forbidden``; ``Conflict`` when the report or its matter is erased; those of ``pieces_of`` and
    ``check_new``; ``NoSpace``.
    """
    require(actor, "evidence.add", report)
    try:
        return _added(report, keys, actor)
    except Conflict:
        # Somebody else was faster with one of the keys: what became of it is read again, and told.
        return _added(report, keys, actor)


def _added(report: Report, keys: Sequence[str], actor: Actor) -> list[Evidence]:
    _check_open(report)
    pieces = pieces_of(keys)
    here = {row.pk: row for row in Evidence.objects.filter(report=report)}
    again = [here[piece.taken] for piece in pieces if piece.taken in here]
    new = [piece for piece in pieces if piece.taken not in here]
    if not new:
        return again
    check_new(new, report)
    store_pieces(new)
    with full_disk_is_told(), unit_of_work(actor) as work:
        held = hold_report(report.pk)
        _check_open(held)
        check_new(new, held)
        at = clock.now()
        added = take(work, held, new, at=at)
        note(work, held, Mark.EVIDENCE, at=at)
    clear_away(new)
    return [*again, *added]


def _check_open(report: Report) -> None:
    if is_erased(report):
        raise Conflict(gettext_noop("Masa simpan laporan ini sudah lewat; bukti tidak dapat ditambahkan lagi."))
