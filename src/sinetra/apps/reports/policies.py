"""Who may see and do what with the rows of reports. Administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, inside, own_organisation, roles, rows_of
from sinetra.apps.reports.handled import has_handled
from sinetra.apps.reports.models import CustodianKey, Identity, ReplyText, Report
from sinetra.apps.reports.vocabulary import Source

HANDLERS = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
_UNATTENDED = frozenset({Source.WEB, Source.API})


def in_scope(actor: Actor, rows: QuerySet[Any], field: str = "region__code") -> QuerySet[Any]:
    """Rows of the actor's organisation and, where the role has regions, inside one of them."""
    rows = own_organisation(actor, rows)
    if not actor.regions:
        return rows
    inside_one = Q()
    for region in actor.regions:
        inside_one |= Q(**{field: region}) | Q(**{f"{field}__startswith": f"{region}."})
    return rows.filter(inside_one)


@rows_of(Report)
def _reports(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if actor.kind == "reporter":
        return rows.filter(pk=actor.report_id)
    return in_scope(actor, rows) if actor.has(*HANDLERS) else rows.none()


@rows_of(Identity)
def _identities(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """That there is one, to handlers; its content opens for the custodian only (``identity.open``)."""
    return in_scope(actor, rows, "report__region__code") if actor.has(Role.CUSTODIAN, *HANDLERS) else rows.none()


@rows_of(CustodianKey)
def _keys(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(Role.CUSTODIAN) else rows.none()


@rows_of(ReplyText)
def _reply_texts(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*HANDLERS) else rows.none()


def _may_file(actor: Actor, row: Report | None) -> bool:
    """Anybody on the web; at the counter, by phone and on paper the staff of the office that is competent."""
    if row is None or row.source in _UNATTENDED:
        return actor.kind in {"public", "person"}
    return roles(*HANDLERS)(actor, row)


def _may_open_identity(actor: Actor, row: Identity | None) -> bool:
    """Two persons: who handles the matter, or ever did, never opens the identity."""
    if not roles(Role.CUSTODIAN)(actor, row) or actor.has(*HANDLERS):
        return False
    if row is None:
        return True
    matter = row.report.in_matter
    return inside(actor, row.report) and (matter is None or not has_handled(actor, matter))


allow("report.file", _may_file)
allow("report.read", roles(*HANDLERS))
allow("report.open_matter", roles(*HANDLERS))
allow("report.join", roles(*HANDLERS))
allow("report.separate", roles(*HANDLERS))
allow("report.keep", roles(*HANDLERS))
# What somebody told is left alone for good only by who decides.
allow("report.set_aside", roles(Role.BAWASLU_COMMISSIONER))
# The clock itself, not a person: after a new decree, or when the office counts otherwise.
allow("report.recount_due", lambda actor, row: False)
allow("identity.open", _may_open_identity)
# Words of the whole office: not of who answers for one district only.
allow("reply_text.write", lambda actor, row: not actor.regions and roles(*HANDLERS)(actor, row))
allow("custodian.new_key", roles(Role.CUSTODIAN))
