"""A report in a matter that another one opened: its own deadlines end with those of the matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sinetra.apps.cases.models import Clock
from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Report

#: How the rules end by whose day one reporter answers what was asked of that reporter alone.
REPAIR = ".repair"


def standing_of(report: Report) -> str:
    """The state of its matter, as this reporter may know it; empty before there is one."""
    matter = report.in_matter
    if matter is None:
        return ""
    if report.joined_to_id is not None and matter.state == State.REPAIR:
        return State.INITIAL_STUDY
    return matter.state


def done_by_matter(report: Report) -> Mapping[str, date]:
    """Rule → the day on which the matter's step was taken, never before the report was part of it."""
    if report.joined_to_id is None or report.joined_on is None:
        return {}
    rows = Clock.objects.filter(matter_id=report.joined_to_id, track=None, done_on__isnull=False)
    found: dict[str, date] = {}
    for rule, done_on in rows.order_by("done_on").values_list("rule", "done_on"):
        if done_on is not None:
            # A study with more days is still the study that the reporter was told of.
            found[rule.removesuffix("_extended")] = max(done_on, report.joined_on)
    return found
