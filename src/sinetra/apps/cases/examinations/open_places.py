"""Of a matter that was handed over here: whether it is the office's own work, and whom it has not begun to examine."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.cases.models import Examination, HandOver, Matter
from sinetra.apps.cases.parcels import reported_of
from sinetra.apps.cases.vocabulary import Direction, HandOverState, MatterKind


def is_own_work(matter: Matter) -> bool:
    """It came from another institution, was acknowledged, and was not passed on."""
    return (
        matter.kind == MatterKind.HANDED_OVER
        and matter.state == HandOverState.ACKNOWLEDGED
        and not passed_on(matter).exists()
    )


def passed_on(matter: Matter) -> QuerySet[HandOver]:
    """To whom it went on from here, unless they returned it."""
    rows = HandOver.objects.filter(matter=matter, direction=Direction.OUTGOING)
    return rows.filter(state__in=(HandOverState.SENT, HandOverState.ACKNOWLEDGED))


def open_places(matter: Matter) -> tuple[int, ...]:
    """Places in the list of those reported; empty when the matter is not the office's own work."""
    if not is_own_work(matter):
        return ()
    begun = set(Examination.objects.filter(matter=matter).values_list("place", flat=True))
    return tuple(place for place in range(len(reported_of(matter))) if place not in begun)
