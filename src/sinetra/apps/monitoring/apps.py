from __future__ import annotations

from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    name = "sinetra.apps.monitoring"
    label = "monitoring"

    def ready(self) -> None:
        from sinetra.apps.monitoring import policies  # noqa: F401 - registers who may what
