from __future__ import annotations

from django.apps import AppConfig


class IndexConfig(AppConfig):
    name = "sinetra.apps.index"
    label = "index"

    def ready(self) -> None:
        from sinetra.apps.index import policies  # noqa: F401 - registers who may what
