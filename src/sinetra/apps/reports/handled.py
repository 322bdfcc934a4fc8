"""Who has ever handled a matter, and who has read who reported it: one is never the other, in either order.

The audit chain knows: a column tells only who handles it now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Actor
from sinetra.apps.reports.models import Identity

if TYPE_CHECKING:
    from sinetra.apps.cases.models import Matter


def has_handled(actor: Actor, matter: Matter) -> bool:
    """True for the handler of now, for whoever did a step of the matter, and for everybody it was assigned to, handed
    to or taken over from (*serah terima*). Who only moved it as administrator has not handled it.
    """
    return matter.pk in handled_among(actor, [matter])


def handled_among(actor: Actor, matters: Sequence[Matter]) -> frozenset[UUID]:
    """Of these matters the ones that the actor has ever handled; one query for a whole page of them."""
    if not matters:
        return frozenset()
    person = str(actor.user_id)
    took_part = Q(actor=actor.reference, action__startswith="matter.")
    named = Q(data__handler=person) | Q(data__to=person) | Q(data__from=person)
    entries = AuditEntry.objects.filter(
        object_type=matters[0].type_name(),
        object_id__in=[matter.pk for matter in matters],
        organisation_id__in={matter.organisation_id for matter in matters},
    )
    found = set(entries.filter(took_part | named).values_list("object_id", flat=True))
    return frozenset(found | {matter.pk for matter in matters if matter.handler_id == actor.user_id})


def openers_of(matter: Matter) -> frozenset[UUID]:
    """Accounts that have read the identity of the matter's reporter; they take no part in the matter."""
    if matter.report_id is None:
        return frozenset()
    rows = AuditEntry.objects.filter(
        object_type=Identity.type_name(),
        object_id__in=Identity.objects.filter(report_id=matter.report_id).values("pk"),
        action="identity.open",
    )
    return frozenset(UUID(name.removeprefix("person:")) for name in rows.values_list("actor", flat=True))


def has_opened(actor: Actor, report_id: UUID) -> bool:
    identity = Identity.objects.filter(report_id=report_id).values("pk")
    rows = AuditEntry.objects.filter(object_type=Identity.type_name(), object_id__in=identity, actor=actor.reference)
    return rows.filter(action="identity.open").exists()
