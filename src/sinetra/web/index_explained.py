"""Why a unit stands where it stands, as the parts of a page: drivers, inputs, what is missing, what lifted the zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.index.gather.published import origin_of, sheet_of
from sinetra.apps.index.method import method
from sinetra.apps.index.models import IndexRun
from sinetra.apps.index.selectors import Explained
from sinetra.apps.index.told import count_of, is_withheld
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.index.configuration import Configuration, Indicator, OverrideId
from sinetra.core.index.facts import Signal
from sinetra.core.index.inputs import Unit
from sinetra.core.index.result import Placed, Zone
from sinetra.web.format import number_text
from sinetra.web.index_view import between, language, percent, points, rank_words
from sinetra.web.index_words import FACTS, MEANINGS, ZONES
from sinetra.web.parts import Link, Pair

_OWN: str | Promise = _lazy("Catatan instansi di pemasangan ini")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A driver: how many points of the score come from it, and what to do. ``bar``: of the largest, in hundredths."""

    name: str
    dimension: str
    points: str
    bar: int
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing that went in. ``confidence`` is empty for what the office itself keeps. ``url``: a source that is an
    address."""

    name: str
    value: str
    unit: str
    source: str
    as_of: date | None
    confidence: str

    @property
    def url(self) -> str:
        return self.source if self.source.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything that the page of one unit prints. ``files``: the same as CSV and JSON."""

    unit: Placed
    run: IndexRun
    zone: Zone
    zone_word: str
    sure: str
    reasons: list[Reason]
    signals: tuple[Signal, ...]
    inputs: list[Input]
    missing: list[str]
    overrides: list[str]
    chances: list[tuple[Zone, str, str]]
    pairs: list[Pair]
    machine: list[Pair]
    files: list[Link]


def shown(found: Explained) -> Shown:
    unit, used, sheet = found.told, method(), sheet_of(found.told.code)
    return Shown(
        unit=unit,
        run=found.run,
        zone=unit.zone,
        zone_word=str(MEANINGS[unit.zone]),
        sure=percent(unit.p_zone.get(unit.zone, 0.0)),
        reasons=_reasons(unit, used),
        signals=sheet.signals if sheet else (),
        inputs=[*_facts(found), *_values(found.given, used)],
        missing=[_named(used, name) for name in unit.missing],
        overrides=[said(used.overrides[OverrideId(name)]) for name in unit.overrides],
        chances=[
            (zone, str(word), percent(unit.p_zone[zone])) for zone, word in ZONES.items() if unit.p_zone.get(zone)
        ],
        pairs=_pairs(unit),
        machine=_machine(found.run),
        files=[
            Link(text=_("Unduh CSV"), url=reverse("index_unit_csv", args=[unit.code])),
            Link(text=_("Unduh JSON"), url=reverse("index_unit_json", args=[unit.code])),
        ],
    )


def said(text: Bilingual) -> str:
    return text.en if language() == "en" else text.id


def _indicator(used: Configuration, name: str) -> Indicator | None:
    """None for one of an earlier method."""
    known = (item for dimension in used.dimensions for item in dimension.indicators)
    return next((item for item in known if item.id == name), None)


def _named(used: Configuration, name: str) -> str:
    indicator = _indicator(used, name)
    return said(indicator.name) if indicator else name


def _reasons(unit: Placed, used: Configuration) -> list[Reason]:
    names = {dimension.id: said(dimension.name) for dimension in used.dimensions}
    most = max((abs(driver.contribution) for driver in unit.drivers), default=0.0)
    found = []
    for driver in unit.drivers:
        indicator = _indicator(used, driver.indicator)
        if driver.contribution > 0:
            found.append(
                Reason(
                    name=said(indicator.name) if indicator else driver.indicator,
                    dimension=names.get(driver.dimension, driver.dimension),
                    points=points(driver.contribution),
                    bar=round(100 * abs(driver.contribution) / most) if most else 0,
                    action=said(indicator.action) if indicator else "",
                )
            )
    return found


def _values(given: Unit, used: Configuration) -> list[Input]:
    found = []
    for name, value in given.values.items():
        indicator = _indicator(used, name)
        found.append(
            Input(
                name=said(indicator.name) if indicator else name,
                value=number_text(round(value.amount, 3), language()),
                unit=said(indicator.unit) if indicator else "",
                source=value.source,
                as_of=value.as_of,
                confidence=value.confidence.value,
            )
        )
    return found


def _facts(found: Explained) -> list[Input]:
    """What is known; the rest is in the list of what is missing."""
    given, told = found.given, []
    for field, name in FACTS.items():
        shown_as = _fact(given, field)
        if shown_as:
            origin = origin_of(given, field)
            told.append(
                Input(
                    name=str(name),
                    value=shown_as,
                    unit="",
                    source=origin.source if origin else str(_OWN),
                    as_of=origin.as_of if origin else found.run.day,
                    confidence=origin.confidence.value if origin else "",
                )
            )
    return told


def _fact(given: Unit, field: str) -> str:
    value = getattr(given, field)
    if value is None:
        return ""
    if field == "has_channel":
        return _("ada") if value else _("tidak ada")
    if field == "coverage":
        return percent(value)
    number = count_of(given, field)
    if field != "staff" and is_withheld(number):
        return _("1 sampai 4, ditahan")
    return number_text(number or 0, language())


def _pairs(unit: Placed) -> list[Pair]:
    interval = _("Yang belum diketahui diisi 0, lalu 100: skor tetap di antara kedua angka ini.")
    rank = _("Dari semua hitungan ulang; 1 yang paling rawan di antara yang setingkat.")
    balance = _("Rata-rata geometrik jauh lebih rendah: satu dimensi menutupi yang lain.")
    known = [
        Pair(term=_("Rentang skor"), value=between(unit), note=interval),
        Pair(term=_("Data yang lengkap"), value=percent(unit.completeness)),
    ]
    if unit.score is None:
        return known
    return [
        Pair(term=_("Skor"), value=points(unit.score), note=_("dari 100")),
        *known,
        Pair(term=_("Peringkat"), value=rank_words(unit), note=rank),
        Pair(
            term=_("Rata-rata geometrik"),
            value=points(unit.geometric),
            note=balance if unit.unbalanced else _("Sebagai pembanding; yang dipakai rata-rata biasa."),
        ),
    ]


def _machine(run: IndexRun) -> list[Pair]:
    return [
        Pair(term=_("Cara hitung"), value=run.configuration),
        Pair(term=_("Sidik cara hitung (SHA-256)"), value=run.method_digest),
        Pair(term=_("Sidik masukan (SHA-256)"), value=run.inputs_digest),
        Pair(term=_("Benih"), value=str(run.seed)),
        Pair(term=_("Hitungan ulang"), value=number_text(run.draws, language())),
    ]
