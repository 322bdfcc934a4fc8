from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sinetra.apps.accounts"
    label = "accounts"

    def ready(self) -> None:
        from sinetra.apps.accounts import policies  # noqa: F401 - registers who may what
