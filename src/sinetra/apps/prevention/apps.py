from __future__ import annotations

from django.apps import AppConfig


class PreventionConfig(AppConfig):
    name = "sinetra.apps.prevention"
    label = "prevention"

    def ready(self) -> None:
        from sinetra.apps.prevention import policies  # noqa: F401 - registers who may what
