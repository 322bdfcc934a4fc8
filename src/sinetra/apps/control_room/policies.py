"""Who may see the control room and its kept figures: matters as their own policy says, numbers in the same scope."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, is_within, own_organisation, roles, rows_of
from sinetra.apps.cases.policies import WORKERS
from sinetra.apps.control_room.models import ActMark, MatterMark, RoomCell, RoomState
from sinetra.apps.reports.policies import in_scope

# Who handles matters, and who answers for prevention.
READERS = (*WORKERS, Role.NEUTRALITY_TEAM, Role.INSPECTORATE, Role.PPK)


@rows_of(MatterMark)
def _marks(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return in_scope(actor, rows) if actor.has(*WORKERS) else rows.none()


@rows_of(ActMark)
def _acts(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return in_scope(actor, rows, "mark__region__code") if actor.has(*WORKERS) else rows.none()


@rows_of(RoomCell)
def _cells(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Who answers for regions reads their sums only, never those of the whole office."""
    if not actor.has(*WORKERS):
        return rows.none()
    return own_organisation(actor, rows).filter(scope__in=scopes(actor))


@rows_of(RoomState)
def _states(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*READERS) else rows.none()


def scopes(actor: Actor) -> list[str]:
    """Regions of the actor without those that lie in another of them; the empty one is the whole office."""
    wanted = set(actor.regions)
    return sorted(code for code in wanted if not any(other != code and is_within(code, other) for other in wanted)) or [
        ""
    ]


allow("control_room.read", roles(*READERS))
allow("control_room.recount", roles(*WORKERS))
