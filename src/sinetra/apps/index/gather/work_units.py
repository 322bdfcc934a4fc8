"""Units of local governments: parts of the administration, never their people. History stays with the kecamatan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from sinetra.apps.index.gather.codes import office_codes
from sinetra.apps.index.gather.staff_counts import Staff
from sinetra.apps.index.gather.values import of_election, of_staff
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Kind
from sinetra.core.index.inputs import Unit as Given


def codes_of(office: Organisation) -> Mapping[UUID, str]:
    """The public code of each unit of an office."""
    own = Unit.objects.filter(organisation=office).order_by("code", "id").values_list("pk", "code")
    return office_codes(office.region_id or "", own)


def units_of(
    office: Organisation,
    staff: Mapping[UUID, Staff],
    day: date,
    method: Configuration,
    *,
    codes: Mapping[UUID, str],
    has_channel: bool | None,
) -> Iterator[Given]:
    """A unit stands under the nearest one above it that is large enough, else under the region in which it lies."""
    rows = Unit.objects.filter(organisation=office).in_bulk()
    enough = {pk for pk in rows if pk in staff and staff[pk].number >= method.limits.staff}
    of_race = of_election(office.region_id or "", day, method)
    for pk in enough:
        row = rows[pk]
        above = _above(row, rows, enough)
        yield Given(
            code=codes[pk],
            name=row.name,
            kind=Kind.OFFICE,
            parent=codes[above] if above else row.region_id or office.region_id or "",
            staff=staff[pk].number,
            values={**of_race, **of_staff(staff[pk])},
            coverage=staff[pk].coverage,
            has_channel=has_channel,
        )


def _above(row: Unit, rows: Mapping[UUID, Unit], enough: set[UUID]) -> UUID | None:
    seen = {row.pk}
    parent = row.parent_id
    while parent is not None and parent not in seen:
        if parent in enough:
            return parent
        seen.add(parent)
        parent = rows[parent].parent_id if parent in rows else None
    return None
