"""An event that the press tells becomes an activity, marked until its organiser confirms it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sinetra.apps.base.policy import is_within
from sinetra.apps.base.work import Work
from sinetra.apps.prevention.models import Activity, ActivitySession, Delegate, Programme, Speaker
from sinetra.apps.registry.models import Organisation, Unit
from sinetra.core.prevention.told import Told
from sinetra.core.prevention.visit import Stop, stops

Facts = Mapping[str, Sequence[Told]]


def register_from_press(
    work: Work,
    *,
    story: Any,
    title: str,
    kind: Activity.Kind,
    facts: Facts,
    texts: Mapping[str, str],
    programme: Programme | None,
) -> Activity:
    """``title``: without names of accused persons. ``texts``: id of each article → its clean text.

    Called inside the unit of work of the story's own verb.
    """
    count = _first(facts, "participants_count")
    row = Activity(
        organisation_id=story.organisation_id,
        programme=programme,
        kind=Activity.Kind.VISIT if _values(facts, "units_visited") else kind,
        title=title[:300],
        region_id=story.region_id,
        starts_on=story.event_date,
        duration_days=_value(facts, "duration_days"),
        organiser=str(_value(facts, "agency") or "")[:200],
        opened_by=str(_value(facts, "opened_by") or "")[:300],
        theme=str(_value(facts, "theme") or "")[:300],
        venues=_values(facts, "venues"),
        units=_values(facts, "units_visited"),
        speakers=_values(facts, "speakers_from"),
        audience=_values(facts, "audience"),
        participants=count.value if count else None,
        participants_approximate=_is_approximate(count),
        covers_non_asn=_value(facts, "covers_non_asn"),
        facts_from={name: [item.to_json() for item in items] for name, items in facts.items()},
        story=story,
    )
    work.create(row)
    work.record("activity.register", row, data={"story": str(story.pk)})
    for session in _sessions(row, facts, texts):
        work.create(session)
        work.record("activity.register", session, data={"activity": str(row.pk)})
    _guests(work, row, facts)
    return row


def _first(facts: Facts, name: str) -> Told | None:
    return next(iter(facts.get(name, ())), None)


def _value(facts: Facts, name: str) -> Any:
    found = _first(facts, name)
    return found.value if found else None


def _values(facts: Facts, name: str) -> list[str]:
    """The list of the first article that has one: another outlet's other list stays among the facts."""
    items = facts.get(name, ())
    return [str(item.value) for item in items if item.article == items[0].article]


def _is_approximate(count: Told | None) -> bool:
    """A number quoted by a person says itself whether it is "sekitar"."""
    if count is None:
        return False
    return bool((count.more or {}).get("approximate")) or "sekitar" in count.as_printed.lower()


def _sessions(row: Activity, facts: Facts, texts: Mapping[str, str]) -> list[ActivitySession]:
    """Stops of a visit on its day; days of a meeting without a date, for the press names the day it was told."""
    closed = ActivitySession.State.CLOSED
    made: list[ActivitySession] = []
    if row.units:
        units = _units_of(row, row.units)
        for stop in _stops(facts, texts):
            made.append(
                ActivitySession(
                    day=row.starts_on,
                    venue=stop.venue[:300],
                    unit_id=units.get(stop.unit.lower()),
                    unit_text=stop.unit[:200],
                    state=closed,
                )
            )
    elif (row.duration_days or 1) > 1:
        made = [ActivitySession(state=closed) for _day in range(min(row.duration_days or 1, 14))]
    else:
        made = [ActivitySession(day=row.starts_on, venue=venue[:300], state=closed) for venue in row.venues]
    for place, session in enumerate(made, start=1):
        session.organisation_id, session.activity, session.place = row.organisation_id, row, place
    return made


def _stops(facts: Facts, texts: Mapping[str, str]) -> tuple[Stop, ...]:
    units = facts["units_visited"]
    article = units[0].article
    venues = [venue for venue in facts.get("venues", ()) if venue.article == article]
    return stops(texts[article], [unit for unit in units if unit.article == article], venues)


def _units_of(row: Activity, names: Sequence[str]) -> dict[str, UUID]:
    """Units of the registry with these names; only of one's own region: elsewhere the same name is another office."""
    own = Organisation.objects.filter(pk=row.organisation_id).values_list("region_id", flat=True).first()
    if not own or not row.region_id or not is_within(row.region_id, own):
        return {}
    rows = Unit.objects.filter(organisation_id=row.organisation_id, name__in=names)
    return {name.lower(): pk for name, pk in rows.values_list("name", "pk")}


def _guests(work: Work, row: Activity, facts: Facts) -> None:
    parts: list[Delegate | Speaker] = [
        Delegate(organisation_id=row.organisation_id, activity=row, place=place, role=role[:200])
        for place, role in enumerate(_values(facts, "delegation_roles"), start=1)
    ]
    parts += [
        Speaker(organisation_id=row.organisation_id, activity=row, place=place, institution=name[:200])
        for place, name in enumerate(row.speakers, start=1)
    ]
    for part in parts:
        work.create(part)
        work.record("activity.register", part, data={"activity": str(row.pk)})
