"""What the tests of the talk share: words written to a report, a matter that waits for them, one that was cleared."""

from __future__ import annotations

from typing import Any

from report_cast import FILED_AT, Cast, key

from casework_rows import checked
from sinetra.apps.base.actor import Actor, reporter
from sinetra.apps.cases.actions import ask_repair, close, open_matter, start_study
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.actions import write_message
from sinetra.apps.reports.models import Message, Report

WORDS = "Saksi lain bernama Zamrud juga melihatnya."
REPLY = "Kapan tepatnya?"


def by_code(report: Report) -> Actor:
    return reporter(report.pk)


def written(report: Report, text: str = WORDS, **more: Any) -> Message:
    given = {"key": key(), "actor": by_code(report)} | more
    return write_message(report=report, text=text, **given).message


def fresh(report: Report) -> Report:
    """As each request reads it: with the matter of now."""
    return Report.objects.select_related("organisation", "matter__organisation").get(pk=report.pk)


def waiting(cast: Cast) -> Matter:
    matter = open_matter(report=cast.report(), actor=cast.staff, at=FILED_AT)
    start_study(matter=matter, actor=cast.staff, at=FILED_AT)
    checked(matter, cast.staff, but=("evidence",))
    ask_repair(matter=matter, actor=cast.staff, at=FILED_AT)
    return matter


def cleared(cast: Cast) -> Matter:
    matter = open_matter(report=cast.report(channel="initial_information", reporter=None), actor=cast.staff)
    return close(matter=matter, outcome=Outcome.NOT_PROVEN, actor=cast.commissioner)
