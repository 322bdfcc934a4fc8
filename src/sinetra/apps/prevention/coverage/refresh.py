"""Counting again: everything of an office, or what one session or pledge may have changed. Both come to the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.sql import analyse, execute, key_to_driver
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.coverage.cells import add_areas, add_up, count_facts, count_headcounts, headcount_days
from sinetra.apps.prevention.coverage.hidden import hidden_of
from sinetra.apps.prevention.coverage.situation import fill_situations
from sinetra.apps.prevention.coverage.sql import chunks, ids, rows
from sinetra.apps.prevention.coverage.tree import ordered_units
from sinetra.apps.prevention.models import CoverageCell, CoverageHidden, CoverageState, CoverageUnit
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now, today

_BATCH = 2000


def recompute(organisation_id: UUID) -> None:
    """From scratch. May be done at any time; pages see the old numbers until it is committed."""
    with unit_of_work(SYSTEM):
        organisation = _locked(organisation_id)
        day = today(organisation.region_id)
        days = headcount_days(organisation_id, day)
        for model in (CoverageHidden, CoverageCell, CoverageUnit):
            model._base_manager.filter(organisation_id=organisation_id).delete()
        units = ordered_units(organisation, day, days[-1] if days else None)
        CoverageUnit.objects.bulk_create(units, batch_size=_BATCH)
        analyse("prevention_coverageunit")
        count_headcounts(organisation_id, days)
        count_facts(organisation_id, day)
        analyse("prevention_coveragecell")
        add_up(organisation_id)
        add_areas(organisation_id)
        fill_situations(organisation_id, day, days[-1] if days else None)
        for as_of in days:
            hidden = hidden_of(organisation_id, units, as_of.isoformat())
            CoverageHidden.objects.bulk_create(hidden, batch_size=_BATCH)
        _keep_state(organisation_id, day, days)


def refresh(organisation_id: UUID, units: Iterable[UUID]) -> None:
    """Counts again what was done in ``units`` and everything above them.

    Where the units are not in order yet, or are of another day, everything is counted.
    """
    wanted = sorted(units)
    with unit_of_work(SYSTEM):
        organisation = _locked(organisation_id)
        day = today(organisation.region_id)
        state = CoverageState.objects.filter(pk=organisation_id).first()
        of_units = [unit for unit in wanted if unit != organisation_id]
        known = _known(of_units)
        if state is None or state.day != day or known.keys() != set(of_units):
            recompute(organisation_id)
            return
        above = {UUID(ancestor) for row in known.values() for ancestor in row.ancestors}
        areas = sorted({row.area_node for row in known.values()})
        changed = sorted(above | known.keys())
        for nodes, alone in ((wanted, True), ([*changed, organisation_id, *areas], False)):
            for marks, part in chunks(nodes):
                execute(
                    f"DELETE FROM prevention_coveragecell WHERE node IN {marks} AND length(period) < 10"
                    f" AND {'' if alone else 'NOT '}alone",
                    part,
                )
        count_facts(organisation_id, day, wanted)
        add_up(organisation_id, changed)
        add_areas(organisation_id, areas)
        as_of = date.fromisoformat(state.headcounts[-1]) if state.headcounts else None
        fill_situations(organisation_id, day, as_of, wanted)
        _keep_state(organisation_id, day, [date.fromisoformat(text) for text in state.headcounts])


def units_of_activity(organisation_id: UUID, activity_id: UUID) -> set[UUID]:
    """Where the participants and signers of an activity count, before and after: also where they stood earlier."""
    people = """
    SELECT person_id FROM prevention_attendance WHERE activity_id = %s AND person_id IS NOT NULL
    UNION SELECT person_id FROM prevention_pledgesignature WHERE activity_id = %s AND person_id IS NOT NULL
    """
    return _where(organisation_id, people, [key_to_driver(activity_id)] * 2) | ids(
        rows(
            """
            SELECT unit_id FROM prevention_attendance WHERE activity_id = %s
            UNION SELECT unit_id FROM prevention_activitysession WHERE activity_id = %s
            """,
            [key_to_driver(activity_id)] * 2,
        )
    )


def units_of_people(organisation_id: UUID, people: Collection[UUID]) -> set[UUID]:
    """At least one. Where they count, before and after: also where they stood earlier."""
    places = ", ".join(["%s"] * len(people))
    keys = [key_to_driver(pk) for pk in people]
    return _where(organisation_id, f"SELECT id FROM registry_person WHERE id IN ({places})", keys)


def _where(organisation_id: UUID, people: str, parameters: Sequence[object]) -> set[UUID]:
    found = ids(
        rows(
            f"""
            SELECT unit_id FROM prevention_attendance WHERE person_id IN ({people})
            UNION SELECT unit_id FROM prevention_pledgesignature WHERE person_id IN ({people})
            UNION SELECT unit_id FROM registry_person WHERE id IN ({people})
            """,
            [*parameters] * 3,
        )
    )
    # People without a unit count at the office itself.
    return {*found, organisation_id}


def _known(units: Sequence[UUID]) -> dict[UUID, CoverageUnit]:
    found: dict[UUID, CoverageUnit] = {}
    for start in range(0, len(units), 400):
        found |= CoverageUnit.objects.in_bulk(units[start : start + 400])
    return found


def _locked(organisation_id: UUID) -> Organisation:
    """One count of an office at a time; others may go on referring to it."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)


def _keep_state(organisation_id: UUID, day: date, days: Sequence[date]) -> None:
    cells = CoverageCell.objects.filter(node=organisation_id, alone=False)
    periods = set(cells.order_by().values_list("period", flat=True).distinct())
    CoverageState.objects.update_or_create(
        organisation_id=organisation_id,
        defaults={
            "day": day,
            "computed_at": now(),
            "headcounts": [as_of.isoformat() for as_of in days],
            "years": sorted(period for period in periods if len(period) == 4),
            "months": sorted(period for period in periods if len(period) == 7),
        },
    )
