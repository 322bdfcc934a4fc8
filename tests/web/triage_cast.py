"""Initial information as the desk gets it."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.ports.clock import today

STORY = "Lurah mengajak semua ketua RT memilih nomor dua sesudah apel pagi di halaman kantor."


def told(**changes: Any) -> tuple[str, Report]:
    """Initial information of yesterday; its code and its row."""
    day = today("99.71.01") - timedelta(days=1)
    given = {
        "channel": "initial_information",
        "what": STORY,
        "happened_on": day.isoformat(),
        "known_on": day.isoformat(),
        "region": "99.71.01",
        "where": "Halaman kantor",
        "reported": [{"role": "lurah", "name": None, "unit": None}],
        "acts": ["mobilise_asn"],
        "reporter": None,
        "idempotency_key": secrets.token_urlsafe(16),
    } | changes
    done = file_report(report=read_report(given))
    return done.code, Report.objects.select_related("organisation").get(pk=done.report_id)
