"""Entries of a list, a paper sheet or an offline file are stored: all that can be read, in one unit of work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.actions.check_in import check_in
from sinetra.apps.prevention.coverage.ask import ask_coverage
from sinetra.apps.prevention.entries import MOST_ENTRIES, Entry
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.register_match import Register
from sinetra.apps.prevention.session_time import came_at_of
from sinetra.core.errors import BadInput, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """``there``: they were counted before, or twice in the list. ``bad``: rows that could not be read."""

    new: int
    there: int
    bad: int


def take_entries(
    *,
    session: ActivitySession,
    entries: Sequence[Entry],
    way: Attendance.Way,
    actor: Actor,
    at: datetime | None = None,
) -> Taken:
    """The same entries again change nothing. Errors: ``Forbidden``; ``BadInput`` for more than a list may hold."""
    require(actor, "attendance.take", session)
    if len(entries) > MOST_ENTRIES:
        raise BadInput(
            gettext_noop("Paling banyak %(accepted)s baris sekali kirim, bukan %(value)s."),
            field="entries",
            accepted=(str(MOST_ENTRIES),),
            value=len(entries),
        )
    register = Register(session)
    register.learn(entry.who.number for entry in entries if entry.who is not None)
    new = there = 0
    with unit_of_work(actor, at=at) as work:
        for entry in entries:
            if entry.who is None:
                continue
            done = check_in(
                session=session,
                who=entry.who,
                way=way,
                actor=actor,
                came_at=came_at_of(session, entry.said.came_at, work.at),
                register=register,
            )
            new, there = new + done.is_new, there + (not done.is_new)
        ask_coverage(work, session.organisation_id, activity_id=session.activity_id)
    return Taken(new=new, there=there, bad=len(entries) - new - there)
