"""Who has ever handled a matter. The audit chain knows: a column tells only who handles it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Actor

if TYPE_CHECKING:
    from sinetra.apps.cases.models import Matter


def has_handled(actor: Actor, matter: Matter) -> bool:
    """True for the handler of now, for whoever did a step of the matter, and for everybody it was assigned to, handed
    to or taken over from (*serah terima*). Who only moved it as administrator has not handled it.
    """
    if matter.handler_id == actor.user_id:
        return True
    person = str(actor.user_id)
    took_part = Q(actor=actor.reference, action__startswith="matter.")
    named = Q(data__handler=person) | Q(data__to=person) | Q(data__from=person)
    entries = AuditEntry.objects.filter(
        object_type=matter.type_name(), object_id=matter.pk, organisation_id=matter.organisation_id
    )
    return entries.filter(took_part | named).exists()
