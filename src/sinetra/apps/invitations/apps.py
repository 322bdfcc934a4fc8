from __future__ import annotations

from django.apps import AppConfig


class InvitationsConfig(AppConfig):
    name = "sinetra.apps.invitations"
    label = "invitations"

    def ready(self) -> None:
        from sinetra.apps.invitations import policies  # noqa: F401 - registers who may what
