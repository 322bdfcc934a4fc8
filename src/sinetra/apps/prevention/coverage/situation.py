"""What the rules of the next visit ask of each unit, filled in from its cells by SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.base.sql import execute, key_to_driver
from sinetra.apps.prevention.coverage.facts import CONFIRMED, HELD
from sinetra.apps.prevention.coverage.sql import chunks
from sinetra.core.prevention.next_visit import EXPOSED
from sinetra.core.prevention.small_units import SMALLEST


def fill_situations(organisation: UUID, today: date, as_of: date | None, units: Sequence[UUID] | None = None) -> None:
    """Of every unit of the office, or of ``units``."""
    if units is None:
        _fill(organisation, today, as_of, "", [])
        return
    for marks, part in chunks(units):
        _fill(organisation, today, as_of, f"AND unit_id IN {marks}", part)


def _fill(organisation: UUID, today: date, as_of: date | None, only: str, parameters: Sequence[Any]) -> None:
    headcount, year = as_of.isoformat() if as_of else "", f"{today.year}"
    posts = " OR ".join(
        f"({_sum('eligible', 'position = %s')} > {_sum('attended', 'position = %s')})" for _post in EXPOSED
    )
    of_posts = [value for post in EXPOSED for value in (headcount, post.value, year, post.value)]
    execute(
        f"""
        UPDATE prevention_coverageunit SET
          eligible = {_sum("eligible", "status <> ''")}, attended = {_sum("attended", "status <> ''")},
          exposed_open = (exposed AND ({posts})),
          reached_in = COALESCE((SELECT MAX(c.period) FROM prevention_coveragecell c
            WHERE c.node = prevention_coverageunit.unit_id AND c.alone AND length(c.period) = 7 AND c.attended > 0), '')
        WHERE organisation_id = %s {only}
        """,
        [headcount, year, *of_posts, key_to_driver(organisation), *parameters],
    )
    execute(
        f"""
        UPDATE prevention_coverageunit SET
          is_open = (attended < eligible),
          never = (reached_in = '' AND NOT EXISTS (
            SELECT 1 FROM prevention_activitysession s JOIN prevention_activity v ON v.id = s.activity_id
            WHERE s.unit_id = prevention_coverageunit.unit_id AND {HELD} AND {CONFIRMED})),
          share = CASE WHEN eligible < {SMALLEST} OR attended >= eligible THEN 0
            ELSE CAST(attended AS bigint) * 1000 / eligible END,
          missing = CASE WHEN eligible < {SMALLEST} OR attended >= eligible THEN 0 ELSE eligible - attended END
        WHERE organisation_id = %s {only}
        """,
        [key_to_driver(organisation), *parameters],
    )


def _sum(column: str, condition: str) -> str:
    return (
        f"COALESCE((SELECT SUM(c.{column}) FROM prevention_coveragecell c"
        f" WHERE c.node = prevention_coverageunit.unit_id AND c.alone AND c.period = %s AND {condition}), 0)"
    )
