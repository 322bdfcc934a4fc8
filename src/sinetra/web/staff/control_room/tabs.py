"""The eight views as a row of tabs: only those that the role may open. The menu stays as it is."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import pgettext_lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.menu import Entry, address

# Address name, word, action that the role must allow.
TABS = (
    ("control_room", _lazy("Hari ini"), "control_room.read"),
    ("room_zones", _lazy("Zona"), "control_room.read"),
    ("room_quadrant", _lazy("Kuadran"), "control_room.read"),
    ("room_why", _lazy("Kenapa?"), "control_room.read"),
    ("room_funnel", _lazy("Corong kasus"), "matter.read"),
    ("room_patterns", _lazy("Pola"), "matter.read"),
    ("room_coverage", pgettext_lazy("ruang kendali", "Cakupan"), "coverage.read"),
    ("room_trend", _lazy("Tren & kejujuran"), "control_room.read"),
)


def tabs(actor: Actor, current: str) -> list[Entry]:
    return [
        Entry(text=str(word), url=url, current=name == current)
        for name, word, action in TABS
        if (url := address(name)) and may(actor, action)
    ]
