"""Activities as an actor may see them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity
from sinetra.core.errors import NotFound, gettext_noop


def activities(actor: Actor) -> QuerySet[Activity]:
    return policy.visible(actor, Activity).select_related("region")


def activity(actor: Actor, pk: UUID) -> Activity:
    found = activities(actor).select_related("story").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Kegiatan ini tidak ada."))
    return found
