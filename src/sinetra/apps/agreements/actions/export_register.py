"""Taking the register of disclosures out of the house is an event of its own."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation


def tell_register_export(*, actor: Actor, rows: int) -> None:
    """Errors: ``Forbidden``."""
    require(actor, "disclosure.read_register")
    office = visible(actor, Organisation).get(pk=actor.office)
    with unit_of_work(actor) as work:
        work.record("disclosure.export", office, data={"rows": rows})
