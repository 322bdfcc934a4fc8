"""Who may see, write, number and revoke letters of a matter: those who handle it. A receiver of a hand-over, the
custodian, administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import Rule, allow, inside, roles, rows_of
from sinetra.apps.cases.models import IssuedDocument, LetterHouse, LetterNumber, SignedCopy
from sinetra.apps.reports.policies import HANDLERS, in_scope


@rows_of(IssuedDocument)
def _documents(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _own(actor, rows, "matter__region__code")


@rows_of(SignedCopy)
def _copies(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _own(actor, rows, "document__matter__region__code")


@rows_of(LetterHouse)
def _houses(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _own(actor, rows, None)


@rows_of(LetterNumber)
def _numbers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _own(actor, rows, None)


def _own(actor: Actor, rows: QuerySet[Any], field: str | None) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if not actor.has(*HANDLERS):
        return rows.none()
    return in_scope(actor, rows, field) if field else rows.filter(organisation_id=actor.organisation_id)


def _of_matter(*accepted: Role) -> Rule:
    """By the region of the letter's matter: the row itself names none. Without a row: the role alone."""

    def rule(actor: Actor, row: Any) -> bool:
        return roles(*accepted)(actor, row) and (row is None or inside(actor, row.matter))

    return rule


allow("document.read", _of_matter(*HANDLERS))
allow("document.write", _of_matter(*HANDLERS))
allow("document.issue", _of_matter(*HANDLERS))
allow("document.sign", _of_matter(*HANDLERS))
allow("document.revoke", _of_matter(Role.BAWASLU_COMMISSIONER))
allow("document.set_house", roles(Role.BAWASLU_COMMISSIONER))
