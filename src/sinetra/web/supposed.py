"""One fact as a supposition: what follows "Bila …" where a page says what would change an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.web import field_words

# A list of many values names only some of them.
_NAMED = 4
# By value, or one phrase that takes the value's own words.
_PHRASES: Mapping[str, Mapping[str, str | Promise] | str | Promise] = {
    "subject.contract_kind": _lazy("ikatan kerja Anda: %(value)s"),
    "subject.acting_kind": _lazy("Anda menjabat sebagai %(value)s"),
    "subject.position": _lazy("jabatan Anda: %(value)s"),
    "subject.is_official": {
        "true": _lazy("Anda seorang pejabat"),
        "false": _lazy("Anda bukan pejabat"),
    },
    "subject.is_candidate": {
        "true": _lazy("Anda sendiri sudah ditetapkan sebagai calon"),
        "false": _lazy("Anda sendiri bukan calon"),
    },
    "subject.is_prospective": {
        "true": _lazy("Anda sendiri berniat mencalonkan diri"),
        "false": _lazy("Anda sendiri tidak berniat mencalonkan diri"),
    },
    "subject.incumbent_running": {
        "true": _lazy("Anda petahana yang maju lagi"),
        "false": _lazy("Anda bukan petahana yang maju lagi"),
    },
    "subject.spouse_of_candidate": {
        "true": _lazy("suami atau istri Anda mencalonkan diri"),
        "false": _lazy("suami atau istri Anda tidak mencalonkan diri"),
    },
    "subject.on_unpaid_leave": {
        "true": _lazy("Anda sedang cuti di luar tanggungan negara"),
        "false": _lazy("Anda tidak sedang cuti di luar tanggungan negara"),
    },
    "subject.resigned": {
        "true": _lazy("Anda sudah mengundurkan diri"),
        "false": _lazy("Anda belum mengundurkan diri"),
    },
    "act.structured_systematic_massive": {
        "true": _lazy("dilakukan terstruktur, sistematis, dan masif"),
        "false": _lazy("tidak dilakukan terstruktur, sistematis, dan masif"),
    },
    "act.target": _lazy("sasarannya: %(value)s"),
    "act.active": {
        "true": _lazy("Anda berperan aktif"),
        "false": _lazy("Anda hanya hadir, tidak berperan aktif"),
    },
    "act.capacity": _lazy("Anda bertindak sebagai %(value)s"),
    "act.audience": _lazy("yang melihat atau mendengarnya: %(value)s"),
    "act.state_means": _lazy("sarana negara yang dipakai: %(value)s"),
    "act.intent_support": {
        "true": _lazy("maksudnya mendukung atau menolak calon"),
        "false": _lazy("maksudnya bukan mendukung atau menolak calon"),
    },
    "act.identity_markers": _lazy("tanda calon yang tampak: %(value)s"),
    "act.invitation_words": {
        "true": _lazy("ada kata yang mengajak memilih"),
        "false": _lazy("tidak ada kata yang mengajak memilih"),
    },
    "act.posted_by_other": {
        "true": _lazy("orang lain yang mengunggahnya"),
        "false": _lazy("Anda sendiri yang mengunggahnya"),
    },
    "act.registered_on_team": {
        "true": _lazy("Anda terdaftar sebagai anggota tim kampanye"),
        "false": _lazy("Anda tidak terdaftar sebagai anggota tim kampanye"),
    },
    "act.on_duty": {
        "true": _lazy("Anda hadir karena ditugaskan"),
        "false": _lazy("Anda hadir tanpa ditugaskan"),
    },
    "act.minister_approval": {
        "true": _lazy("sudah ada persetujuan tertulis menteri"),
        "false": _lazy("belum ada persetujuan tertulis menteri"),
    },
    "act.money_value_idr": {
        "some": _lazy("ada uang atau barang yang diberikan"),
        "none": _lazy("tidak ada uang atau barang yang diberikan"),
    },
}


def supposed(name: str, values: Sequence[str]) -> str:
    """``values`` are alternatives of one field."""
    phrase = _PHRASES.get(name)
    if isinstance(phrase, Mapping):
        return _(" atau ").join(str(phrase[value]) for value in values)
    text = field_words.values(name, list(values[:_NAMED])) + (", …" if len(values) > _NAMED else "")
    return str(phrase) % {"value": text} if phrase else f"{field_words.label(name)}: {text}"
