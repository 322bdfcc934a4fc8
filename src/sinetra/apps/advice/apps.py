from __future__ import annotations

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "sinetra.apps.advice"
    label = "advice"

    def ready(self) -> None:
        from sinetra.apps.advice import policies  # noqa: F401 - registers who may what
