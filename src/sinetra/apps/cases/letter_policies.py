"""Who may see, write, number and revoke letters of a matter: those who handle it. Of what was handed over to an
institution: its officer, who examines and records there. The custodian, administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import Rule, allow, inside, roles, rows_of
from sinetra.apps.cases.models import IssuedDocument, LetterHouse, LetterNumber, SignedCopy
from sinetra.apps.cases.policies import RECEIVERS, WORKERS
from sinetra.apps.cases.vocabulary import MatterKind
from sinetra.apps.reports.policies import HANDLERS, in_scope


@rows_of(IssuedDocument)
def _documents(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_letters(actor, rows, "matter")


@rows_of(SignedCopy)
def _copies(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_letters(actor, rows, "document__matter")


@rows_of(LetterHouse)
@rows_of(LetterNumber)
def _houses(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    return rows.filter(organisation_id=actor.organisation_id) if actor.has(*WORKERS) else rows.none()


def _of_letters(actor: Actor, rows: QuerySet[Any], matter: str) -> QuerySet[Any]:
    """Handlers see those of their own matters, an officer of a receiver those of what was handed over."""
    if actor.kind == "system":
        return rows
    received, seen = Q(**{f"{matter}__kind": MatterKind.HANDED_OVER}), Q(pk__in=[])
    if actor.has(*HANDLERS):
        seen |= ~received
    if actor.has(*RECEIVERS):
        seen |= received
    return in_scope(actor, rows.filter(seen), f"{matter}__region__code")


def _of_matter(own: tuple[Role, ...]) -> Rule:
    """By the region of the letter's matter: the row itself names none. Without a row: the role alone. ``own``: who may
    in a matter of the office itself."""

    def rule(actor: Actor, row: Any) -> bool:
        if row is None:
            return roles(*own, *RECEIVERS)(actor, row)
        accepted = RECEIVERS if row.matter.kind == MatterKind.HANDED_OVER else own
        return roles(*accepted)(actor, row) and inside(actor, row.matter)

    return rule


def _may_set_house(actor: Actor, row: Any) -> bool:
    """An officer who answers for one district only does not speak for the institution."""
    return roles(Role.BAWASLU_COMMISSIONER)(actor, row) or (not actor.regions and roles(*RECEIVERS)(actor, row))


allow("document.read", _of_matter(HANDLERS))
allow("document.write", _of_matter(HANDLERS))
allow("document.issue", _of_matter(HANDLERS))
allow("document.sign", _of_matter(HANDLERS))
allow("document.revoke", _of_matter((Role.BAWASLU_COMMISSIONER,)))
allow("document.set_house", _may_set_house)
