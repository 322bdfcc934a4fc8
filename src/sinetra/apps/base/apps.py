from __future__ import annotations

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "sinetra.apps.base"
    label = "base"

    def ready(self) -> None:
        from sinetra.apps.base import policies  # noqa: F401 - registers who may what
