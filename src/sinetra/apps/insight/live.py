"""Figures of today that stand beside the frozen ones, and give nothing away that these withhold.

Matters, acts, hand-overs and matters received are told by frozen editions only: whoever looked every day would see
each single case that is new, sent on or cleared, and could do the sum that the next edition withholds. Nearly every
report is a case, so reports are told as of the last edition, and only beside what that one tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.cache import cache

from sinetra.apps.insight.editions import figures_of, latest
from sinetra.apps.insight.selectors import beside_cases, reports_by_channel
from sinetra.apps.insight.statistics.vocabulary import Came, Dimension, Unit
from sinetra.apps.insight.suppress import SMALLEST, Table, conceal
from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition

FROZEN = frozenset({"matters", "acts", "hand_overs", "received"})
# Nobody needs the figures fresher than this, and no visitor can make the database count all day.
KEEP_SECONDS = 300
_CASES_OF = {Channel.REPORT: Came.REPORT, Channel.INITIAL_INFORMATION: Came.INITIAL_INFORMATION}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A table and the legal date at whose end it is so."""

    table: Table
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveFigures:
    as_of: date
    tables: tuple[Told, ...]

    def table(self, name: str) -> Told:
        """Errors: ``KeyError``."""
        for told in self.tables:
            if told.table.name == name:
                return told
        raise KeyError(name)


def live_figures(day: date) -> LiveFigures:
    """At most some minutes old."""
    row = latest()
    key = f"live-figures:{day}:{row.edition if row is not None else ''}"
    found: LiveFigures | None = cache.get(key)
    if found is None:
        found = _counted(day, figures_of(row) if row is not None else None)
        cache.set(key, found, KEEP_SECONDS)
    return found


def _counted(day: date, last: Edition | None) -> LiveFigures:
    reported_until = min(last.as_of, day) if last is not None else day
    reports = reports_by_channel(reported_until)
    if last is not None and _tells_of_cases(reports, last):
        reports = conceal(reports)
    others = tuple(Told(table=table, as_of=day) for table in beside_cases(day))
    return LiveFigures(as_of=day, tables=(Told(table=reports, as_of=reported_until), *others))


def _tells_of_cases(reports: Table, edition: Edition) -> bool:
    """Would the reports tell a withheld number of cases, or beside a told one how few reports became none (joined,
    cleared)?"""
    cases = next((t for t in edition.tables if (t.unit, t.dimension) == (Unit.CASE, Dimension.CHANNEL)), None)
    if cases is None:
        return any(found.unit == Unit.CASE for found in edition.refused)
    if cases.total is None or any(cases.value(ALL, code) is None for code in cases.codes):
        return True
    return any(
        0 < abs((reports.cells.get(channel) or 0) - (cases.value(ALL, came) or 0)) < SMALLEST
        for channel, came in _CASES_OF.items()
    )
