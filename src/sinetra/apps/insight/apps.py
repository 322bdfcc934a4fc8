from __future__ import annotations

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "sinetra.apps.insight"
    label = "insight"

    def ready(self) -> None:
        from sinetra.apps.insight import policies  # noqa: F401 - registers who may what
