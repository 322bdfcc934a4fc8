"""Whether the reporter is still to be asked about retaliation (tindakan balasan): once, after the matter is closed."""

from __future__ import annotations

from sinetra.apps.cases.vocabulary import State
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.vocabulary import Mark

ANSWERS = (Mark.RETALIATION, Mark.NO_RETALIATION)


def asks_about_retaliation(report: Report) -> bool:
    matter = report.in_matter
    if matter is None or matter.state != State.CLOSED or matter.erased_at is not None:
        return False
    return not Message.objects.filter(report=report, mark__in=ANSWERS).exists()
