"""Work of the outbox: offices with matters are counted nightly, one of them when its people ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.tasks import handler, periodic
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.models import Matter
from sinetra.apps.control_room.actions.ask_recount import RECOUNT
from sinetra.apps.control_room.counting import recount
from sinetra.apps.control_room.models import RoomState
from sinetra.apps.registry.models import Organisation


@handler(RECOUNT)
def recount_one(payload: Mapping[str, Any]) -> None:
    """``{"organisation": id}``."""
    recount(UUID(payload["organisation"]))


@periodic("control_room.recount_all", every=timedelta(days=1))
def recount_all(payload: Mapping[str, Any]) -> None:
    """Days pass, so ages do; an office that has no matter any more is counted once more.

    Each office is a task of its own: one that cannot be counted keeps no other from it.
    """
    del payload
    with_matters = Organisation.objects.filter(pk__in=Matter.objects.order_by().values("organisation_id"))
    counted = Organisation.objects.filter(pk__in=RoomState.objects.values("organisation_id"))
    with unit_of_work(SYSTEM) as work:
        for key in (with_matters | counted).order_by("pk").values_list("pk", flat=True):
            work.enqueue(RECOUNT, {"organisation": str(key)}, key=f"{RECOUNT}:{key}:{work.at:%Y-%m-%dT%H:%M}")
