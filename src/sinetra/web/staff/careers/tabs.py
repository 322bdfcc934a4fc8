"""The parts of careers as tabs of one page of the register: only those that the role may open."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.menu import Entry, address

# Address name, word, action that the role must allow.
TABS = (
    ("career_steps", _lazy("Langkah karier"), "career.read"),
    ("transfer_checks", _lazy("Cek mutasi"), "career.read"),
    ("career_policies", _lazy("Kebijakan"), "career_policy.read"),
)


def tabs(actor: Actor, current: str) -> list[Entry]:
    """``current`` is the address name of the tab one is in."""
    return [
        Entry(text=str(word), url=url, current=name == current)
        for name, word, action in TABS
        if (url := address(name)) and may(actor, action)
    ]
