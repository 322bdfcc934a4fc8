from __future__ import annotations

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "sinetra.apps.coordination"
    label = "coordination"

    def ready(self) -> None:
        from sinetra.apps.coordination import policies  # noqa: F401 - registers who may what
