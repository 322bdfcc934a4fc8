"""Who came, the sheets they signed, and the links to their own page."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.base.viewing import personal_rows
from sinetra.apps.prevention.models import Attendance, AttendanceSheet, PersonalLink
from sinetra.apps.prevention.policies.roles import ORGANISERS


@rows_of(Attendance)
def attendances(actor: Actor, rows: QuerySet[Attendance]) -> QuerySet[Attendance]:
    """Names of participants: who organises, nobody else. Not the appointing authority, not the inspectorate."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(AttendanceSheet)
def sheets(actor: Actor, rows: QuerySet[AttendanceSheet]) -> QuerySet[AttendanceSheet]:
    """A signed sheet bears the names: the same people as the names."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(PersonalLink)
def personal_links(actor: Actor, rows: QuerySet[PersonalLink]) -> QuerySet[PersonalLink]:
    """Only whether somebody has one, and only the personnel office; the link itself nobody reads again."""
    return own_organisation(actor, rows) if actor.has(Role.BKPSDM_OFFICER) else rows.none()


def comes_themselves(actor: Actor, row: Any) -> bool:
    """Anybody, who showed the code or the link of the session: the page has checked it."""
    return actor.kind == "public"


allow("attendance.check_in", comes_themselves)
for _action in ("session.open", "session.close", "attendance.read", "attendance.take", "attendance.correct"):
    allow(_action, roles(*ORGANISERS))
allow("attendance.export", roles(*ORGANISERS))
# Whom the register knows is the business of the personnel office.
allow("attendance.match", roles(Role.BKPSDM_OFFICER))
allow("personal_link.issue", roles(Role.BKPSDM_OFFICER))

# Names in the clear: who of the staff reads them is in the access log.
personal_rows(Attendance)
