"""Codes of corrections in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.vocabulary import CorrectionState, Direction

STATES: dict[str, tuple[str, str | Promise]] = {
    "open": ("attention", _lazy("belum diberi tahu")),
    "sent": ("info", _lazy("dikirim, menunggu tanda terima")),
    "acknowledged": ("good", _lazy("sudah menerima pembetulan")),
    "impossible": ("plain", _lazy("tidak dapat diberi tahu")),
    "reopened": ("plain", _lazy("ditahan: perkara dibuka kembali")),
}
TOLD_BY: dict[str, str | Promise] = {
    "hand_over": _lazy("serah terima"),
    "letter": _lazy("surat"),
    "copy": _lazy("tembusan surat"),
    "other": _lazy("dicatat petugas"),
}
_CAME = ("attention", _lazy("menyatakan tidak terbukti; menunggu kantor Anda"))
_TAKEN = ("good", _lazy("menyatakan tidak terbukti; sudah diterima di sini"))


def state_words(row: Correction) -> tuple[str, str | Promise]:
    """Sentiment and word."""
    if row.direction == Direction.INCOMING:
        return _CAME if row.state == CorrectionState.OPEN else _TAKEN
    return STATES[row.state]
