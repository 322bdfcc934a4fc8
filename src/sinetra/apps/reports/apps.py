from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "sinetra.apps.reports"
    label = "reports"

    def ready(self) -> None:
        from sinetra.apps.reports import policies  # noqa: F401 - registers who may what
