from __future__ import annotations

from django.apps import AppConfig


class CareersConfig(AppConfig):
    name = "sinetra.apps.careers"
    label = "careers"

    def ready(self) -> None:
        from sinetra.apps.careers import policies  # noqa: F401 - registers who may what
