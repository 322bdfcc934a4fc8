"""Who did what in which period, as SQL: each person once a period, where they stood when they last came.

Three facts count: attended a session that was held, took both tests of an activity, signed a pledge that was in force.
An activity that is known from the press only does not count, nor one that was cancelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sinetra.apps.base.sql import key_to_driver, key_type
from sinetra.apps.prevention.coverage.sql import day
from sinetra.apps.prevention.models import PledgeText


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """SQL with its parameters. Columns: measure, period, node, status, position; one row a person (or name)."""

    text: str
    parameters: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """A text and a period at whose end it was in force; a year counts all signatures up to then."""

    text_id: UUID
    period: str


HELD = "v.state <> 'cancelled' AND (v.state = 'held' OR s.state = 'closed')"
CONFIRMED = "(v.story_id IS NULL OR v.confirmed_at IS NOT NULL)"

# An attendance with its day: of the session, of the activity, or when it was noted.
_CAME = f"""
SELECT a.id, a.activity_id, a.person_id, a.name_key, a.unit_text,
       COALESCE({day("s.day")}, {day("v.starts_on")}, {day("a.came_at")}) AS day,
       COALESCE(a.unit_id, p.unit_id) AS unit_id,
       CASE WHEN a.status <> '' THEN a.status ELSE p.status END AS status,
       CASE WHEN a.position <> '' THEN a.position ELSE p.position END AS position,
       a.took_before, a.took_after
FROM prevention_attendance a
JOIN prevention_activitysession s ON s.id = a.session_id
JOIN prevention_activity v ON v.id = a.activity_id
LEFT JOIN registry_person p ON p.id = a.person_id AND p.organisation_id = a.organisation_id
WHERE a.organisation_id = %s AND {HELD} AND {CONFIRMED} {{of_people}}
"""

# Both tests of one activity; the day is that of the last session in which one was taken.
_TESTED = """
SELECT c.id, c.person_id, c.day, c.unit_id, c.status, c.position FROM came c
JOIN (
  SELECT activity_id, person_id, MAX(CASE WHEN took_before OR took_after THEN day END) AS day FROM came
  WHERE status IS NOT NULL AND person_id IS NOT NULL GROUP BY activity_id, person_id
  HAVING MAX(CASE WHEN took_before THEN 1 ELSE 0 END) = 1 AND MAX(CASE WHEN took_after THEN 1 ELSE 0 END) = 1
) t ON t.activity_id = c.activity_id AND t.person_id = c.person_id AND t.day = c.day
"""

_SIGNED = f"""
SELECT g.id, g.person_id, g.text_id, {day("g.signed_on")} AS day, COALESCE(g.unit_id, p.unit_id) AS unit_id,
       CASE WHEN g.status <> '' THEN g.status ELSE p.status END AS status,
       CASE WHEN g.position <> '' THEN g.position ELSE p.position END AS position
FROM prevention_pledgesignature g
JOIN registry_person p ON p.id = g.person_id AND p.organisation_id = g.organisation_id
WHERE g.organisation_id = %s {{of_people}}
"""

_YEAR, _MONTH = "substr(day, 1, 4)", "substr(day, 1, 7)"


def facts(organisation: UUID, today: date, people: Query | None = None) -> Query:
    """Every counted fact of the office, or of the people that ``people`` selects (and of those without a person)."""
    only = f"AND ({{column}} IS NULL OR {{column}} IN ({people.text}))" if people else ""
    some = list(people.parameters) if people else []
    sources = (("attended", _ATTENDED, _PERSON), ("tested", _TESTED, _PERSON), ("others", _OTHERS, _NAME))
    parts = [_part(*source, period) for source in sources for period in (_YEAR, _MONTH)]
    in_force = texts_in_force(organisation, today)
    listed: list[Any] = []
    ctes = [f"came AS ({_CAME.format(of_people=only.format(column='a.person_id'))})"]
    if in_force:
        line = f"SELECT CAST(%s AS text) AS period, CAST(%s AS {key_type()}) AS text_id"
        listed = [value for item in in_force for value in (item.period, key_to_driver(item.text_id))]
        ctes.append(f"signed AS ({_SIGNED.format(of_people=only.format(column='g.person_id'))})")
        ctes.append(f"in_force AS ({' UNION ALL '.join([line] * len(in_force))})")
        parts += [_PLEDGED.format(matches=f"length(period) = 4 AND {_YEAR} <= period")]
        parts += [_PLEDGED.format(matches=f"{_MONTH} = period")]
    text = f"""
    WITH {", ".join(ctes)}, fact AS ({" UNION ALL ".join(parts)}),
    placed AS (
      SELECT f.*, ROW_NUMBER() OVER (PARTITION BY measure, period, who ORDER BY day DESC, id DESC) AS turn FROM fact f
    )
    SELECT measure, period, COALESCE(u.id, %s) AS node, placed.status, placed.position
    FROM placed LEFT JOIN registry_unit u ON u.id = placed.unit_id AND u.organisation_id = %s WHERE turn = 1
    """
    owner = key_to_driver(organisation)
    signers = [owner, *some, *listed] if in_force else []
    return Query(text=text, parameters=[owner, *some, *signers, owner, owner])


_PERSON = "CAST(person_id AS text)"
# Somebody who is not in the register, by the name and unit that they gave.
_NAME = "name_key || ' ' || COALESCE(CAST(unit_id AS text), unit_text)"
# A guest may say any status; only whom the register knows stands in a ratio.
_ATTENDED = (
    "SELECT id, person_id, day, unit_id, status, position FROM came WHERE person_id IS NOT NULL AND status IS NOT NULL"
)
_OTHERS = "SELECT id, name_key, unit_text, day, unit_id, '' AS status, '' AS position FROM came WHERE person_id IS NULL"
_PLEDGED = f"""
SELECT 'pledged' AS measure, period, {_PERSON} AS who, unit_id, status, position, day, id
FROM signed JOIN in_force ON in_force.text_id = signed.text_id AND {{matches}}
"""


def _part(measure: str, source: str, who: str, period: str) -> str:
    return (
        f"SELECT '{measure}' AS measure, {period} AS period, {who} AS who, unit_id, status, position, day, id"
        f" FROM ({source}) {measure}_rows"
    )


def texts_in_force(organisation: UUID, today: date) -> list[InForce]:
    """For each year and month up to today the text of each kind that was in force at its end."""
    rows = PledgeText.objects.filter(
        organisation_id=organisation, published_at__isnull=False, in_force_from__isnull=False, in_force_from__lte=today
    ).order_by("in_force_from", "number")
    texts = list(rows)
    if not texts or texts[0].in_force_from is None:
        return []
    found = []
    for period in _periods(texts[0].in_force_from, today):
        latest: dict[str, UUID] = {}
        for text in texts:
            if text.in_force_from is not None and text.in_force_from.isoformat()[: len(period)] <= period:
                latest[text.kind] = text.pk
        found += [InForce(text_id=text_id, period=period) for text_id in latest.values()]
    return found


def _periods(first: date, last: date) -> list[str]:
    """
    >>> _periods(date(2023, 12, 5), date(2024, 1, 9))
    ['2023', '2023-12', '2024', '2024-01']
    """
    found = []
    for year in range(first.year, last.year + 1):
        begin = first.month if year == first.year else 1
        end = last.month if year == last.year else 12
        found.append(f"{year}")
        found += [f"{year}-{month:02}" for month in range(begin, end + 1)]
    return found
