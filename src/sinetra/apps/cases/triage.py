"""What may be done with a report that nobody has taken on: rules that several verbs share."""

from __future__ import annotations

from sinetra.apps.reports.models import Report
from sinetra.apps.reports.vocabulary import Channel, ReportState
from sinetra.core.errors import Conflict, gettext_noop


def is_information(report: Report) -> bool:
    return report.kept_as == Channel.INITIAL_INFORMATION


def require_information(report: Report, *states: ReportState) -> None:
    """A report with its deadlines is always studied; how it ends says the plenary. Errors: ``Conflict``."""
    if not is_information(report):
        raise Conflict(
            gettext_noop("Laporan resmi selalu dikaji. Buka sebagai perkara; pleno yang memutuskan akhirnya."),
            code="formal_report",
        )
    if report.state not in states:
        raise Conflict(gettext_noop("Informasi ini sudah ditangani sejak halaman Anda dibuka."), code="state")
