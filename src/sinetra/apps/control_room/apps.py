from __future__ import annotations

from django.apps import AppConfig


class ControlRoomConfig(AppConfig):
    name = "sinetra.apps.control_room"
    label = "control_room"

    def ready(self) -> None:
        from sinetra.apps.control_room import policies  # noqa: F401 - registers who may what
