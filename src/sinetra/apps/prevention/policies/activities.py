"""Programmes, activities, their sessions, guests, letters, commitments and files."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention.models import (
    Activity,
    ActivityFile,
    ActivitySession,
    ActivityUnit,
    Commitment,
    Delegate,
    InvitationLetter,
    Programme,
    Speaker,
)
from sinetra.apps.prevention.policies.roles import ORGANISERS, READERS

for _table in (
    Programme,
    Activity,
    ActivityUnit,
    ActivitySession,
    Commitment,
    Delegate,
    Speaker,
    InvitationLetter,
):
    rows_of(_table)(own_organisation)

allow("activity.read", roles(*READERS, Role.INSPECTORATE, Role.PPK, Role.AUDITOR, Role.UNIT_ORGANISER))
# Plans, sessions, guests, files, minutes, commitments, letters: one right, of who organises.
allow("activity.plan", roles(*ORGANISERS))
# What was read in the press becomes the organiser's own word only through an organiser.
allow("activity.confirm", roles(*ORGANISERS))


@rows_of(ActivityFile)
def files(actor: Actor, rows: QuerySet[ActivityFile]) -> QuerySet[ActivityFile]:
    """Pictures and minutes show people: who organises, nobody else."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()
