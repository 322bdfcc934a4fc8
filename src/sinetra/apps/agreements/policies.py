"""Who may see and do what with agreements, requests for data, disclosures and breaches.

Both institutions read an agreement and a request between them. What was disclosed is another matter: only the verb
``open_disclosure`` opens it, for the requester, in time, and writes down who looked.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.agreements.models import (
    Agreement,
    AgreementAnnex,
    AgreementMeeting,
    Breach,
    DataRequest,
    Disclosure,
    DisclosureOpening,
    Obligation,
    RequestedField,
)
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of

#: Who speaks for an institution in an agreement.
KEEPERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
#: Whose statutory task may need data of a civil servant.
REQUESTERS = (Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKN_OFFICER)
#: Who answers for the data of the staff.
OWNERS = (Role.BKPSDM_OFFICER, Role.PPK)
#: The auditor of an office is also who watches over its personal data (UU 27/2022 articles 53–54): reads the
#: registers without contents, decides nothing.
WATCHERS = (*OWNERS, Role.AUDITOR)
#: Who records a breach and its notices. A breach is of a machine as often as of a person.
BREACH_KEEPERS = (Role.AUDITOR, Role.ADMINISTRATOR, Role.BKPSDM_OFFICER, Role.BAWASLU_COMMISSIONER)


@rows_of(Agreement)
def agreements(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_both(actor, rows, "")


@rows_of(Obligation)
@rows_of(AgreementAnnex)
@rows_of(AgreementMeeting)
def parts(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _of_both(actor, rows, "agreement__")


def _of_both(actor: Actor, rows: QuerySet[Any], path: str) -> QuerySet[Any]:
    """The institution that keeps it, and the other party: what institutions agree is no secret within them."""
    if actor.kind == "system":
        return rows
    if actor.kind != "person":
        return rows.none()
    own = {f"{path}organisation_id": actor.organisation_id}
    return rows.filter(Q(**own) | Q(**{f"{path}partner_id": actor.organisation_id}))


@rows_of(DataRequest)
def requests(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _owner_or_requester(actor, rows, "", "")


@rows_of(RequestedField)
def requested_fields(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _owner_or_requester(actor, rows, "request__", "request__")


@rows_of(Disclosure)
def disclosures(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return _owner_or_requester(actor, rows, "", "")


@rows_of(DisclosureOpening)
def openings(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Who looked: both sides know it, for both answer for it."""
    return _owner_or_requester(actor, rows, "", "disclosure__")


def _owner_or_requester(actor: Actor, rows: QuerySet[Any], owner: str, requester: str) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if actor.kind != "person":
        return rows.none()
    seen = Q(pk__in=())
    if actor.has(*WATCHERS):
        seen |= Q(**{f"{owner}organisation_id": actor.organisation_id})
    if _requests(actor) or actor.has(Role.AUDITOR):
        seen |= Q(**{f"{requester}requester_id": actor.organisation_id})
    return rows.filter(seen)


def _requests(actor: Actor) -> bool:
    """A requester of the whole office: people who are asked about are of no district."""
    return actor.kind == "person" and not actor.regions and actor.has(*REQUESTERS)


@rows_of(Breach)
def breaches(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    return own_organisation(actor, rows) if actor.has(*BREACH_KEEPERS) else rows.none()


def keeps(actor: Actor, row: Any = None) -> bool:
    return roles(*KEEPERS)(actor, row)


def settles(actor: Actor, row: Any = None) -> bool:
    """An obligation: whoever keeps the agreement, and the institution that owes it."""
    if actor.kind != "person" or not actor.has(*KEEPERS, Role.PPK):
        return False
    return row is None or actor.organisation_id in {row.organisation_id, row.owner_organisation_id}


def reads(actor: Actor, row: Any = None) -> bool:
    return (_requests(actor) and roles(*REQUESTERS)(actor, row)) or roles(*WATCHERS)(actor, row)


def reads_content(actor: Actor, row: Any = None) -> bool:
    """Purpose, people and reasons: whoever decides, and whoever asked. Who watches over the data reads the rest."""
    return roles(*OWNERS)(actor, row) or asks(actor, row)


def asks(actor: Actor, row: Any = None) -> bool:
    """``row``: a request, which only the institution that made it takes back."""
    if not _requests(actor):
        return False
    return row is None or (row.requester_id is not None and row.requester_id == actor.organisation_id)


def opens(actor: Actor, row: Any = None) -> bool:
    """A disclosure: the institution that asked; the owner only to hand a print to one that has no account here."""
    if row is None:
        return _requests(actor) or roles(Role.BKPSDM_OFFICER)(actor, None)
    if row.requester_id is None:
        return roles(Role.BKPSDM_OFFICER)(actor, row)
    return asks(actor, row)


for _action in ("agreement.write", "agreement.end"):
    allow(_action, keeps)
allow("obligation.settle", settles)
allow("data_request.read", reads)
allow("data_request.read_content", reads_content)
allow("data_request.ask", asks)
allow("data_request.record", roles(Role.BKPSDM_OFFICER))
allow("data_request.decide", roles(*OWNERS))
allow("disclosure.make", roles(Role.BKPSDM_OFFICER))
allow("disclosure.end", roles(*OWNERS))
allow("disclosure.open", opens)
allow("disclosure.read_register", roles(*WATCHERS))
for _action in ("breach.read", "breach.record"):
    allow(_action, roles(*BREACH_KEEPERS))
