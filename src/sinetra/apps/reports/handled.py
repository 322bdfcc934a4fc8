"""Who has ever handled a matter, and who has read who reported it: one is never the other, in either order.

The audit chain knows: a column tells only who handles it now.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import Actor
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Identity, Report

_JOINED = "report.join"
#: Entries of a report by whoever read it to decide where it belongs.
_PLACED = (_JOINED, "report.separate", "report.keep", "report.set_aside")


def handled_among(actor: Actor, matters: Sequence[Matter]) -> frozenset[UUID]:
    """Of these matters the ones that the actor handles, did a step of, or was ever assigned, handed or relieved of
    (*serah terima*); one query for a whole page of them. Who only moved one as administrator has not handled it.
    """
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


def took_part_among(actor: Actor, reports: Sequence[Report]) -> frozenset[UUID]:
    """Of these reports those that the actor has worked on: as part of a matter, also of one that it has left since, or
    by deciding where it belongs. A few queries for a whole page of them; ``joined_to`` and ``matter`` are loaded.
    """
    found: set[UUID] = set()
    within: dict[UUID, set[UUID]] = {
        report.pk: {matter.pk} for report in reports if (matter := report.in_matter) is not None
    }
    entries = AuditEntry.objects.filter(
        object_type=Report.type_name(), object_id__in=[report.pk for report in reports], action__in=_PLACED
    )
    for key, action, by, data in entries.values_list("object_id", "action", "actor", "data"):
        if by == actor.reference:
            found.add(key)
        if action == _JOINED:
            within.setdefault(key, set()).add(UUID(data["matter"]))
    matters = Matter.objects.filter(pk__in=set().union(*within.values())).only("organisation", "handler")
    handled = handled_among(actor, list(matters))
    return frozenset(found | {key for key, parts in within.items() if parts & handled})


def openers_of(matter: Matter) -> frozenset[UUID]:
    """Accounts that have read the identity of a reporter of the matter; they take no part in the matter."""
    return _openers(Report.objects.filter(Q(pk=matter.report_id) | Q(joined_to=matter)))


def openers_of_report(report_id: UUID) -> frozenset[UUID]:
    return _openers(Report.objects.filter(pk=report_id))


def _openers(reports: QuerySet[Report]) -> frozenset[UUID]:
    rows = AuditEntry.objects.filter(
        object_type=Identity.type_name(),
        object_id__in=Identity.objects.filter(report__in=reports.values("pk")).values("pk"),
        action="identity.open",
    )
    return frozenset(UUID(name.removeprefix("person:")) for name in rows.values_list("actor", flat=True))
