"""Codes of stages, outcomes and channels in plain words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sinetra.web.law_words import STAGES

OUTCOMES: dict[str, str | Promise] = {
    "not_proven": _("Tidak terbukti"),
    "not_registered": _("Tidak diregistrasi"),
    "out_of_competence": _("Di luar kewenangan"),
    "handed_over": _("Telah beralih ke instansi penerima"),
    "followed_up": _("Telah ditindaklanjuti"),
}
CHANNELS: dict[str, str | Promise] = {
    "report": _("Laporan"),
    "initial_information": _("Informasi awal"),
}
KINDS: dict[str, str | Promise] = CHANNELS | {"handed_over": _("Dari instansi lain")}


def stage_word(code: str) -> str:
    return str(STAGES[code])
