"""Answers, rungs and their marks in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy

from sinetra.core.casework.ladder import Rung

ANSWERS: dict[str, str | Promise] = {
    "none": _lazy("Belum ada"),
    "received": _lazy("Surat diterima"),
    "examining": _lazy("Sedang diperiksa"),
    "returned": _lazy("Dikembalikan"),
    "refused": _lazy("Ditolak"),
    "sanctioned": _lazy("Sanksi dijatuhkan"),
    "not_proven": _lazy("Tidak terbukti menurut penerima"),
}
#: Sentiment of a badge: what still has to be done about it.
MARKS = {"none": "attention", "returned": "attention", "refused": "attention"}


def rung_word(rung: Rung) -> str:
    return rung.title.en if get_language() == "en" else rung.title.id
