"""Open due dates for a calendar: by a secret link, with the rights that its person has today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.links import link_hashes
from sinetra.apps.base.policy import may, visible
from sinetra.apps.cases.actions.issue_calendar_link import KIND
from sinetra.apps.cases.models import CalendarLink, Clock
from sinetra.apps.cases.vocabulary import CalendarScope
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today

#: The nearest so many; a calendar with more is no help to anybody.
MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """``clocks`` with their matter, the nearest due first."""

    user: User
    scope: CalendarScope
    clocks: Sequence[Clock]


def feed(text: str) -> Feed:
    """Errors: ``NotFound`` for a link that is unknown, revoked or past its day, or whose person may not read matters
    any more."""
    rows = CalendarLink.objects.filter(hash__in=link_hashes(KIND, text), revoked_at__isnull=True)
    link = rows.select_related("user__organisation").first()
    if link is None:
        raise _gone()
    day = today(link.user.organisation.region_id)
    actor = actor_of(link.user, day)
    if link.valid_until < day or not may(actor, "matter.read"):
        raise _gone()
    clocks = visible(actor, Clock).filter(done_at=None).select_related("matter")
    if link.scope == CalendarScope.OWN:
        clocks = clocks.filter(matter__handler_id=link.user_id)
    scope = CalendarScope(link.scope)
    return Feed(user=link.user, scope=scope, clocks=tuple(clocks.order_by("due_on", "id")[:MOST]))


def current_links(actor: Actor, user: User) -> dict[CalendarScope, CalendarLink]:
    """Those that are not revoked, by what they show."""
    rows = visible(actor, CalendarLink).filter(user=user, revoked_at__isnull=True)
    return {CalendarScope(row.scope): row for row in rows}


def _gone() -> NotFound:
    return NotFound(gettext_noop("Tautan kalender ini tidak berlaku. Buat yang baru di Akun saya."))
