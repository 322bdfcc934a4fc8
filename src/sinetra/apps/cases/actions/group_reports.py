"""Several new reports of one event become one matter: the first in law opens it, the others are joined to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.actions.join_report import join_report
from sinetra.apps.cases.actions.open_matter import open_matter
from sinetra.apps.cases.bulk import MOST, Chosen, RowResult, for_each
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import OPENABLE, Channel
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def group_reports(
    *, chosen: Sequence[Chosen], actor: Actor, copies: frozenset[UUID] = frozenset(), at: datetime | None = None
) -> tuple[Matter, tuple[RowResult[Report], ...]]:
    """The matter, and what became of each report, that which opened it first. ``copies``: which come from the same
    source as another one.

    Errors: ``Forbidden``; ``BadInput`` naming ``chosen`` for fewer than two; ``Conflict`` when the first of them was
    changed or opened meanwhile, or by a conflict of interest: then nothing is done.
    """
    require(actor, "report.join")
    rows = tuple(dict.fromkeys(chosen))
    if len(rows) > MOST:
        raise BadInput(gettext_noop("Pilih 1 sampai %(most)s laporan."), field="chosen", most=MOST)
    found = visible(actor, Report).select_related("organisation", "region").in_bulk([row.key for row in rows])
    first = first_of(found.values())
    if first is None or sum(row.state in OPENABLE for row in found.values()) < 2:
        raise BadInput(gettext_noop("Pilih paling sedikit dua laporan yang belum ditangani."), field="chosen")
    seen = {row.key: row.version for row in rows}
    if first.version != seen[first.pk]:
        raise Conflict(gettext_noop("Laporan ini berubah sejak daftar Anda dibuka. Lihat dahulu keadaannya."))
    matter = open_matter(report=first, actor=actor, at=at)

    def act(report: Report) -> None:
        matter.refresh_from_db()
        join_report(report=report, matter=matter, is_copy=report.pk in copies, actor=actor, at=at)

    others = [row for row in rows if row.key != first.pk]
    opened = RowResult(row=first, refused=None)
    return matter, (opened, *for_each(actor, Report, others, act))


def first_of(reports: Iterable[Report]) -> Report | None:
    """Whose deadlines hold for all: a report before information, then the one that was filed first."""
    rows = [row for row in reports if row.state in OPENABLE]
    return min(rows, key=lambda row: (row.kept_as != Channel.REPORT, row.filed_at, row.pk), default=None)
