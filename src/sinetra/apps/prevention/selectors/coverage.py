"""Numbers of coverage, done and eligible: of units, areas, statuses, positions, months. No row of a person is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import CoverageCell, CoverageHidden, CoverageState
from sinetra.core.prevention.small_units import hidden_parts

MEASURES = ("attended", "tested", "pledged")
_NUMBERS = ("eligible", *MEASURES)
_SUMS = {name: Sum(name) for name in _NUMBERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """ASN or others, never both. ``withheld``: only whether it is complete may be shown."""

    eligible: int = 0
    attended: int = 0
    tested: int = 0
    pledged: int = 0
    withheld: bool = False

    def done(self, measure: str) -> int:
        return int(getattr(self, measure))

    def complete(self, measure: str) -> bool:
        return self.done(measure) >= self.eligible


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year or month with the day of the list that is its denominator; empty: there is none so early."""

    period: str
    headcount: str


#: ASN (True) and others (False) apart.
Groups = Mapping[bool, Numbers]
Found = Mapping[tuple[UUID, Period], Groups]
NOBODY: Groups = {True: Numbers(), False: Numbers()}
_NO_SUMS: Mapping[str, Any] = {}


def state(actor: Actor) -> CoverageState | None:
    """With its office and region. None: the office was never counted."""
    rows = visible(actor, CoverageState).select_related("organisation__region")
    return rows.filter(pk=actor.office).first()


def when(counted: CoverageState, period: str) -> Period:
    """The list at or before the end of ``period``.

    >>> when(CoverageState(headcounts=["2024-02-01", "2024-10-20"]), "2024-03").headcount
    '2024-02-01'
    """
    known = [day for day in counted.headcounts if day[: len(period)] <= period]
    return Period(period=period, headcount=known[-1] if known else "")


def months_of(counted: CoverageState, year: str) -> list[Period]:
    """Every month of the year in which something was done, each against the list of its own end."""
    return [when(counted, month) for month in counted.months if month.startswith(year)]


def headcount_day(at: Period) -> date | None:
    return date.fromisoformat(at.headcount) if at.headcount else None


def of_nodes(actor: Actor, wanted: Mapping[UUID, Sequence[Period]], *, alone: bool = False) -> Found:
    """Of units, areas or the office, in two queries however many they are; nobody where nothing is known."""
    asked: dict[frozenset[str], list[UUID]] = {}
    for node, times in wanted.items():
        asked.setdefault(_names(times), []).append(node)
    where = Q()
    for periods, nodes in asked.items():
        where |= Q(node__in=nodes, period__in=periods)
    if not wanted:
        return {}
    cells = visible(actor, CoverageCell).filter(where, alone=alone).exclude(status="")
    sums = _summed(cells)
    hidden = _hidden(actor, wanted, alone=alone)
    return {
        (node, at): {
            group: _numbers(
                sums.get((node, at.period, group), _NO_SUMS),
                sums.get((node, at.headcount, group), _NO_SUMS),
                withheld=(node, at.headcount, group) in hidden,
            )
            for group in (True, False)
        }
        for node, times in wanted.items()
        for at in times
    }


def of_position(actor: Actor, nodes: Sequence[UUID], at: Period, position: str, *, alone: bool) -> Found:
    """Of one position in units: only whether it is complete may be told, since sums over units would tell more."""
    cells = visible(actor, CoverageCell).filter(node__in=nodes, period__in=_names([at]), alone=alone)
    sums = _summed(cells.filter(position=position))
    return {
        (node, at): {
            group: _numbers(
                sums.get((node, at.period, group), _NO_SUMS),
                sums.get((node, at.headcount, group), _NO_SUMS),
                withheld=True,
            )
            for group in (True, False)
        }
        for node in nodes
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The whole office by status and by position; what is small is withheld, and what would give it away."""

    by_status: Mapping[str, Groups]
    by_position: Mapping[str, Groups]
    others: int


def of_office(actor: Actor, at: Period) -> Office:
    """``others``: names of participants whom the register does not know; they are in no ratio."""
    cells = visible(actor, CoverageCell).filter(node=actor.office, alone=False, period__in=_names([at]))
    rows = list(cells.values("status", "position", "period", "is_asn", "others", *_NUMBERS))
    registered = [row for row in rows if row["status"]]
    return Office(
        by_status=_parts(registered, "status", at),
        by_position=_parts(registered, "position", at),
        others=sum(row["others"] for row in rows if not row["status"]),
    )


def _parts(rows: Sequence[Mapping[str, Any]], field: str, at: Period) -> Mapping[str, Groups]:
    found: dict[str, dict[bool, Numbers]] = {}
    for group in (True, False):
        sums: dict[str, dict[str, dict[str, int]]] = {}
        for row in rows:
            if row["is_asn"] is group:
                into = sums.setdefault(row[field], {}).setdefault(row["period"], dict.fromkeys(_NUMBERS, 0))
                for name in _NUMBERS:
                    into[name] += row[name]
        there = {code: periods.get(at.headcount, _NO_SUMS) for code, periods in sums.items()}
        hidden = hidden_parts({code: int(row.get("eligible") or 0) for code, row in there.items()})
        for code, periods in sums.items():
            done = periods.get(at.period, _NO_SUMS)
            groups = found.setdefault(code, dict(NOBODY))
            groups[group] = _numbers(done, there[code], withheld=code in hidden)
    return dict(found)


def open_posts(actor: Actor, nodes: Sequence[UUID], at: Period, posts: Sequence[str]) -> dict[UUID, list[str]]:
    """Which exposed posts of each unit nobody has reached in the period."""
    cells = visible(actor, CoverageCell).filter(node__in=nodes, alone=True, period__in=_names([at]))
    sums = cells.filter(position__in=posts).order_by().values("node", "position")
    found: dict[UUID, list[str]] = {}
    for row in sums.annotate(there=Sum("eligible"), came=Sum("attended")):
        if row["there"] > row["came"]:
            found.setdefault(row["node"], []).append(row["position"])
    return {node: [post for post in posts if post in positions] for node, positions in found.items()}


def _summed(cells: QuerySet[CoverageCell]) -> Mapping[tuple[UUID, str, bool], Mapping[str, Any]]:
    rows = cells.order_by().values("node", "period", "is_asn").annotate(**_SUMS)
    return {(row["node"], row["period"], row["is_asn"]): row for row in rows}


def _hidden(actor: Actor, nodes: Iterable[UUID], *, alone: bool) -> set[tuple[UUID, str, bool]]:
    """On the days of all lists: there are few rows a unit."""
    rows = visible(actor, CoverageHidden).filter(node__in=list(nodes), alone=alone)
    return set(rows.values_list("node", "period", "is_asn"))


def _names(times: Iterable[Period]) -> frozenset[str]:
    return frozenset(name for at in times for name in (at.period, at.headcount) if name)


def _numbers(done: Mapping[str, Any], there: Mapping[str, Any], *, withheld: bool) -> Numbers:
    return Numbers(
        eligible=int(there.get("eligible") or 0),
        withheld=withheld,
        **{name: int(done.get(name) or 0) for name in MEASURES},
    )
