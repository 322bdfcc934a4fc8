"""A link for one's own calendar. The one before it ends at once; the text is told once and not stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.links import new_link
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.cases.models import CalendarLink
from sinetra.apps.cases.vocabulary import CalendarScope
from sinetra.ports.clock import today

KIND = "due_calendar"
VALID = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLink:
    """``text`` is the end of the address that the calendar reads."""

    text: str
    valid_until: date

    def __repr__(self) -> str:
        return "IssuedLink()"


def issue_calendar_link(*, user: User, scope: CalendarScope, actor: Actor) -> IssuedLink:
    """Errors: ``Forbidden``, also for anybody but ``user``."""
    require(actor, "calendar_link.issue", user)
    link = new_link(KIND)
    until = today(user.organisation.region_id) + VALID
    with unit_of_work(actor) as work:
        end_current(work, user, scope)
        row = work.create(
            CalendarLink(
                organisation_id=user.organisation_id,
                user=user,
                scope=scope,
                hash=link.hash,
                issued_at=work.at,
                valid_until=until,
            )
        )
        work.record("calendar_link.issue", row, data={"scope": scope.value})
    return IssuedLink(text=link.text, valid_until=until)


def end_current(work: Work, user: User, scope: CalendarScope) -> int:
    """How many there were: none or one."""
    rows = list(CalendarLink.objects.filter(user=user, scope=scope, revoked_at__isnull=True))
    for row in rows:
        work.change(row, revoked_at=work.at)
        work.record("calendar_link.revoke", row, data={"scope": scope.value})
    return len(rows)
