"""A role ends earlier than planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, gettext_noop


def end_role(*, grant: RoleGrant, last_day: date, reason: str, actor: Actor, at: datetime | None = None) -> RoleGrant:
    """``last_day`` still counts. A role that is to end before it began is given one day only, its first.

    Errors: ``Forbidden``; ``BadInput`` when ``last_day`` is not before the planned end, or without reason.
    """
    require(actor, "accounts.end_role", grant)
    if not reason.strip():
        raise BadInput(gettext_noop("Alasan harus diisi"), field="reason")
    if last_day >= grant.ends_on:
        raise BadInput(
            gettext_noop("Peran ini berakhir %(ends_on)s; hari terakhir yang diterima: sampai %(last)s"),
            field="last_day",
            ends_on=grant.ends_on.isoformat(),
            last=(grant.ends_on - timedelta(days=1)).isoformat(),
        )
    with unit_of_work(actor, at=at) as work:
        work.change(grant, ends_on=max(last_day, grant.starts_on), ended_by_id=actor.user_id)
        work.record("accounts.end_role", grant, data={"ends_on": grant.ends_on}, reason=reason.strip())
    return grant
