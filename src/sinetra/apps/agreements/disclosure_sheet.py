"""A disclosure that was opened, as a sheet: what was approved, and who takes this copy."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.agreements.models import Disclosure
from sinetra.apps.agreements.sealed import DisclosedPerson, purpose_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.exercise import exercise_word
from sinetra.core.documents import indonesian
from sinetra.core.documents.disclosure import DisclosureSheet, ToldPerson
from sinetra.ports.clock import now, zone_of


def sheet_of(disclosure: Disclosure, people: Sequence[DisclosedPerson], actor: Actor) -> DisclosureSheet:
    """``people``: what ``open_disclosure`` gave ``actor``."""
    zone = zone_of(disclosure.organisation.region_id)
    local = now().astimezone(zone.info)
    return DisclosureSheet(
        reference=disclosure.reference,
        office=disclosure.organisation.name,
        requester=disclosure.requester_name,
        matter=disclosure.request.matter,
        purpose=purpose_of(disclosure.request),
        basis=disclosure.basis,
        disclosed=indonesian.day(disclosure.disclosed_on),
        taken=f"{actor.name}, {indonesian.day(local.date())} {local:%H.%M} {zone.abbreviation}",
        people=tuple(
            ToldPerson(name=person.name, values=tuple(zip(disclosure.fields, person.values, strict=True)))
            for person in people
        ),
        exercise=exercise_word(),
    )
