"""An article for the eye: its text with the facts marked, and the same facts as a list that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import rulebook
from sinetra.core.press.corrections import items, same
from sinetra.web.format import day_text
from sinetra.web.law_words import STAGES
from sinetra.web.parts import Segment, segments
from sinetra.web.rule_words import rule_words
from sinetra.web.stated import Beside, beside
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
# The mark of a place that somebody quotes and no fact covers: #fakta-kutipan.
QUOTED = "kutipan"
EVENT_TYPES: dict[str, str | Promise] = {
    "sosialisasi": _lazy("sosialisasi"),
    "rakor/mou": _lazy("rapat koordinasi atau kesepakatan"),
    "circular": _lazy("surat edaran"),
    "alleged_violation": _lazy("dugaan pelanggaran"),
    "decision/sanction": _lazy("putusan atau sanksi"),
    "statistics": _lazy("angka dan rekapitulasi"),
    "opinion": _lazy("opini"),
    "other": _lazy("lain-lain"),
}
# Kind and, more closely, detail of what was removed (core.press.facts.Removed); in the order of the page.
REMOVED = {
    "script": _lazy("Skrip yang disisipkan"),
    "related_links": _lazy("Tautan ke berita lain"),
    "furniture": _lazy("Bagian halaman lainnya"),
}
REMOVED_DETAILS = {
    "byline": _lazy("Nama penulis dan editor"),
    "caption": _lazy("Keterangan foto"),
    "stamp": _lazy("Baris tanggal terbit"),
    "duplicate": _lazy("Paragraf yang berulang"),
    "share": _lazy("Tombol bagikan"),
    "follow": _lazy("Ajakan mengikuti media"),
    "newsletter": _lazy("Ajakan mengikuti media"),
    "advert": _lazy("Iklan"),
    "cookie": _lazy("Pemberitahuan kuki"),
    "tags": _lazy("Tag dan kategori"),
    "category": _lazy("Tag dan kategori"),
    "breadcrumb": _lazy("Menu dan jalur halaman"),
    "menu": _lazy("Menu dan jalur halaman"),
    "pager": _lazy("Nomor halaman"),
    "comments": _lazy("Komentar pembaca"),
    "outside": _lazy("Teks di luar berita"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """``id`` is empty for a fact without a place in the text (inherited or derived; ``note`` says from where).

    ``law``: what the law says beside a statement about an act that stays free. ``rule``: how it was found, in words.
    ``anchor``: the mark that leads back to it, the first of those that lead to one mark.
    ``number``: its place among the facts of its field as they were read, 0 for one that a person added. ``read``: what
    the reader had said, where a person corrected it; ``accepted``: a person agreed.
    """

    id: str
    words: str
    anchor: str = ""
    note: str = ""
    law: Beside | None = None
    rule: str | Promise = ""
    field: str = ""
    number: int = 0
    read: str = ""
    by_person: bool = False
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class FactGroup:
    word: str | Promise
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    segments: list[Segment]
    groups: list[FactGroup]
    removed: list[tuple[str | Promise, list[str]]]
    removed_count: int = 0

    @property
    def listed(self) -> frozenset[str]:
        """Ids of marks that a fact of the list leads to, and that lead back to it."""
        return frozenset(fact.anchor for group in self.groups for fact in group.facts if fact.anchor)


def article_view(
    facts: Mapping[str, Any],
    quoted: tuple[int, int] | None = None,
    *,
    read: Mapping[str, Any] | None = None,
    masked: Callable[[str], str] = str,
) -> ArticleView:
    """``facts`` is an article by contract 4, corrected; ``read``: as it was read, where single facts are judged.

    ``quoted``: a place that is marked besides, with the id ``kutipan``. ``masked`` takes the names of accused persons
    out of whatever is shown outside the workbench.
    """
    groups: list[FactGroup] = []
    spans: list[tuple[int, int, str, str]] = []
    for name, word in (*FIELDS, *MORE_FIELDS):
        before = items(read, name) if read is not None else []
        found = []
        for number, item in enumerate(items(facts, name), start=1):
            span = item.get("span")
            identity = f"{name}-{number}" if span else ""
            if span:
                spans.append((span[0], span[1], identity, str(word)))
            found.append(_fact(name, identity, item, before, facts, masked))
        if found:
            groups.append(FactGroup(word, tuple(found)))
    if quoted is not None and not any(start < quoted[1] and end > quoted[0] for start, end, *_more in spans):
        spans.append((*quoted, QUOTED, _("Kutipan")))
    cut = segments(facts["text"], spans)
    shown = [replace(part, text=masked(part.text)) for part in cut]
    return ArticleView(
        shown, _led_to_marks(groups, spans, cut), _removed(gone := facts.get("removed") or []), len(gone)
    )


def _fact(
    name: str,
    identity: str,
    item: dict[str, Any],
    before: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Any],
    masked: Callable[[str], str],
) -> Fact:
    origin = item.get("read") or item
    number = next((at for at, one in enumerate(before, start=1) if same(one, origin)), 0)
    return Fact(
        id=identity,
        words=masked(fact_words(name, item)),
        note=_note(item),
        law=_law(name, item, facts),
        rule=rule_words(item.get("rule")),
        field=name,
        number=number,
        read=masked(fact_words(name, item["read"])) if item.get("read") else "",
        by_person=item.get("by") == "person",
        accepted=bool(item.get("accepted")),
    )


def fact_words(name: str, item: dict[str, Any]) -> str:
    """A single fact in plain words."""
    return _words(name, item)


def mark_at(view: ArticleView, start: int, end: int) -> str:
    """The id of the mark that shows this place of the text, or a part of it; empty when nothing is marked there."""
    at = 0
    for part in view.segments:
        if part.id and at < end and at + len(part.text) > start:
            return part.id
        at += len(part.text)
    return ""


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
        return day_text(date.fromisoformat(value), get_language() or "id")
    return _plain(value)


def value_note(item: Mapping[str, Any]) -> str:
    """What a careful reader must know beside a quoted place."""
    return _note(dict(item))


def _led_to_marks(
    groups: list[FactGroup], spans: list[tuple[int, int, str, str]], cut: list[Segment]
) -> list[FactGroup]:
    """Marks never nest: a fact inside the place of another leads to the mark that covers it."""
    marked = {part.id for part in cut if part.id}
    places = {identity: (start, end) for start, end, identity, _label in spans}

    def mark_of(identity: str) -> str:
        if not identity or identity in marked:
            return identity
        start, end = places[identity]
        covers = (one for one in marked if places[one][0] < end and places[one][1] > start)
        return min(covers, key=lambda one: places[one], default="")

    led: list[FactGroup] = []
    taken: set[str] = set()
    for group in groups:
        facts = []
        for fact in group.facts:
            mark = mark_of(fact.id)
            facts.append(replace(fact, id=mark, anchor="" if mark in taken else mark))
            taken.add(mark)
        led.append(FactGroup(group.word, tuple(facts)))
    return led


def _words(name: str, item: dict[str, Any]) -> str:
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
            return str(EVENT_TYPES.get(item["value"], item["value"]))
        case "event_date":
            return _day_words(item) if item.get("by") else str(item.get("as_printed") or item["value"])
        case "stage":
            return str(STAGES.get(item["value"], item["value"]))
        case "agreement":
            return " – ".join(item.get("parties") or [])
        case "coordination":
            return ", ".join(item.get("consult") or []) or _plain(item.get("value", ""))
        case _:
            return _plain(item.get("value", item.get("name", "")))


def _day_words(item: Mapping[str, Any]) -> str:
    return day_text(date.fromisoformat(item["value"]), get_language() or "id")


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_plain(part) for part in value)
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return str(value)


def _note(item: dict[str, Any]) -> str:
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


def _law(name: str, item: dict[str, Any], facts: Mapping[str, Any]) -> Beside | None:
    """Only for acts, and only where the article tells the day."""
    day = (facts.get("event_date") or {}).get("value")
    if name not in {"prohibited_acts", "permitted_acts"} or not day or len(day) != len("2024-11-21"):
        return None
    return beside(rulebook(), item["code"], date.fromisoformat(day), (facts.get("place") or {}).get("kode"))


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


def _removed(pieces: list[dict[str, Any]]) -> list[tuple[str | Promise, list[str]]]:
    """By what they are, in words; the details that have no word of their own stand under their kind."""
    grouped: dict[str | Promise, list[str]] = {}
    order = list(REMOVED)
    for piece in sorted(pieces, key=lambda piece: order.index(piece["kind"])):
        kind = REMOVED[piece["kind"]]
        is_furniture = piece["kind"] == "furniture"
        word = str(REMOVED_DETAILS.get(piece.get("detail", ""), kind) if is_furniture else kind)
        grouped.setdefault(word, []).append(piece["text"])
    return list(grouped.items())
