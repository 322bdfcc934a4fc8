from __future__ import annotations

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "sinetra.apps.evidence"
    label = "evidence"

    def ready(self) -> None:
        from sinetra.apps.evidence import policies  # noqa: F401 - registers who may what
