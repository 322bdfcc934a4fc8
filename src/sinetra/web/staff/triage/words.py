"""Where a report of the desk stands, and why it is kept or set aside, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: dict[str, str | Promise] = {
    "new": _("belum ditangani"),
    "joined": _("digabungkan pada perkara"),
    "kept": _("disimpan"),
    "set_aside": _("tidak ditangani"),
}
WHY_KEPT: dict[str, str | Promise] = {
    "no_act": _("Perbuatan, waktu, atau tempatnya belum disebut"),
    "no_lead": _("Belum ada petunjuk untuk ditelusuri"),
}
ASIDE: dict[str, str | Promise] = {
    "secret_vote": _("Tentang pilihan di bilik suara, yang rahasia dan hak setiap orang"),
    "opinion": _("Pendapat atau simpati tanpa perbuatan"),
    "other_subject": _("Bukan tentang netralitas dalam pemilihan"),
    "other_office": _("Bukan wilayah kantor ini"),
}
