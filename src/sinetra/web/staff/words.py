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
    "withdrawn": _("Dicabut pelapor"),
}
GROUNDS: dict[str, str | Promise] = {
    "late": _("Disampaikan sesudah batas waktu"),
    "not_repaired": _("Tidak dilengkapi sampai batas waktu"),
    "not_enough": _("Perbaikannya belum memenuhi syarat"),
    "out_of_competence": _("Di luar kewenangan"),
}
ANSWERS: dict[str, str | Promise] = {
    "met": _("terpenuhi"),
    "not_met": _("kurang"),
    "open": _("belum diperiksa"),
}
REQUIREMENT_KINDS: dict[str, str | Promise] = {"formal": _("Syarat formal"), "material": _("Syarat materiel")}
PERIODS: dict[str, str | Promise] = {"week": _("Satu minggu"), "month": _("Satu bulan")}
CHANNELS: dict[str, str | Promise] = {
    "report": _("Laporan"),
    "initial_information": _("Informasi awal"),
}
KINDS: dict[str, str | Promise] = CHANNELS | {"finding": _("Temuan"), "handed_over": _("Dari instansi lain")}


def stage_word(code: str) -> str:
    return str(STAGES[code])
