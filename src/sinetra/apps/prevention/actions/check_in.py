"""Somebody came to a session: one verb for every way, and one row for a person however often they check in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import Work, unit_of_work
from sinetra.apps.prevention.links import PARTICIPANT, Link, link_hashes, new_link
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.apps.prevention.register_match import Match, Register
from sinetra.apps.prevention.who import Who
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.prevention.name_key import name_key

Way = Attendance.Way
#: What participants do themselves, by a code or link that the page has checked.
OWN_WAYS = frozenset({Way.QR, Way.LINK})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedIn:
    """``link`` is the text of the participant's link, empty when they got one before and it is not told again."""

    attendance: Attendance
    is_new: bool
    link: str


def check_in(
    *,
    session: ActivitySession,
    who: Who,
    way: Attendance.Way,
    actor: Actor,
    link: Link | None = None,
    came_at: datetime | None = None,
    register: Register | None = None,
    at: datetime | None = None,
) -> CheckedIn:
    """Who is there already stays as they are: ``is_new`` is False. The same ``link`` sent twice is told twice, so that
    an answer that the telephone lost is not the end; another link replaces none.

    Errors: ``Forbidden``; ``Conflict`` when a participant comes to a session that is not open.
    """
    require(actor, "attendance.check_in" if way in OWN_WAYS else "attendance.take", session)
    found = (register or Register(session)).find(who)
    with unit_of_work(actor, at=at) as work:
        # Check-ins of a session stand in a queue here, and closing it waits for them.
        state = ActivitySession.objects.select_for_update().values_list("state", flat=True).get(pk=session.pk)
        if way in OWN_WAYS and state != ActivitySession.State.OPEN:
            raise Conflict(gettext_noop("Sesi ini belum dibuka atau sudah ditutup."), code="session_not_open")
        known = _known(session, found)
        if known is not None:
            return CheckedIn(attendance=known, is_new=False, link=_link_of(work, known, link))
        link = _unused(link) if link else None
        row = work.create(_row(session, who, way, found, came_at or work.at, link))
        work.record("attendance.check_in", row, data={"way": way.value})
        return CheckedIn(attendance=row, is_new=True, link=link.text if link else "")


def _known(session: ActivitySession, found: Match) -> Attendance | None:
    rows = Attendance.objects.filter(session=session)
    by_person = rows.filter(person=found.person).first() if found.person else None
    return by_person or rows.filter(said=found.said).first()


def _link_of(work: Work, known: Attendance, link: Link | None) -> str:
    if link is None:
        return ""
    if known.link_hash:
        return link.text if known.link_hash in link_hashes(PARTICIPANT, link.text) else ""
    own = _unused(link)
    work.change(known, link_hash=own.hash)
    work.record("attendance.link", known)
    return own.text


def _unused(link: Link) -> Link:
    """One form sent for a colleague too, by the back button: the second person gets a link of their own."""
    if Attendance.objects.filter(link_hash__in=link_hashes(PARTICIPANT, link.text)).exists():
        return new_link(PARTICIPANT)
    return link


def _row(
    session: ActivitySession, who: Who, way: Attendance.Way, found: Match, came_at: datetime, link: Link | None
) -> Attendance:
    """Of a person whom the register knows everything is copied from there, as it stands on this day."""
    person = found.person
    name = person.name if person else who.name
    return Attendance(
        organisation_id=session.organisation_id,
        activity_id=session.activity_id,
        session=session,
        person=person,
        name=name,
        name_key=f"#{who.number}" if who.number and not person else name_key(name),
        number="" if person else who.number,
        said=found.said,
        unit=found.unit,
        unit_text=found.unit_text,
        status=person.status if person else (who.status or ""),
        position=person.position if person else "",
        way=way,
        came_at=came_at,
        is_walk_in=found.is_walk_in,
        link_hash=link.hash if link else "",
    )
