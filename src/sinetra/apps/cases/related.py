"""Reports that may tell of the same event, for staff to confirm or reject. Proposed from facts: place, day, acts.

Candidates come from columns by an index; only of the few that agree in those the texts are opened, while somebody
looks at the page and its access log is kept, and compared in memory. Nothing of it is stored or searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.cases.joined import is_joinable
from sinetra.apps.cases.models import Matter, NotSameEvent
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import open_value
from sinetra.apps.reports.selectors import ReportView
from sinetra.apps.reports.vocabulary import ReportState
from sinetra.core.casework.likeness import nearly_same

DAYS = 3
#: So many candidates are read by their columns, so many are opened and shown.
_READ, MOST = 200, 8
_ALIVE = (ReportState.NEW, ReportState.KEPT, ReportState.OPENED, ReportState.JOINED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Why ``report`` may tell of the same event: facts in common, no measure. ``matter``: where it is handled, if that
    can take another report. Roles and words were compared in memory."""

    report: Report
    matter: Matter | None
    days_apart: int
    same_place: bool
    same_acts: tuple[str, ...]
    same_role: bool
    same_words: bool


def related(actor: Actor, view: ReportView) -> tuple[Related, ...]:
    """The nearest days first; none for a report without a day, or one that is cleared or erased.

    Errors: ``Forbidden``.
    """
    require(actor, "report.join")
    report = view.report
    if report.happened_on is None or view.is_cleared or not view.what:
        return ()
    found = [row for row in _candidates(actor, report) if set(row.acts) & set(report.acts)]
    found.sort(key=lambda row: (_apart(row, report), row.region_id != report.region_id, row.pk))
    return tuple(_compared(view, row) for row in _with_texts(actor, found[:MOST]))


def _candidates(actor: Actor, report: Report) -> Sequence[Report]:
    """In the same kecamatan (or the same coarser region), within some days; not whom somebody has told apart."""
    assert report.happened_on is not None  # noqa: S101 - asked before
    district = ".".join(report.region_id.split(".")[:3])
    rows = visible(actor, Report).filter(
        Q(region__code=district) | Q(region__code__startswith=f"{district}."),
        organisation_id=report.organisation_id,
        happened_on__range=(report.happened_on - timedelta(days=DAYS), report.happened_on + timedelta(days=DAYS)),
        state__in=_ALIVE,
    )
    apart = NotSameEvent.objects.filter(Q(first=report, second=OuterRef("pk")) | Q(second=report, first=OuterRef("pk")))
    own = report.in_matter
    if own is not None:
        rows = rows.exclude(matter=own).exclude(joined_to=own)
    rows = rows.filter(~Exists(apart)).exclude(pk=report.pk)
    # Who is cleared, or whose matter was erased, is found by nothing any more.
    for path in ("matter", "joined_to"):
        gone = Q(outcome=Outcome.NOT_PROVEN) | Q(corrected_at__isnull=False) | Q(erased_at__isnull=False)
        rows = rows.filter(~Exists(Matter.objects.filter(gone, **_same(path))))
    return list(rows.only("acts", "happened_on", "region_id").order_by("happened_on", "id")[:_READ])


def _same(path: str) -> dict[str, OuterRef]:
    return {"report": OuterRef("pk")} if path == "matter" else {"pk": OuterRef("joined_to_id")}


def _with_texts(actor: Actor, chosen: Sequence[Report]) -> list[Report]:
    keys: list[UUID] = [row.pk for row in chosen]
    rows = visible(actor, Report).select_related("region", "matter", "joined_to").in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def _compared(view: ReportView, row: Report) -> Related:
    what = open_value(row.what_sealed, row.pk, "what")
    people = open_value(row.reported_sealed, row.pk, "reported")
    roles = {person["role"] for person in people} & {person.role for person in view.reported}
    matter = row.in_matter
    return Related(
        report=row,
        matter=matter if matter is not None and is_joinable(matter) else None,
        days_apart=_apart(row, view.report),
        same_place=row.region_id == view.report.region_id,
        same_acts=tuple(code for code in view.report.acts if code in row.acts),
        same_role=bool(roles - {None, "other", ""}),
        same_words=nearly_same(view.what, what),
    )


def _apart(row: Report, report: Report) -> int:
    assert row.happened_on is not None and report.happened_on is not None  # noqa: S101 - asked before
    return abs((row.happened_on - report.happened_on).days)
