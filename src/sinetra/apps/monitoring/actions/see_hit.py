"""A person has looked at what a watch list found."""

from __future__ import annotations

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.monitoring.models import WatchHit


def see_hit(*, hit: WatchHit, actor: Actor) -> WatchHit:
    """The first who saw it stands there; a second time changes nothing."""
    policy.require(actor, "watch_hit.see", hit)
    if hit.seen_at is not None:
        return hit
    with unit_of_work(actor) as work:
        work.change(hit, seen_by_id=actor.user_id, seen_at=work.at)
        work.record("watch_hit.see", hit)
    return hit
