"""What did not balance when an edition was frozen, for the operator: the edition itself tells no number of it."""

from __future__ import annotations

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.query import Fault


def faults_of(row: Snapshot) -> tuple[Fault, ...]:
    """As the trace of its freezing has them."""
    entries = AuditEntry.objects.filter(
        organisation_id=row.organisation_id, object_type=Snapshot.type_name(), object_id=row.pk
    )
    first = entries.filter(action="statistics.freeze").order_by("seq").first()
    return tuple(Fault(**told) for told in first.data["refused"]) if first is not None else ()
