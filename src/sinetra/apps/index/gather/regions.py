"""Cities and regencies of the offices here, with their kecamatan, as units of the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.index.gather.channel import has_channel
from sinetra.apps.index.gather.decisions import final_decisions, social_since, within
from sinetra.apps.index.gather.matters import counted, inside
from sinetra.apps.index.gather.offices import City
from sinetra.apps.index.gather.staff_counts import Staff, staff_of
from sinetra.apps.index.gather.values import of_decisions, of_election, of_follow_up, of_staff
from sinetra.apps.prevention.coverage.tree import area_node
from sinetra.apps.registry.models import Region
from sinetra.apps.registry.vocabulary import RegionLevel
from sinetra.core.index.configuration import Configuration
from sinetra.core.index.inputs import Kind, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a city beside its units: by node of coverage who works there, and whether people can report."""

    city: City
    staff: Mapping[UUID, Staff]
    has_channel: bool | None


def known_of(city: City, day: date) -> Known:
    staff = staff_of(city.government.pk, day) if city.government else {}
    return Known(city=city, staff=staff, has_channel=has_channel(city))


def regions_of(known: Known, day: date, method: Configuration) -> Iterator[Unit]:
    """The city, then those kecamatan whose civil servants are counted. Smaller parts are inside them."""
    code, government = known.city.code, known.city.government
    decisions = final_decisions(code, day)
    cases = counted(code, day)
    inside_city = Region.objects.filter(code__startswith=code, level__in=(RegionLevel.CITY, RegionLevel.DISTRICT))
    for region in inside_city.order_by("code"):
        whole = region.code == code
        node = None if government is None else government.pk if whole else area_node(government.pk, region.code)
        staff = _large(known.staff.get(node) if node else None, method)
        proven = None if decisions is None else within(decisions, region.code)
        social = None if proven is None else social_since(proven, day, method.limits.cycle_years)
        yield Unit(
            code=region.code,
            name=region.name,
            kind=Kind.REGION,
            parent="" if whole else code,
            staff=staff.number if staff else None,
            values={
                **of_election(region.code, day, method),
                **of_staff(staff),
                **of_follow_up(inside(cases.due, region.code), inside(cases.arrears, region.code), day),
                **({} if social is None else of_decisions(social, staff, day)),
            },
            events=None if proven is None else tuple(item.event for item in proven),
            open_cases=cases.open_cases(region.code) if known.city.watched or government else None,
            overdue=cases.overdue(region.code) if known.city.watched or government else None,
            coverage=staff.coverage if staff else None,
            has_channel=known.has_channel,
        )


def _large(staff: Staff | None, method: Configuration) -> Staff | None:
    """A list of fewer people says nothing here, also where more are published: its shares would be of few."""
    return staff if staff is not None and staff.number >= method.limits.staff else None
