"""The two who are asked, each with a row of its own: the team of the office, and Bawaslu by a signed package."""

from __future__ import annotations

from sinetra.apps.cases.partners import party_of
from sinetra.apps.invitations.deadlines import Promise
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.offices import bawaslu_for
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Adviser, Way
from sinetra.apps.reports.sealing import seal_value
from sinetra.core import packages
from sinetra.core.ids import uuid7
from sinetra.ports import keyring


def asked_of_team(row: Invitation, promise: Promise) -> Consultation:
    return Consultation(
        organisation_id=row.organisation_id,
        invitation=row,
        adviser=Adviser.TEAM,
        way=Way.OWN,
        asked_on=row.recorded_on,
        event_on=row.event_on,
        days=promise.days,
        due_on=promise.due_on,
    )


def asked_of_bawaslu(row: Invitation, told: Told, promise: Promise) -> Consultation:
    """Signed and sealed, not stored yet. The name of the asker never travels."""
    to = bawaslu_for(row.organisation)
    package = packages.Package(
        kind=packages.Kind.CONSULTATION,
        id=uuid7(),
        sender=party_of(row.organisation),
        recipient=to,
        created_at=row.recorded_at,
        content={
            "told": told.plain(),
            "asked_on": row.recorded_on.isoformat(),
            "days": promise.days,
            "due_on": promise.due_on.isoformat(),
        },
    )
    key = uuid7()
    return Consultation(
        id=key,
        organisation_id=row.organisation_id,
        invitation=row,
        adviser=Adviser.BAWASLU,
        way=Way.SENT,
        counterpart_kind=to.kind,
        counterpart_name=to.name,
        asked_on=row.recorded_on,
        event_on=row.event_on,
        days=promise.days,
        due_on=promise.due_on,
        package_id=package.id,
        package_digest=package.digest(),
        package_sealed=seal_value(packages.write(package, keyring.sign).decode(), key, "package"),
    )
