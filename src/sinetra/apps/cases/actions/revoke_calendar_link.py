"""One's own calendar link stops at once: the phone was lost, or the address went astray."""

from __future__ import annotations

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions.issue_calendar_link import end_current
from sinetra.apps.cases.vocabulary import CalendarScope


def revoke_calendar_link(*, user: User, scope: CalendarScope, actor: Actor) -> bool:
    """False when there was none. Errors: ``Forbidden``, also for anybody but ``user``."""
    require(actor, "calendar_link.issue", user)
    with unit_of_work(actor) as work:
        return end_current(work, user, scope) > 0
