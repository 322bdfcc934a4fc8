"""Kinds, states and marks of activities in plain words."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.prevention.models import Activity, ActivityFile
from sinetra.apps.registry.vocabulary import UnitKind
from sinetra.web.format import day_text, number_text
from sinetra.web.law_words import POSITIONS, STATUSES

KINDS: dict[str, str | Promise] = {
    Activity.Kind.SOCIALISATION: _lazy("Sosialisasi"),
    Activity.Kind.COORDINATION: _lazy("Rapat koordinasi"),
    Activity.Kind.VISIT: _lazy("Kunjungan ke unit"),
    Activity.Kind.ASSEMBLY: _lazy("Apel dengan ikrar"),
    Activity.Kind.ONLINE: _lazy("Daring"),
}
STATES: dict[str, tuple[str, str | Promise]] = {
    Activity.State.PLANNED: ("info", _lazy("direncanakan")),
    Activity.State.HELD: ("good", _lazy("terlaksana")),
    Activity.State.CANCELLED: ("plain", _lazy("dibatalkan")),
}
FILES: dict[str, str | Promise] = {
    ActivityFile.Kind.MATERIAL: _lazy("Materi"),
    ActivityFile.Kind.PHOTO: _lazy("Foto"),
    ActivityFile.Kind.MINUTES: _lazy("Pindaian notula"),
}
UNIT_KINDS: dict[str, str | Promise] = {
    UnitKind.DINAS: _lazy("dinas"),
    UnitKind.BADAN: _lazy("badan"),
    UnitKind.KANTOR: _lazy("kantor"),
    UnitKind.BAGIAN: _lazy("bagian"),
    UnitKind.KECAMATAN: _lazy("kecamatan"),
    UnitKind.KELURAHAN: _lazy("kelurahan"),
    UnitKind.DESA: _lazy("desa"),
    UnitKind.SEKRETARIAT: _lazy("sekretariat"),
    UnitKind.INSPEKTORAT: _lazy("inspektorat"),
    UnitKind.PUSKESMAS: _lazy("puskesmas"),
    UnitKind.SEKOLAH: _lazy("sekolah"),
    UnitKind.OTHER: _lazy("lain"),
}
#: For whom an activity is meant: statuses and posts of those whom prevention reaches.
GROUPS: dict[str, str | Promise] = {
    **{name: STATUSES[name] for name in ("pns", "cpns", "pppk", "pppk_part_time", "non_asn")},
    **{name: POSITIONS[name] for name in POSITIONS if name not in {"jpt_utama", "jpt_madya", "other"}},
}


def language() -> str:
    return get_language() or "id"


def day_said(day: date | None) -> str:
    return day_text(day, language()) if day else _("tidak disebut")


def mark(row: Activity) -> tuple[str, str]:
    """The badge of an activity: its state, or that only the press knows of it."""
    if row.known_from_press_only:
        return "attention", _("dari berita saja, belum dikonfirmasi penyelenggara")
    sentiment, word = STATES[row.state]
    return sentiment, str(word)


def participants(row: Activity) -> str:
    if row.participants is None:
        return "–"
    number = number_text(row.participants, language())
    return _("sekitar %(n)s") % {"n": number} if row.participants_approximate else number


def group_word(name: str) -> str:
    return str(GROUPS.get(name, name))
