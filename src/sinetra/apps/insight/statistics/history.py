"""What earlier editions told and counted: it decides what may be told next, and stands in for what is erased."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.inputs import MATTER, TYPES, unpacked
from sinetra.core.statistics import Cell
from sinetra.core.statistics.edition import edition_of


def shown_until(last: Snapshot | None) -> Mapping[tuple[str, Cell], int]:
    """Each number as it was told last, up to and with ``last``; by unit and cell."""
    told: dict[tuple[str, Cell], int] = {}
    if last is not None:
        rows = Snapshot.objects.filter(as_of__lte=last.as_of).order_by("as_of")
        for content in rows.values_list("content", flat=True).iterator(20):
            told |= edition_of(bytes(content)).told()
    return told


def kept_persons(snapshot: Snapshot | None) -> Mapping[UUID, int]:
    """How many persons each matter was about when ``snapshot`` was frozen."""
    if snapshot is None:
        return {}
    rows = unpacked(bytes(snapshot.inputs)).values()
    return {row.key: row.persons for row in rows if row.type == TYPES[MATTER]}
