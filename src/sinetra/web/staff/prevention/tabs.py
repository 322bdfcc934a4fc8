"""The registers of prevention as tabs under one menu entry: only those that the role may open."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.web.menu import Entry, address

# Address name, word, action that the role must allow.
TABS = (
    ("programmes", _lazy("Program"), "activity.read"),
    ("activities", _lazy("Kegiatan"), "activity.read"),
    ("coverage", _lazy("Cakupan"), "coverage.read"),
    ("own_index", _lazy("Indeks"), "index.read"),
    ("circulars", _lazy("Surat edaran"), "activity.read"),
    ("pledges", _lazy("Ikrar"), "pledge.read"),
    ("question_bank", _lazy("Bank soal"), "question_bank.read"),
    ("agreements", _lazy("Kesepakatan"), "activity.read"),
    ("data_requests", _lazy("Permintaan data"), "data_request.read"),
)


def tabs(actor: Actor, current: str) -> list[Entry]:
    """``current`` is the address name of the tab one is in."""
    return [
        Entry(text=str(word), url=url, current=name == current)
        for name, word, action in TABS
        if (url := address(name)) and may(actor, action)
    ]
