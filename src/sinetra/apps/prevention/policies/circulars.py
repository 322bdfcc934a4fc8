"""Who may see and do what with circulars and with the statements that they were received."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.base.viewing import personal_rows
from sinetra.apps.prevention.models import Circular, CircularAnnex, CircularNumber, CircularReceipt

WRITERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM)
#: The second person, who publishes: also the appointing authority that signs.
PUBLISHERS = (*WRITERS, Role.PPK)
#: What everybody may read; the address of one that no longer holds says what became of it.
SHOWN = (Circular.State.PUBLISHED, Circular.State.SUPERSEDED, Circular.State.WITHDRAWN)


@rows_of(Circular)
def circulars(actor: Actor, rows: QuerySet[Circular]) -> QuerySet[Circular]:
    """The public reads what was published; drafts are seen by who writes and who publishes."""
    return _within(actor, rows, "")


@rows_of(CircularAnnex)
def annexes(actor: Actor, rows: QuerySet[CircularAnnex]) -> QuerySet[CircularAnnex]:
    return _within(actor, rows, "circular__")


def _within(actor: Actor, rows: QuerySet[Any], path: str) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    if actor.kind != "person":
        return rows.filter(**{f"{path}state__in": SHOWN})
    own = own_organisation(actor, rows)
    return own if actor.has(*PUBLISHERS) else own.exclude(**{f"{path}state": Circular.State.DRAFT})


@rows_of(CircularReceipt)
def receipts(actor: Actor, rows: QuerySet[CircularReceipt]) -> QuerySet[CircularReceipt]:
    """Names of people: the organiser of their unit, nobody above. Who follows up sees the statements of units."""
    if actor.kind != "person":
        return rows.none()
    seen = Q(unit_id__in=actor.units) if actor.has(Role.UNIT_ORGANISER) else Q(pk__in=())
    if actor.has(*WRITERS):
        seen |= Q(is_unit=True)
    return own_organisation(actor, rows).filter(seen)


@rows_of(CircularNumber)
def numbers(actor: Actor, rows: QuerySet[CircularNumber]) -> QuerySet[CircularNumber]:
    return own_organisation(actor, rows) if actor.has(*WRITERS) else rows.none()


def organises(actor: Actor, row: Any = None) -> bool:
    """The organiser of the unit that the row names."""
    unit = getattr(row, "unit_id", None)
    return roles(Role.UNIT_ORGANISER)(actor, row) and (row is None or unit in actor.units)


def _anybody(actor: Actor, row: Any) -> bool:
    del row
    return actor.kind == "public"


for _action in ("circular.write", "circular.annex", "circular.set_number_pattern", "circular.record_receipt"):
    allow(_action, roles(*WRITERS))
for _action in ("circular.publish", "circular.withdraw"):
    allow(_action, roles(*PUBLISHERS))
allow("circular.confirm", roles(*WRITERS))
allow("circular.acknowledge", organises)
allow("circular.accept", _anybody)

# Names in the clear: who of the staff reads them is in the access log.
personal_rows(CircularReceipt)
