"""The two who are asked, each with a row of its own: the team of the office, and Bawaslu by a signed package."""

from __future__ import annotations

from datetime import date

from sinetra.apps.cases.partners import lives_here, organisation_of, party_of
from sinetra.apps.invitations.deadlines import Promise, promised
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.offices import bawaslu_for
from sinetra.apps.invitations.told import Told
from sinetra.apps.invitations.vocabulary import Adviser, Way
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.sealing import seal_value
from sinetra.core import packages
from sinetra.core.ids import uuid7
from sinetra.ports import keyring


def carried_to(office: Organisation) -> str:
    """The Bawaslu that the team has to carry the question to; empty where it lives in this installation."""
    to = bawaslu_for(office)
    return "" if lives_here(organisation_of(to)) else to.name


def promises(office: Organisation, on: date, event_on: date) -> tuple[Promise, Promise]:
    """Of the team, and of Bawaslu: by its own time where it has its place in this installation, else by that of the
    office that asks."""
    team = promised(office, on, event_on)
    bawaslu = organisation_of(bawaslu_for(office))
    here = bawaslu is not None and lives_here(bawaslu)
    return team, promised(bawaslu, on, event_on) if here and bawaslu else team


def asked_of_team(row: Invitation, promise: Promise) -> Consultation:
    return Consultation(
        organisation_id=row.organisation_id,
        invitation=row,
        adviser=Adviser.TEAM,
        way=Way.OWN,
        asked_on=row.recorded_on,
        event_on=row.event_on,
        **promise.columns(),
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
            **promise.columns(),
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
        **promise.columns(),
        package_id=package.id,
        package_digest=package.digest(),
        package_sealed=seal_value(packages.write(package, keyring.sign).decode(), key, "package"),
    )
