from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sinetra.apps.audit"
    label = "audit"

    def ready(self) -> None:
        from sinetra.apps.audit import policies  # noqa: F401 - registers who may what
