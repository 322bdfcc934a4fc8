"""Texts of a pledge, who signed, and certificates."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.base.viewing import personal_rows
from sinetra.apps.prevention.models import Certificate, PledgeSignature, PledgeText
from sinetra.apps.prevention.policies.roles import ORGANISERS


@rows_of(PledgeText)
def pledge_texts(actor: Actor, rows: QuerySet[PledgeText]) -> QuerySet[PledgeText]:
    """What is published anybody may read who is asked to sign it; drafts only the office."""
    return rows.filter(published_at__isnull=False) if actor.kind == "public" else own_organisation(actor, rows)


#: Who decides about careers, sanctions or cases, or runs the machine, sees no names even as a unit's organiser.
_NO_NAMES = (
    Role.PPK,
    Role.BKPSDM_OFFICER,
    Role.INSPECTORATE,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
    Role.BKN_OFFICER,
)


def organises(actor: Actor, row: Any) -> bool:
    """The organiser of the unit ``row`` (without a row: of any unit), who is nothing that must not know names."""
    if actor.kind != "person" or not actor.has(Role.UNIT_ORGANISER) or actor.has(*_NO_NAMES):
        return False
    return row is None or row.pk in actor.units


@rows_of(PledgeSignature)
def signatures(actor: Actor, rows: QuerySet[PledgeSignature]) -> QuerySet[PledgeSignature]:
    """Names of signers, and so of those missing: the organiser of the unit, nobody above it. Others see counts."""
    return own_organisation(actor, rows).filter(unit_id__in=actor.units) if organises(actor, None) else rows.none()


@rows_of(Certificate)
def certificates(actor: Actor, rows: QuerySet[Certificate]) -> QuerySet[Certificate]:
    """As for attendances: who organises."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


def is_public(actor: Actor, row: Any) -> bool:
    del row
    return actor.kind == "public"


allow("pledge.read", roles(*ORGANISERS, Role.UNIT_ORGANISER))
allow("pledge.write", roles(*ORGANISERS))
allow("pledge.publish", roles(*ORGANISERS))
allow("pledge.organise", organises)
# By the link of a participant, which the verb is given as the attendance that it opens.
allow("pledge.sign", is_public)
for _action in ("certificate.read", "certificate.issue", "certificate.revoke"):
    allow(_action, roles(*ORGANISERS))

# Names in the clear: who of the staff reads them is in the access log.
personal_rows(PledgeSignature)
personal_rows(Certificate)
