"""docs/trace.yaml: which sentence of the five articles asks for what, and the page that serves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sinetra.catalogue import ROOT
from sinetra.core.yamlfile import read

# In a checkout the file is in docs/; an installed package carries a copy in its catalogue (pyproject.toml).
PLACES = (ROOT.parents[2] / "docs" / "trace.yaml", ROOT / "trace.yaml")

# Page name of the trace → its word and its address name. An address that does not exist is a page not built yet.
PAGES = {
    "beranda": (_("Beranda"), "home"),
    "aturan": (_("Aturan"), "rulebook"),
    "bolehkah": (_("Bolehkah saya…?"), "may_i"),
    "lapor": (_("Laporkan"), "report"),
    "layanan-adil": (_("Layanan adil"), "fair_service"),
    "mediasi": (_("Mediasi"), "mediation"),
    "ikuti": (_("Ikuti laporan"), "follow"),
    "statistik": (_("Angka terbuka"), "statistics"),
    "artikel": (_("Artikel"), "articles"),
    "kegiatan": (_("Kegiatan"), "activities"),
    "program": (_("Program"), "programmes"),
    "cakupan": (_("Cakupan"), "coverage"),
    "ikrar": (_("Ikrar"), "pledges"),
    "tes": (_("Tes dan hasilnya"), "test_activities"),
    "edaran": (_("Surat edaran netralitas"), "public_circulars"),
    "perkara": (_("Perkara"), "matters"),
    "laporan": (_("Laporan masuk"), "inbox"),
    "laporan-nihil": (_("Laporan nihil"), "nil_reports"),
    "register": (_("Register"), "registry"),
    "audit": (_("Jejak audit"), "audit"),
    "surat-edaran": (_("Surat edaran"), "circulars"),
    "kesepakatan": (_("Kesepakatan"), "agreements"),
    "permintaan-data": (_("Permintaan data"), "data_requests"),
    "indeks": (_("Indeks kerawanan"), "index"),
    "pembelajaran": (_("Pembelajaran"), "learning"),
    "undangan": (_("Diundang? Tanyakan dahulu"), "invite"),
    "karier": (_("Karier"), "careers"),
}


@dataclass(frozen=True, slots=True)
class Served:
    """``url`` is empty for a page that is not built yet."""

    word: Any
    url: str


@dataclass(frozen=True, slots=True)
class Stated:
    """An act that the sentence speaks about, and its day: the law engine answers for them (web/stated.py)."""

    act: str
    day: date
    region: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    number: int
    text: str
    note: str
    features: tuple[str, ...]
    pages: tuple[Served, ...]
    law: Stated | None = None


@dataclass(frozen=True, slots=True)
class Traced:
    id: str
    title: str
    sentences: tuple[Sentence, ...]


@cache
def _content(path: Path) -> list[dict[str, Any]]:
    articles: list[dict[str, Any]] = read(path)["articles"]
    return articles


def traced() -> list[Traced]:
    """The five articles in the language of the page; empty when this installation has no trace."""
    path = next((place for place in PLACES if place.exists()), None)
    if path is None:
        return []
    language = "en" if get_language() == "en" else "id"
    return [
        Traced(
            id=article["id"],
            title=article["title"][language],
            sentences=tuple(_sentence(item, language) for item in article["sentences"]),
        )
        for article in _content(path)
    ]


def _sentence(item: dict[str, Any], language: str) -> Sentence:
    return Sentence(
        number=item["n"],
        text=item[language],
        note=(item.get("note") or {}).get(language, ""),
        features=tuple(item.get("features") or ()),
        pages=tuple(_served(name) for name in item.get("pages") or ()),
        law=_stated(item.get("law")),
    )


def _stated(law: dict[str, Any] | None) -> Stated | None:
    if law is None:
        return None
    return Stated(law["act"], date.fromisoformat(str(law["act_date"])), law.get("region"))


def _served(name: str) -> Served:
    word, address = PAGES[name]
    try:
        return Served(word, reverse(address))
    except NoReverseMatch:
        return Served(word, "")
