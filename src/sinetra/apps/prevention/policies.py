"""Who may see and do what with the rows of prevention."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention.models import (
    Activity,
    ActivityFile,
    ActivitySession,
    ActivityUnit,
    Attendance,
    Circular,
    Commitment,
    Delegate,
    InvitationLetter,
    PledgeSignature,
    PledgeText,
    Programme,
    Speaker,
)

for _table in (Programme, Activity, ActivityUnit, ActivitySession, Circular, PledgeText):
    rows_of(_table)(own_organisation)
for _part in (Commitment, Delegate, Speaker, InvitationLetter):
    rows_of(_part)(own_organisation)

READERS = (
    Role.PRESS_OFFICER,
    Role.BKPSDM_OFFICER,
    Role.NEUTRALITY_TEAM,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
)
#: Who plans activities and takes attendance.
ORGANISERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.BAWASLU_STAFF)
allow("activity.read", roles(*READERS, Role.INSPECTORATE, Role.PPK, Role.AUDITOR, Role.UNIT_ORGANISER))

# Plans, sessions, guests, files, minutes, commitments, letters: one right, of who organises.
allow("activity.plan", roles(*ORGANISERS))
# What was read in the press becomes the organiser's own word only through an organiser.
allow("activity.confirm", roles(*ORGANISERS))


@rows_of(ActivityFile)
def files(actor: Actor, rows: QuerySet[ActivityFile]) -> QuerySet[ActivityFile]:
    """Pictures and minutes show people: who organises, nobody else."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(Attendance)
def attendances(actor: Actor, rows: QuerySet[Attendance]) -> QuerySet[Attendance]:
    """Names of participants: who organises, nobody else. Not the appointing authority, not the inspectorate."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(PledgeSignature)
def signatures(actor: Actor, rows: QuerySet[PledgeSignature]) -> QuerySet[PledgeSignature]:
    """Names of signers: the organiser of the unit, nobody above it. Others see counts."""
    if actor.kind != "person" or not actor.has(Role.UNIT_ORGANISER):
        return rows.none()
    return own_organisation(actor, rows).filter(unit_id__in=actor.units)
