from __future__ import annotations

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "sinetra.apps.agreements"
    label = "agreements"

    def ready(self) -> None:
        from sinetra.apps.agreements import policies  # noqa: F401 - registers who may what
