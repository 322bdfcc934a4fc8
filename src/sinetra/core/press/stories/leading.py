"""Whom an article begins with: other people's office, or another audience, is another gathering of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LEAD = 350
_INSTITUTION = re.compile(
    r"\b(?P<body>(?:ka|ma|)pol(?:res|da)|(?:ma|)kodim|(?:ma|)korem|kejari|kejati|dandim|danrem|kajari|kajati|kejaksaan|"
    r"kepolisian|kpu|dprd|korpri|satpol|kesbangpol|inspektorat|kemenag|rsud|pkk|pgri|pramuka|gakkumdu|universitas|"
    r"pengadilan)\b"
)
_OFFICE = re.compile(r"\b(?P<office>(?:[Dd]inas|[Bb]agian|[Bb]iro) [A-Z][a-z]\w+)")
_ONE_NAME = {
    "kejaksaan": "kejari",
    "kajari": "kejari",
    "kepolisian": "polres",
    "dandim": "kodim",
    "makodim": "kodim",
    "makorem": "korem",
    "kapolres": "polres",
    "mapolres": "polres",
    "kapolda": "polda",
    "mapolda": "polda",
    "kajati": "kejati",
    "danrem": "korem",
}
#: Before "camat": that many of them are told of.
_MANY_WORDS = """
    para seluruh semua segenap sejumlah puluhan belasan mengumpulkan dikumpulkan kumpulkan bagi kepada untuk diikuti
    dihadiri depan hadapan
"""
_MANY = frozenset(_MANY_WORDS.split())
#: Who is gathered. Camat and heads of offices speak at every gathering, so that they must be told of as many.
_AUDIENCE = re.compile(
    r"\b(?P<school>guru|kepala sekolah|kepsek|kepala (?:sd|smp|sma|smk|mi|mts)n?)\b|\b(?P<village>kepala desa|kades|"
    r"perangkat desa|aparat desa)\b|\b(?P<health>puskesmas|bidan|perawat|dokter|tenaga kesehatan|nakes|ners)\b|"
    r"\b(?P<one>lurah|bendahara|penyuluh|damkar|mahasiswa|wartawan|jurnalis|pemuda|pensiunan|prajurit|ketua rt|honorer|"
    r"pendamping|operator|pramuka|satpam|sopir|hakim|dosen)\b|"
    r"\b(?P<camat>camat)\b"
)


@dataclass(frozen=True, slots=True)
class Leading:
    """``first``: those of the lead; ``ever``: of the whole text."""

    first: frozenset[str]
    ever: frozenset[str]

    def strangers(self, other: Leading) -> bool:
        """Each begins with one that the other never names."""
        return bool(self.first - other.ever and other.first - self.ever)

    def apart(self, other: Leading) -> bool:
        """They begin with others, and one of them never names whom the other begins with."""
        if not self.first or not other.first or self.first & other.first:
            return False
        return not (self.first <= other.ever and other.first <= self.ever)


def institutions(text: str) -> Leading:
    """Offices and bodies, each by one word: "Kapolres" and "Mapolres" are the polres.

    Without those that nearly every article names: government, Bawaslu, the personnel agency. ``text`` without its
    headline, in which every word has a capital.
    """
    return _leading([*_INSTITUTION.finditer(text.lower()), *_OFFICE.finditer(text)])


def audiences(text: str) -> Leading:
    """Groups of people: teachers and heads of schools are one, so are those of a village, and of health."""
    low = text.lower()
    return _leading(match for match in _AUDIENCE.finditer(low) if match.lastgroup != "camat" or _of_many(low, match))


def _of_many(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 20) : match.start()].split()
    return bool(before) and (before[-1] in _MANY or before[-1].isdecimal())


def _leading(matches: Iterable[re.Match[str]]) -> Leading:
    found = [(match.start() < _LEAD, _name(match)) for match in matches]
    return Leading(frozenset(name for first, name in found if first), frozenset(name for _, name in found))


def _name(match: re.Match[str]) -> str:
    group = match.lastgroup or ""
    if group in ("school", "village", "health", "camat"):
        return group
    name = match[group].lower()
    return _ONE_NAME.get(name, name)
