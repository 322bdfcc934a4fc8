"""How an office counts: its zone, its working week, and the lengths that it has set where no law does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sinetra.apps.registry.models import Organisation, RuleLength

#: The task that follows a change: clocks that run are counted again.
CHANGED = "registry.counting_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """``zone`` empty: that of the region. The default is how the law is counted where no office says otherwise."""

    zone: str = ""
    work_week: int = 5
    lengths: Mapping[str, int] = field(default_factory=dict)

    def choices(self, rule: str) -> dict[str, Any]:
        """What ``core.clock.Clock.deadline`` takes."""
        return {"zone": self.zone or None, "work_week": self.work_week, "length": self.lengths.get(rule)}


USUAL = Counting()


def counting_of(organisation_id: UUID) -> Counting:
    row = Organisation.objects.only("zone", "work_week").filter(pk=organisation_id).first()
    return counting_at(row) if row is not None else USUAL


def counting_at(office: Organisation) -> Counting:
    """That of an office that was just read."""
    lengths = dict(RuleLength.objects.filter(organisation_id=office.pk).values_list("rule", "length"))
    return Counting(zone=office.zone, work_week=office.work_week, lengths=lengths)
