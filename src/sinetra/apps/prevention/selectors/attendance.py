"""Sessions and who came, as an actor may see them; and what a code or link in an address opens for the public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.prevention.models import Activity, ActivitySession, Attendance, AttendanceSheet
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention import attendance_code as codes
from sinetra.ports.keyring import Purpose, keyed_hash, keyed_hashes


def sessions(actor: Actor) -> QuerySet[ActivitySession]:
    return policy.visible(actor, ActivitySession).select_related("activity__organisation", "organisation", "unit")


def session(actor: Actor, pk: UUID) -> ActivitySession:
    found = sessions(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Sesi ini tidak ada."))
    return found


def attendances(
    actor: Actor, *, session: ActivitySession | None = None, activity: Activity | None = None, text: str = ""
) -> QuerySet[Attendance]:
    """Of one session or one activity. ``text``: the beginning of a name, a part of a unit, or a whole number."""
    rows = policy.visible(actor, Attendance).select_related("session__activity__organisation", "unit", "person")
    if session is not None:
        rows = rows.filter(session=session)
    if activity is not None:
        rows = rows.filter(activity=activity)
    if wanted := text.strip():
        digits = "".join(wanted.split())
        rows = rows.filter(Q(name__icontains=wanted) | Q(unit_text__icontains=wanted) | Q(number=digits))
    return rows


def attendance(actor: Actor, pk: UUID) -> Attendance:
    found = attendances(actor).select_related("activity", "organisation").filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Kehadiran ini tidak ada."))
    return found


def sheet(actor: Actor, pk: UUID) -> AttendanceSheet:
    found = policy.visible(actor, AttendanceSheet).filter(pk=pk).first()
    if found is None:
        raise NotFound(gettext_noop("Pindaian ini tidak ada."))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many came to one session, how many of them from outside the invited units, how many nobody knows yet."""

    came: int
    walk_ins: int
    unmatched: int


def counts(session: ActivitySession) -> Counts:
    """A count of one session, by its index: never of a whole table."""
    rows = list(Attendance.objects.filter(session=session).values_list("is_walk_in", "number"))
    return Counts(
        came=len(rows),
        walk_ins=sum(walk_in for walk_in, _number in rows),
        unmatched=sum(bool(number) for _walk_in, number in rows),
    )


def code_now(session: UUID, at: datetime) -> str:
    """The code that the screen shows in this minute."""
    return code_of_step(session, codes.step_of(at))


def code_of_step(session: UUID, step: int) -> str:
    return codes.written(keyed_hash(Purpose.CODE, codes.step_message(session, step)))


def session_link(session: UUID) -> str:
    """The end of the address that an organiser sends; only while the session is open does it count."""
    return codes.written(keyed_hash(Purpose.CODE, codes.link_message(session)), codes.LINK_LENGTH)


def way_of_code(session: UUID, code: str, at: datetime) -> Attendance.Way | None:
    """By which way somebody comes who shows this code; None for one that is old or was never one.

    Codes made before a change of the key count as long as they would have.
    """
    by_step = [
        digest
        for step in codes.accepted_steps(at)
        for digest in keyed_hashes(Purpose.CODE, codes.step_message(session, step))
    ]
    if codes.is_one_of(code, by_step):
        return Attendance.Way.QR
    by_link = keyed_hashes(Purpose.CODE, codes.link_message(session))
    return Attendance.Way.LINK if codes.is_one_of(code, by_link, codes.LINK_LENGTH) else None


def public_session(pk: UUID) -> ActivitySession | None:
    """What a code leads to: its title, day and place are no secret to who stands before it."""
    return ActivitySession.objects.select_related("activity", "organisation").filter(pk=pk).first()
