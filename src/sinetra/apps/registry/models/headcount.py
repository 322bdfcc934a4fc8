"""How many people an office had on a day, by unit, status and position: the dated denominator of coverage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import connection, models

from sinetra.apps.base.sql import execute, key_to_driver

#: The task that follows: who counts with these numbers does so again.
RECORDED = "registry.headcount_recorded"

if TYPE_CHECKING:
    from sinetra.apps.base.work import Work
    from sinetra.apps.registry.models.organisation import Organisation


class Headcount(models.Model):
    """Derived from the people in service; kept because yesterday's people cannot be counted tomorrow.

    ``unit`` None: people without a unit. A combination that nobody was in has no row.
    """

    organisation = models.ForeignKey(
        "registry.Organisation", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit = models.ForeignKey("registry.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=24)
    position = models.CharField(max_length=16)
    as_of = models.DateField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "as_of", "unit", "status", "position"], name="headcount_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.as_of} {self.status} {self.position}: {self.number}"


def record_headcount(work: Work, organisation: Organisation, as_of: date) -> int:
    """Counts the people in service as they stand now; what was counted for that day before is replaced. How many
    rows. Inside the unit of work of a verb that has authorised it, after its writes."""
    Headcount.objects.filter(organisation=organisation, as_of=as_of).delete()
    key = connection.ops.adapt_datefield_value(as_of) if connection.vendor == "sqlite" else as_of
    rows = execute(_COUNT, [key, key_to_driver(organisation.pk)])
    work.record("registry.record_headcount", organisation, data={"as_of": as_of, "rows": rows})
    work.enqueue(RECORDED, {"organisation": str(organisation.pk)}, key=f"{RECORDED}:{organisation.pk}:{work.group}")
    return rows


_COUNT = """
INSERT INTO registry_headcount (organisation_id, unit_id, status, position, as_of, number)
SELECT organisation_id, unit_id, status, position, %s, COUNT(*) FROM registry_person
WHERE organisation_id = %s AND is_active GROUP BY organisation_id, unit_id, status, position
"""
