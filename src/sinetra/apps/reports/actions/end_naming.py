"""A naming of custodian or deputy ends before its time: somebody leaves, or the office decides otherwise."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.reports.models import CustodyNaming
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports import clock


def end_naming(*, naming: CustodyNaming, actor: Actor, at: datetime | None = None) -> CustodyNaming:
    """From now on it holds no more. New names are no longer sealed to the key of a deputy; to that of a custodian until
    another one makes a key. Who was named acts again only when they are named again.

    Errors: ``Forbidden``; ``Conflict`` when it is over already, or was changed meanwhile.
    """
    require(actor, "custody.name", naming)
    if naming.ended_at is not None or naming.ends_on < clock.today(naming.organisation.region_id):
        raise Conflict(gettext_noop("Penunjukan ini sudah berakhir."), code="over")
    with unit_of_work(actor, at=at) as work:
        work.change(naming, ended_at=work.at)
        work.record("custody.end", naming, data={"user": str(naming.user_id), "post": naming.post})
    return naming
