from __future__ import annotations

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sinetra.apps.registry"
    label = "registry"

    def ready(self) -> None:
        from sinetra.apps.registry import policies  # noqa: F401 - registers who may what
