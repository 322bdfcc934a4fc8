"""A second report of what a matter is about, filed the next day by somebody else, and the act of joining it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from report_cast import FILED_AT, REPORTER, Cast, filed, formal

from sinetra.apps.cases.actions import join_report
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.models import Report

NEXT_DAY = FILED_AT + timedelta(days=1)
OTHER = REPORTER | {"name": "Melati Contohwati"}


def got(given: dict[str, Any], at: datetime = NEXT_DAY) -> tuple[str, Report]:
    done = filed(given, at)
    return done.code, Report.objects.select_related("organisation").get(pk=done.report_id)


def second(**changes: Any) -> tuple[str, Report]:
    return got(formal(**({"reporter": OTHER} | changes)))


def joined(cast: Cast, report: Report, matter: Matter, **more: Any) -> Report:
    matter.refresh_from_db()
    return join_report(report=report, matter=matter, actor=cast.staff, at=NEXT_DAY, **more)
