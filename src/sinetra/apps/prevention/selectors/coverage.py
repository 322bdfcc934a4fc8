"""Numbers of coverage, done and eligible: of units, areas, statuses, positions, months. No row of a person is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, Sum, Value, When

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.models import CoverageCell, CoverageHidden, CoverageState
from sinetra.apps.registry.vocabulary import ASN
from sinetra.core.prevention.small_units import hidden_parts

MEASURES = ("attended", "tested", "pledged")
_NUMBERS = ("eligible", *MEASURES)
_IS_ASN = Case(
    When(status__in=sorted(ASN), then=Value(value=True)), default=Value(value=False), output_field=BooleanField()
)


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


#: ASN (True) and others (False) apart.
Groups = Mapping[bool, Numbers]
NOBODY: Groups = {True: Numbers(), False: Numbers()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period (year or month) with the day of the list that is its denominator; empty: there is none so early."""

    period: str
    headcount: str


def state(actor: Actor) -> CoverageState | None:
    """None: the office was never counted."""
    return visible(actor, CoverageState).filter(pk=actor.office).first()


def when(counted: CoverageState, period: str) -> Period:
    """The list at or before the end of ``period``.

    >>> when(CoverageState(headcounts=["2024-02-01", "2024-10-20"]), "2024-03").headcount
    '2024-02-01'
    """
    known = [day for day in counted.headcounts if day[: len(period)] <= period]
    return Period(period=period, headcount=known[-1] if known else "")


def headcount_day(at: Period) -> date | None:
    return date.fromisoformat(at.headcount) if at.headcount else None


def of_nodes(
    actor: Actor, nodes: Iterable[UUID], at: Period, *, alone: bool = False, position: str = ""
) -> dict[UUID, Groups]:
    """Of units, areas or the office. Of one position in a unit only whether it is complete may be told."""
    wanted = list(nodes)
    cells = _cells(actor, at, alone=alone).filter(node__in=wanted)
    if position:
        cells = cells.filter(position=position)
    hidden = set(
        visible(actor, CoverageHidden)
        .filter(node__in=wanted, alone=alone, period=at.headcount)
        .values_list("node", "is_asn")
    )
    found: dict[UUID, dict[bool, Numbers]] = {node: dict(NOBODY) for node in wanted}
    for row in _summed(cells, "node"):
        withheld = bool(position) or (row["node"], row["is_asn"]) in hidden
        found[row["node"]][row["is_asn"]] = _numbers(row, withheld=withheld)
    return dict(found)


def by(actor: Actor, field: str, at: Period) -> dict[str, Groups]:
    """Of the office by ``status`` or ``position``; what is small is withheld, and what would give it away."""
    found: dict[str, dict[bool, Numbers]] = {}
    rows = list(_summed(_cells(actor, at, alone=False).filter(node=actor.office), field))
    for is_asn in (True, False):
        sizes = {row[field]: int(row["eligible"] or 0) for row in rows if row["is_asn"] is is_asn}
        hidden = hidden_parts(sizes)
        for row in rows:
            if row["is_asn"] is is_asn:
                groups = found.setdefault(row[field], dict(NOBODY))
                groups[is_asn] = _numbers(row, withheld=row[field] in hidden)
    return dict(found)


def by_month(actor: Actor, node: UUID, counted: CoverageState, year: str) -> Sequence[tuple[Period, Groups]]:
    """Every month of ``year`` that has a row, each against the list of its own end."""
    times = [when(counted, month) for month in counted.months if month.startswith(year)]
    periods = {at.period for at in times} | {at.headcount for at in times if at.headcount}
    cells = visible(actor, CoverageCell).filter(node=node, alone=False, period__in=periods).exclude(status="")
    sums = {(row["period"], row["is_asn"]): row for row in _summed(cells, "period")}
    hidden = set(
        visible(actor, CoverageHidden)
        .filter(node=node, alone=False, period__in=periods)
        .values_list("period", "is_asn")
    )
    found = []
    for at in times:
        groups = {}
        for is_asn in (True, False):
            row = dict(sums.get((at.period, is_asn), {}))
            row["eligible"] = sums.get((at.headcount, is_asn), {}).get("eligible")
            groups[is_asn] = _numbers(row, withheld=(at.headcount, is_asn) in hidden)
        found.append((at, groups))
    return found


def not_in_register(actor: Actor, period: str) -> int:
    """Names of participants whom the register does not know; in no ratio."""
    cells = visible(actor, CoverageCell).filter(node=actor.office, alone=False, period=period, status="")
    return int(cells.aggregate(number=Sum("others"))["number"] or 0)


def open_posts(actor: Actor, nodes: Sequence[UUID], at: Period, posts: Sequence[str]) -> dict[UUID, list[str]]:
    """Which exposed posts of each unit nobody has reached in the period."""
    cells = _cells(actor, at, alone=True).filter(node__in=list(nodes), position__in=posts)
    sums = cells.order_by().values("node", "position").annotate(there=Sum("eligible"), came=Sum("attended"))
    found: dict[UUID, list[str]] = {}
    for row in sums:
        if row["there"] > row["came"]:
            found.setdefault(row["node"], []).append(row["position"])
    return {node: [post for post in posts if post in positions] for node, positions in found.items()}


def _cells(actor: Actor, at: Period, *, alone: bool) -> QuerySet[CoverageCell]:
    periods = [period for period in (at.period, at.headcount) if period]
    return visible(actor, CoverageCell).filter(alone=alone, period__in=periods).exclude(status="")


def _summed(cells: QuerySet[CoverageCell], field: str) -> Iterable[dict[str, Any]]:
    sums = {name: Sum(name) for name in _NUMBERS}
    found: Iterable[dict[str, Any]] = cells.order_by().values(field).annotate(is_asn=_IS_ASN).annotate(**sums)
    return found


def _numbers(row: Mapping[str, Any], *, withheld: bool) -> Numbers:
    return Numbers(withheld=withheld, **{name: int(row.get(name) or 0) for name in _NUMBERS})
