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
DECISIONS: dict[str, str | Promise] = {
    "proven": _("Terbukti; diteruskan"),
    "not_proven": _("Tidak terbukti; dihentikan"),
    "more_statements": _("Perlu keterangan tambahan"),
    "other_law": _("Peraturan lain; diteruskan"),
}
VOTES: dict[str, str | Promise] = {"for": _("setuju"), "against": _("tidak setuju"), "abstain": _("abstain")}
RULINGS: dict[str, str | Promise] = {"accepted": _("temuan diterima"), "overruled": _("dikesampingkan")}
VERDICTS: dict[str, str | Promise] = {
    "met": _("unsurnya terpenuhi"),
    "open": _("belum jelas"),
    "excepted": _("dikecualikan"),
    "displaced": _("didahului norma lain"),
    "out_of_time": _("laporan lewat waktu"),
}
PERIODS: dict[str, str | Promise] = {"week": _("Satu minggu"), "month": _("Satu bulan")}
CHANNELS: dict[str, str | Promise] = {
    "report": _("Laporan"),
    "initial_information": _("Informasi awal"),
}
KINDS: dict[str, str | Promise] = CHANNELS | {"finding": _("Temuan"), "handed_over": _("Dari instansi lain")}


def stage_word(code: str) -> str:
    return str(STAGES[code])
