"""From one matter of a queue to the one before and after it, without going back to the list."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from sinetra.apps.cases.models import QueueEntry
from sinetra.apps.cases.queue import neighbours
from sinetra.web.access import StaffRequest
from sinetra.web.parts import Link
from sinetra.web.staff.work_queue.filters import FilterForm

#: In the address of a matter that was opened from a queue.
_FROM = "antrean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """``back``: the queue, as it was filtered."""

    back: str
    before: Link | None
    after: Link | None


def walk_query(form: FilterForm) -> str:
    return urlencode({_FROM: "1", **form.told()})


def walk_of(request: StaffRequest, matter_id: UUID) -> Walk | None:
    """None for a matter that was not opened from a queue."""
    if _FROM not in request.GET:
        return None
    form = FilterForm(request.GET, request.actor)
    found = neighbours(request.actor, form.filters(), matter_id)
    query, told = walk_query(form), urlencode(form.told())
    return Walk(
        back=f"{reverse('matters')}?{told}" if told else reverse("matters"),
        before=_link(found.before, query),
        after=_link(found.after, query),
    )


def _link(row: QueueEntry | None, query: str) -> Link | None:
    if row is None:
        return None
    return Link(text=row.matter.number, url=f"{reverse('matter', args=[row.pk])}?{query}")
