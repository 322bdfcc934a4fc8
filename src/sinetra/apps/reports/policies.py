"""Who may see and do what with the rows of reports. Administrators and auditors: nothing."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, is_within, own_organisation, roles, rows_of
from sinetra.apps.reports.custody import is_small, post_of
from sinetra.apps.reports.handled import took_part_among
from sinetra.apps.reports.models import (
    CustodianKey,
    CustodyNaming,
    FilingProof,
    Identity,
    Message,
    NewsList,
    ReplyText,
    Report,
    Seen,
)
from sinetra.apps.reports.vocabulary import Source

HANDLERS = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
_UNATTENDED = frozenset({Source.WEB, Source.API})


def in_scope(actor: Actor, rows: QuerySet[Any], field: str = "region__code") -> QuerySet[Any]:
    """Rows of the actor's organisation and, where the role has regions, inside one of them."""
    return _in_regions(actor, own_organisation(actor, rows), field)


def _in_regions(actor: Actor, rows: QuerySet[Any], field: str) -> QuerySet[Any]:
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
    """That there is one, to handlers; its content opens for custodians only (``identity.open``), of a small office for
    those of the province."""
    if actor.has(Role.CUSTODIAN):
        kept = rows.filter(Q(keeper_id=actor.organisation_id) | Q(organisation_id=actor.organisation_id))
        return _in_regions(actor, kept, "report__region__code") if actor.kind == "person" else rows.none()
    return in_scope(actor, rows, "report__region__code") if actor.has(*HANDLERS) else rows.none()


@rows_of(CustodianKey)
def _keys(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(Role.CUSTODIAN) else rows.none()


@rows_of(CustodyNaming)
def _namings(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(Role.CUSTODIAN, Role.BAWASLU_COMMISSIONER) else rows.none()


@rows_of(FilingProof)
def _proofs(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Only who showed the code of the report; the office has no use for them."""
    return rows.filter(report_id=actor.report_id) if actor.kind == "reporter" else rows.none()


@rows_of(Message)
def _messages(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "reporter":
        return rows.filter(report_id=actor.report_id)
    return in_scope(actor, rows, "report__region__code") if actor.has(*HANDLERS) else rows.none()


@rows_of(Seen)
def _seen(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The reporter's own: no office learns whether somebody has read."""
    return rows.filter(report_id=actor.report_id) if actor.kind == "reporter" else rows.none()


@rows_of(NewsList)
def _news(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Public: it names nobody."""
    return rows


def _of_own_report(actor: Actor, row: Report | None) -> bool:
    """Whoever showed the code of this report."""
    return actor.kind == "reporter" and row is not None and row.pk == actor.report_id


def _may_write(actor: Actor, row: Report | None) -> bool:
    return _of_own_report(actor, row) or roles(*HANDLERS)(actor, row)


@rows_of(ReplyText)
def _reply_texts(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*HANDLERS) else rows.none()


def _may_file(actor: Actor, row: Report | None) -> bool:
    """Anybody on the web; at the counter, by phone and on paper the staff of the office that is competent."""
    if row is None or row.source in _UNATTENDED:
        return actor.kind in {"public", "person"}
    return roles(*HANDLERS)(actor, row)


def _may_make_proof(actor: Actor, row: FilingProof | None) -> bool:
    return actor.kind == "reporter" and row is not None and row.report_id == actor.report_id


def _is_custodian(actor: Actor, row: Any) -> bool:
    """Of the office, and nothing else there; whose naming is over is none any more."""
    return roles(Role.CUSTODIAN)(actor, row) and not actor.has(*HANDLERS) and post_of(actor) is not None


def _may_make_key(actor: Actor, row: CustodianKey | None) -> bool:
    return roles(Role.CUSTODIAN)(actor, row) and post_of(actor) is not None


def _may_open_identity(actor: Actor, row: Identity | None) -> bool:
    """Two persons: who handles the report or its matter, or ever did, never opens the identity. Of an office that is
    too small to have two, its own custodian neither."""
    if not _is_custodian(actor, None):
        return False
    if row is None:
        return True
    keeper = row.keeper_id or row.organisation_id
    if keeper != actor.organisation_id or not _in_reach(actor, row.report.region_id):
        return False
    if keeper == row.organisation_id and is_small(row.organisation):
        return False
    return not took_part_among(actor, [row.report])


def _in_reach(actor: Actor, region: str) -> bool:
    return not actor.regions or any(is_within(region, scope) for scope in actor.regions)


allow("report.file", _may_file)
allow("proof.make", _may_make_proof)
# At the counter, by phone, on paper: the page of the office; the verb is report.file.
allow("report.enter", roles(*HANDLERS))
allow("report.read", roles(*HANDLERS))
allow("report.open_matter", roles(*HANDLERS))
allow("message.read", roles(*HANDLERS))
allow("message.write", _may_write)
allow("message.complete", _of_own_report)
allow("report.ask_withdrawal", _of_own_report)
allow("report.answer_retaliation", _of_own_report)
allow("report.record_form", roles(*HANDLERS))
# The clock itself: the last day for the signed form is over.
allow("report.keep_unsigned", lambda actor, row: False)
allow("report.join", roles(*HANDLERS))
allow("report.separate", roles(*HANDLERS))
allow("report.keep", roles(*HANDLERS))
# What somebody told is left alone for good only by who decides.
allow("report.set_aside", roles(Role.BAWASLU_COMMISSIONER))
# The clock itself, not a person: after a new decree, or when the office counts otherwise.
allow("report.recount_due", lambda actor, row: False)
allow("identity.open", _may_open_identity)
# The name is decrypted for a moment and shown to nobody; so it is no opening.
allow("identity.reseal", _is_custodian)
allow("custodian.new_key", _may_make_key)
allow("custody.name", roles(Role.BAWASLU_COMMISSIONER))
# Words of the whole office: not of who answers for one district only.
allow("reply_text.write", lambda actor, row: not actor.regions and roles(*HANDLERS)(actor, row))
