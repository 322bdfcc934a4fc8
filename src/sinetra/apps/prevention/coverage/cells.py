"""Cells of units alone, from the facts, and of units with everything below, from those."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from sinetra.apps.base.sql import execute, key_to_driver
from sinetra.apps.prevention.coverage.facts import Query, facts
from sinetra.apps.prevention.coverage.sql import chunks, day
from sinetra.apps.prevention.models import CoverageUnit
from sinetra.apps.registry.models import Headcount
from sinetra.apps.registry.vocabulary import ASN

_ASN = ", ".join(f"'{status.value}'" for status in sorted(ASN))
IS_ASN = f"(status IN ({_ASN}))"
MEASURES = ("attended", "tested", "pledged", "others")
_NUMBERS = ("eligible", *MEASURES)
_COLUMNS = f"organisation_id, node, alone, period, status, position, is_asn, {', '.join(_NUMBERS)}"
_SUMS = ", ".join(f"SUM({name})" for name in _NUMBERS)


def count_headcounts(organisation: UUID, days: Sequence[date]) -> None:
    """Who was in service, by unit; people without a unit stand with the office itself."""
    for as_of in days:
        execute(
            f"""
            INSERT INTO prevention_coveragecell ({_COLUMNS})
            SELECT organisation_id, COALESCE(unit_id, organisation_id), TRUE, {day("as_of")}, status, position,
                   {IS_ASN}, SUM(number), 0, 0, 0, 0
            FROM registry_headcount WHERE organisation_id = %s AND as_of = %s
            GROUP BY organisation_id, COALESCE(unit_id, organisation_id), as_of, status, position
            """,
            [key_to_driver(organisation), as_of.isoformat()],
        )


def count_facts(organisation: UUID, today: date, units: Sequence[UUID] | None = None) -> None:
    """What was done, by unit: of all units, or of ``units`` only, whose cells must be gone."""
    if units is None:
        _insert_facts(organisation, facts(organisation, today), "", [])
        return
    for marks, part in chunks(units):
        _insert_facts(organisation, facts(organisation, today, _people_of(marks, part)), f"WHERE node IN {marks}", part)


def _insert_facts(organisation: UUID, source: Query, where: str, parameters: Sequence[Any]) -> None:
    sums = ", ".join(f"SUM(CASE WHEN measure = '{name}' THEN 1 ELSE 0 END)" for name in MEASURES)
    execute(
        f"""
        INSERT INTO prevention_coveragecell ({_COLUMNS})
        SELECT %s, node, TRUE, period, status, position, {IS_ASN}, 0, {sums}
        FROM ({source.text}) counted {where} GROUP BY node, period, status, position
        """,
        [key_to_driver(organisation), *source.parameters, *parameters],
    )


def _people_of(marks: str, units: Sequence[Any]) -> Query:
    """Everybody who may count in one of ``units``: whoever acted as one of it, or stands in it today."""
    text = f"""
    SELECT person_id FROM prevention_attendance WHERE unit_id IN {marks}
    UNION SELECT person_id FROM prevention_pledgesignature WHERE unit_id IN {marks}
    UNION SELECT id FROM registry_person WHERE unit_id IN {marks}
    """
    return Query(text=f"SELECT person_id FROM ({text}) acted WHERE person_id IS NOT NULL", parameters=[*units] * 3)


def add_up(organisation: UUID, units: Sequence[UUID] | None = None) -> None:
    """With everything below: the deepest first, the office last. Of all, or of what was done in ``units`` only.

    The cells to be written must be gone.
    """
    rows = CoverageUnit.objects.filter(organisation_id=organisation)
    deepest = rows.aggregate(deepest=Max("depth"))["deepest"]
    if deepest is not None:
        at_depth: dict[int, list[UUID]] = {}
        if units is not None:
            for start in range(0, len(units), 400):
                some = rows.filter(pk__in=units[start : start + 400])
                for unit, depth in some.values_list("pk", "depth"):
                    at_depth.setdefault(depth, []).append(unit)
        for depth in range(deepest, -1, -1):
            if units is None:
                _add_level(organisation, depth, "", [])
            else:
                for marks, part in chunks(at_depth.get(depth, [])):
                    _add_level(organisation, depth, f"AND {{node}} IN {marks} AND length(c.period) < 10", part)
    _add_office(organisation, everything=units is None)


def _add_level(organisation: UUID, depth: int, only: str, parameters: Sequence[Any]) -> None:
    owner = key_to_driver(organisation)
    numbers = ", ".join(f"c.{name}" for name in _NUMBERS)
    execute(
        f"""
        INSERT INTO prevention_coveragecell ({_COLUMNS})
        SELECT %s, node, FALSE, period, status, position, {IS_ASN}, {_SUMS} FROM (
          SELECT t.unit_id AS node, c.period, c.status, c.position, {numbers} FROM prevention_coverageunit t
          JOIN prevention_coveragecell c ON c.node = t.unit_id AND c.alone
          WHERE t.organisation_id = %s AND t.depth = %s {only.format(node="t.unit_id")}
          UNION ALL
          SELECT t.parent, c.period, c.status, c.position, {numbers} FROM prevention_coverageunit t
          JOIN prevention_coveragecell c ON c.node = t.unit_id AND NOT c.alone
          WHERE t.organisation_id = %s AND t.depth = %s {only.format(node="t.parent")}
        ) part GROUP BY node, period, status, position
        """,
        [owner, owner, depth, *parameters, owner, depth + 1, *parameters],
    )


def _add_office(organisation: UUID, *, everything: bool) -> None:
    owner = key_to_driver(organisation)
    numbers = ", ".join(f"c.{name}" for name in _NUMBERS)
    only = "" if everything else "AND length(c.period) < 10"
    execute(
        f"""
        INSERT INTO prevention_coveragecell ({_COLUMNS})
        SELECT %s, node, FALSE, period, status, position, {IS_ASN}, {_SUMS} FROM (
          SELECT c.node, c.period, c.status, c.position, {numbers} FROM prevention_coveragecell c
          WHERE c.node = %s AND c.alone {only}
          UNION ALL
          SELECT t.parent, c.period, c.status, c.position, {numbers} FROM prevention_coverageunit t
          JOIN prevention_coveragecell c ON c.node = t.unit_id AND NOT c.alone
          WHERE t.parent = %s {only}
        ) part GROUP BY node, period, status, position
        """,
        [owner, owner, owner],
    )


def add_areas(organisation: UUID, areas: Sequence[UUID] | None = None) -> None:
    """Areas add up units without what is below them: a unit may lie in another area than the one above it."""
    if areas is None:
        _insert_areas(organisation, "", [])
        return
    for marks, part in chunks(areas):
        _insert_areas(organisation, f"AND t.area_node IN {marks} AND length(c.period) < 10", part)


def _insert_areas(organisation: UUID, only: str, parameters: Sequence[Any]) -> None:
    sums = ", ".join(f"SUM(c.{name})" for name in _NUMBERS)
    execute(
        f"""
        INSERT INTO prevention_coveragecell ({_COLUMNS})
        SELECT %s, t.area_node, FALSE, c.period, c.status, c.position, c.is_asn, {sums} FROM prevention_coverageunit t
        JOIN prevention_coveragecell c ON c.node = t.unit_id AND c.alone
        WHERE t.organisation_id = %s {only} GROUP BY t.area_node, c.period, c.status, c.position, c.is_asn
        """,
        [key_to_driver(organisation), key_to_driver(organisation), *parameters],
    )


def headcount_days(organisation: UUID, today: date) -> list[date]:
    """The last list of each month, up to today: the day that stands for a period is one of these. Ascending."""
    days = Headcount.objects.filter(organisation_id=organisation, as_of__lte=today).values_list("as_of", flat=True)
    last: dict[tuple[int, int], date] = {}
    for as_of in days.distinct().order_by("as_of"):
        last[as_of.year, as_of.month] = as_of
    return list(last.values())
