"""Who may see and do what with invitations: the advisers, and whoever holds the code. Nobody who decides about careers,
sanctions or the machine; no superior."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.advice.policies import APART, advises, is_apart_elsewhere
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.invitations.models import Consultation, Invitation
from sinetra.apps.invitations.vocabulary import Way

_BAWASLU = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)


def _advises_for_bawaslu(actor: Actor, row: Any = None) -> bool:
    """Whoever answers for one district only does not speak for the office; who is kept away in another account is."""
    if actor.regions or not roles(*_BAWASLU)(actor, row):
        return False
    return not actor.has(*APART) and not is_apart_elsewhere(actor)


def consults(actor: Actor, row: Any = None) -> bool:
    """Reads what its office was asked."""
    if row is None:
        return advises(actor) or _advises_for_bawaslu(actor)
    return (_advises_for_bawaslu if row.way == Way.RECEIVED else advises)(actor, row)


def _may_advise(actor: Actor, row: Any) -> bool:
    return consults(actor, row) and (row is None or row.way != Way.SENT)


def _may_record_letter(actor: Actor, row: Any) -> bool:
    return advises(actor, row) and (row is None or row.way == Way.SENT)


def _asker(actor: Actor, row: Any) -> bool:
    """Who holds the code comes as the public; no signed-in person does."""
    del row
    return actor.kind == "public"


@rows_of(Consultation)
def _consultations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if advises(actor):
        return own_organisation(actor, rows).exclude(way=Way.RECEIVED)
    return own_organisation(actor, rows).filter(way=Way.RECEIVED) if _advises_for_bawaslu(actor) else rows.none()


@rows_of(Invitation)
def _invitations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Read through a consultation only; the team's own office."""
    if actor.kind == "system":
        return rows
    return own_organisation(actor, rows) if advises(actor) else rows.none()


for _action in ("record", "decide", "note"):
    allow(f"invitation.{_action}", _asker)
allow("invitation.read", consults)
allow("invitation.advise", _may_advise)
allow("invitation.receive", consults)
for _action in ("record_letter", "take"):
    allow(f"invitation.{_action}", _may_record_letter)
