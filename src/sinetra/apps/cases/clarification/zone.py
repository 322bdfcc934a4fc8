"""The clock on the wall of the office that asks: its own zone where it has set one, else that of the place."""

from __future__ import annotations

from datetime import date, datetime, time

from sinetra.apps.cases.models import Matter
from sinetra.apps.registry.counting import counting_of
from sinetra.ports.clock import Zone, zone_named, zone_of


def office_zone(matter: Matter) -> Zone:
    own = counting_of(matter.organisation_id).zone
    return zone_named(own) if own else zone_of(matter.region_id)


def office_day(matter: Matter, instant: datetime) -> date:
    return instant.astimezone(office_zone(matter).info).date()


def office_instant(matter: Matter, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, office_zone(matter).info)
