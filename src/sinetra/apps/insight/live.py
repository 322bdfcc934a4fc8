"""Figures of today that stand beside the frozen ones, and give nothing away that these withhold.

Matters and acts are told by frozen editions only: whoever looked every day would see each single new case.
"""

from __future__ import annotations

from datetime import date

from sinetra.apps.insight.editions import figures_of, latest
from sinetra.apps.insight.selectors import PublicFigures, public_figures
from sinetra.apps.insight.statistics.vocabulary import CaseStatus, Dimension, Unit
from sinetra.apps.insight.suppress import conceal
from sinetra.core.statistics import ALL
from sinetra.core.statistics.edition import Edition

FROZEN = frozenset({"matters", "acts"})


def live_figures(day: date) -> PublicFigures:
    row = latest()
    hidden = _told_by_halves(figures_of(row)) if row is not None else frozenset()
    tables = (table for table in public_figures(day).tables if table.name not in FROZEN)
    return PublicFigures(as_of=day, tables=tuple(conceal(table) if table.name in hidden else table for table in tables))


def _told_by_halves(edition: Edition) -> frozenset[str]:
    """Live tables that would tell a withheld figure of the last edition: a forwarded case has a hand-over, a case of a
    channel has a report."""
    hidden = set()
    cases = {table.dimension: table for table in edition.tables if table.unit == Unit.CASE}
    channels = cases.get(Dimension.CHANNEL)
    if channels is not None:
        if any(channels.value(status, ALL) is None for status in (CaseStatus.FORWARDED, CaseStatus.WITH_RECEIVER)):
            hidden.add("hand_overs")
        if any(channels.value(ALL, code) is None for code in channels.codes) or channels.total is None:
            hidden.add("reports")
    return frozenset(hidden)
