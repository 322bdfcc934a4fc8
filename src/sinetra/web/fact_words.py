"""The facts of an article in plain words: what a field is called, what stands in it, what one must know beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.monitoring.event_words import type_word
from sinetra.web.format import day_text
from sinetra.web.law_words import STAGES
from sinetra.web.words import ACTS

# Field of contract 4 → its word; in the order in which a reader asks: when, where, who, what, by which law.
FIELDS: tuple[tuple[str, str | Promise], ...] = (
    ("event_date", _lazy("Tanggal")),
    ("duration_days", _lazy("Lama (hari)")),
    ("stage", _lazy("Tahapan")),
    ("place", _lazy("Tempat")),
    ("agency", _lazy("Penyelenggara")),
    ("theme", _lazy("Tema")),
    ("persons", _lazy("Orang dan jabatan")),
    ("participants_count", _lazy("Peserta")),
    ("audience", _lazy("Sasaran")),
    ("units_visited", _lazy("Unit yang dikunjungi")),
    ("delegation_roles", _lazy("Rombongan")),
    ("speakers_from", _lazy("Narasumber")),
    ("legal", _lazy("Dasar hukum")),
    ("prohibited_acts", _lazy("Perbuatan yang dilarang")),
    ("permitted_acts", _lazy("Perbuatan yang boleh")),
    ("sanctions", _lazy("Sanksi")),
    ("criminal_range_months", _lazy("Pidana (bulan)")),
    ("covers_non_asn", _lazy("Berlaku bagi non-ASN")),
    ("non_asn_sanctionable", _lazy("Sanksi bagi non-ASN")),
    ("coordination", _lazy("Berkonsultasi dengan")),
    ("agreement", _lazy("Kesepakatan")),
    ("cases_so_far", _lazy("Kasus sejauh ini")),
    ("elsewhere_indications", _lazy("Dugaan di daerah lain")),
    ("incumbent_running", _lazy("Petahana maju")),
    ("zone_mentioned", _lazy("Zona yang disebut")),
    ("event_type", _lazy("Jenis peristiwa")),
)
# What an activity has from an article besides.
MORE_FIELDS = (("venues", _lazy("Lokasi")), ("opened_by", _lazy("Dibuka atau dipimpin oleh")))


def fact_words(name: str, item: Mapping[str, Any]) -> str:
    """A single fact in plain words."""
    match name:
        case "persons":
            return ", ".join(part for part in (item.get("name"), item.get("position")) if part)
        case "prohibited_acts" | "permitted_acts":
            return str(ACTS.get(item["code"], _other_act(item["code"])))
        case "sanctions":
            return f"{_sanction(item['code'])} ({_mode(item['mode'])})"
        case "place":
            return ", ".join(str(item[key]) for key in ("kab_kota", "kode", "provinsi") if item.get(key))
        case "legal":
            return str(item["number"] if item.get("by") else item["as_printed"])
        case "event_type":
            return type_word(item["value"])
        case "event_date":
            return _day(item["value"]) if item.get("by") else str(item.get("as_printed") or item["value"])
        case "stage":
            return str(STAGES.get(item["value"], item["value"]))
        case "agreement":
            return " – ".join(item.get("parties") or [])
        case "coordination":
            return ", ".join(item.get("consult") or []) or _plain(item.get("value", ""))
        case _:
            return _plain(item.get("value", item.get("name", "")))


def _day(value: str) -> str:
    return day_text(date.fromisoformat(value), get_language() or "id")


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(part) for part in value)
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return str(value)


def value_words(name: str, item: Mapping[str, Any]) -> str:
    """What was understood from a quoted place (core.prevention.told), in plain words."""
    value = item["value"]
    if name == "sanctions":
        return f"{_sanction(value)} ({_mode(item['mode'])})"
    if name in {"prohibited_acts", "permitted_acts"}:
        return str(ACTS.get(value, _other_act(value)))
    if name == "agreement":
        return " – ".join(value or [])
    if name == "legal":
        return str(item["as_printed"])
    if name == "event_date":
        return _day(value)
    return _plain(value)


def fact_note(item: Mapping[str, Any]) -> str:
    """What a careful reader must know beside the fact."""
    notes = []
    if item.get("inherited"):
        notes.append(_("dari artikel lain tentang peristiwa yang sama"))
    if item.get("approximate"):
        notes.append(_("sekitar"))
    if item.get("weekday_agrees") is False:
        notes.append(_("hari dan tanggal tidak cocok"))
    if item.get("status_on_event_date") == "repealed":
        notes.append(_("sudah dicabut pada tanggal itu: %(by)s") % {"by": item.get("repealed_by") or "?"})
    if item.get("status_on_event_date") == "not_yet_in_force":
        notes.append(_("belum berlaku pada tanggal itu"))
    return "; ".join(notes)


def _other_act(code: str) -> str:
    return {
        "vote": _("Memberikan suara"),
        "private_opinion": _("Pendapat pribadi di rumah"),
        "attend_passively": _("Hanya mendengarkan program"),
        "party_sympathiser": _("Simpati kepada partai tanpa perbuatan"),
    }.get(code, code)


def _sanction(code: str) -> str:
    return {
        "ethics": _("kode etik"),
        "light": _("disiplin ringan"),
        "medium": _("disiplin sedang"),
        "heavy": _("disiplin berat"),
        "moral": _("sanksi moral"),
        "reprimand": _("teguran"),
        "allowance_cut": _("pemotongan tunjangan"),
        "demotion": _("penurunan jabatan"),
        "post_release": _("pembebasan dari jabatan"),
        "increment_delay": _("penundaan kenaikan gaji"),
        "ptdh": _("pemberhentian tidak dengan hormat"),
        "dismissal": _("pemberhentian"),
        "suspension": _("pemberhentian sementara"),
        "criminal_prison": _("pidana penjara"),
        "criminal_fine": _("pidana denda"),
        "administrative": _("administratif"),
        "candidacy_cancelled": _("pembatalan calon"),
        "unspecified": _("sanksi yang tidak dirinci"),
    }.get(code, code)


def _mode(mode: str) -> str:
    return {
        "stated": _("disebut"),
        "promised": _("dijanjikan"),
        "hypothetical": _("pengandaian"),
        "imposed": _("dijatuhkan"),
        "denied": _("dikatakan tidak ada"),
    }.get(mode, mode)
