"""Asking that the figures of one's office are counted again now, not at night."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now

RECOUNT = "control_room.recount"


def ask_recount(*, actor: Actor) -> None:
    """The worker counts within seconds; asking twice in a minute counts once. Errors: ``Forbidden``."""
    office = visible(actor, Organisation).get(pk=actor.office)
    require(actor, "control_room.recount", office)
    with unit_of_work(actor) as work:
        work.enqueue(RECOUNT, {"organisation": str(office.pk)}, key=f"{RECOUNT}:{office.pk}:{now():%Y-%m-%dT%H:%M}")
