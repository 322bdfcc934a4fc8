"""Open matters and recommendations past their day, by region. Counts; a report or a lead is none of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from sinetra.apps.cases.models import Clock, Matter, Recommendation
from sinetra.apps.cases.vocabulary import MatterKind, Outcome, State

_ENDED = (State.CLOSED, State.NOT_REGISTERED, State.STOPPED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """By the code of the region as the matter names it. ``late_…``: of them, with something past its day.
    ``due``: recommendations whose day has come, ``arrears`` those of them that nobody has followed up. ``recorded``: a
    matter of the city was ever on record here, open or not; else nothing open does not say that there is nothing."""

    recorded: bool
    registered: Mapping[str, int]
    received: Mapping[str, int]
    late_registered: Mapping[str, int]
    late_received: Mapping[str, int]
    due: Mapping[str, int]
    arrears: Mapping[str, int]

    def open_cases(self, code: str) -> int | None:
        """The same event is a matter at the office that found it and at the one that received it: counted once. None:
        not known."""
        return max(inside(self.registered, code), inside(self.received, code)) if self.recorded else None

    def overdue(self, code: str) -> int | None:
        """As ``open_cases``."""
        return max(inside(self.late_registered, code), inside(self.late_received, code)) if self.recorded else None


def counted(city: str, day: date) -> Counted:
    """Only what was found complete or is a finding (it has a register number), or was handed over."""
    known = Matter._base_manager.filter(region__code__startswith=city)
    on_record = Q(kind=MatterKind.HANDED_OVER) | Q(registered_on__isnull=False)
    matters = known.filter(closed_at=None, corrected_at=None).exclude(state__in=_ENDED)
    matters = matters.exclude(outcome=Outcome.NOT_PROVEN)
    registered = matters.exclude(kind=MatterKind.HANDED_OVER).filter(registered_on__isnull=False)
    received = matters.filter(kind=MatterKind.HANDED_OVER)
    late = Clock._base_manager.filter(matter=OuterRef("pk"), done_at=None, due_on__lt=day)
    due = Recommendation._base_manager.filter(track__matter__region__code__startswith=city, due_on__lt=day)
    due = due.filter(track__matter__corrected_at=None).annotate(place=F("track__matter__region_id"))
    waiting = due.filter(decided_on=None, track__matter=OuterRef("pk"))
    return Counted(
        recorded=known.filter(on_record).exists(),
        registered=_by_region(registered),
        received=_by_region(received),
        late_registered=_by_region(registered.filter(Exists(late) | Exists(waiting))),
        late_received=_by_region(received.filter(Exists(late) | Exists(waiting))),
        due=dict(due.order_by().values_list("place").annotate(Count("pk"))),
        arrears=dict(due.filter(decided_on=None).order_by().values_list("place").annotate(Count("pk"))),
    )


def _by_region(matters: QuerySet[Matter]) -> Mapping[str, int]:
    return dict(matters.order_by().values_list("region_id").annotate(Count("pk")))


def inside(counts: Mapping[str, int], code: str) -> int:
    """
    >>> inside({"99.71": 1, "99.71.01": 2, "99.71.01.1001": 4, "99.71.02": 8}, "99.71.01")
    6
    """
    return sum(number for region, number in counts.items() if region == code or region.startswith(f"{code}."))
