"""The trace, the access log and erasure as tabs under one menu entry: only those that the role may open."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.menu import Entry, address

# Address name, word, action that the role must allow.
TABS = (
    ("audit", _lazy("Jejak audit"), "audit.read"),
    ("access_log", _lazy("Catatan akses"), "access.read"),
    ("retention", _lazy("Masa simpan"), "retention.read"),
    ("breaches", _lazy("Kebocoran data"), "breach.read"),
)


def tabs(actor: Actor, current: str) -> list[Entry]:
    """``current`` is the address name of the tab one is in."""
    found = [
        Entry(text=str(word), url=url, current=name == current)
        for name, word, action in TABS
        if (url := address(name)) and may(actor, action)
    ]
    return found if len(found) > 1 else []
