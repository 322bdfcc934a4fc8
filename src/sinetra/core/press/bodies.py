"""Bodies named in a text: agencies, governments, offices, by the fullest name the article gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sinetra.core.press.facts import PlaceFact
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

_VAGUE = (
    "badan",
    "kantor",
    "bagian",
    "dinas",
    "forum",
    "biro",
    "kecamatan",
    "kelurahan",
    "koalisi",
    "aliansi",
    "universitas",
)
#: "Kantor Wali Kota X" and "Kantor Bawaslu X" are houses.
_HOUSES = frozenset(("kantor", "sekretariat"))
_LODGED = frozenset(
    ("wali", "walikota", "bupati", "gubernur", "camat", "lurah", "kecamatan", "kelurahan", "desa", "kepala")
)
_LODGED |= {"bawaslu", "kpu", "dinas", "badan", "bkpsdm", "bkd", "panwaslu", "panwascam", "inspektorat", "dprd"}
_PARTS_OF_A_BODY = frozenset(("kantor", "bagian", "bidang", "sekretariat", "cabang", "subbagian", "unit"))
_LONG = {
    "gakkumdu": "Sentra Gakkumdu",
    "pemko": "Pemerintah Kota",
    "pemkot": "Pemerintah Kota",
    "pemkab": "Pemerintah Kabupaten",
    "pemprov": "Pemerintah Provinsi",
}
_HALL = re.compile(r" (?:di|pada|dan) (?:Ruang|Aula|Kantor|Gedung|Hotel|Balai|Pusat|Bagian)$")
_SHORT = re.compile(r"^.*\((?P<short>[A-Z][\w-]{2,15})\)\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """``placed``: a region is printed in the name."""

    name: str
    span: Span
    placed: bool = True


def name_of(page: Page, phrase: Phrase) -> str:
    """The printed name; the short form where the text gives one in brackets ("… (BKPSDM) Kota X": "BKPSDM Kota X")."""
    printed = _HALL.sub("", " ".join(page.of(phrase.span).split()))
    if printed.count("(") != printed.count(")"):
        printed = printed.replace(")", "")
    match = _SHORT.match(printed)
    if match:
        printed = f"{_kept_before(printed, match['short'])}{match['short']} {match['rest']}".strip()
    first, _, rest = printed.strip("()").partition(" ")
    if first.lower() == "gakkumdu" or (rest and first.lower() in _LONG):
        return f"{_LONG[first.lower()]} {rest}".strip()
    return printed


def _kept_before(printed: str, short: str) -> str:
    """What the short form leaves out: "Dinas Pekerjaan Umum (PU)" has no letter of "Dinas", and "Kantor Regional XV
    Badan Kepegawaian Negara (BKN)" abbreviates its last words only.
    """
    words = printed[: printed.index("(")].split()
    if words[0] == "Dinas" and not short.startswith("D"):
        return "Dinas "
    first = next((index for index, word in enumerate(words) if word[0].lower() == short[0].lower()), 0)
    return " ".join((*words[:first], "")) if first and words[0].lower() in _PARTS_OF_A_BODY else ""


def find_bodies(page: Page, scanner: Scanner, start: int, end: int) -> list[tuple[Body, Phrase]]:
    """The bodies that begin between two offsets; those of a whole page are looked for once."""
    whole = start == 0 and end >= len(page.text)
    if whole and scanner.kept_bodies is not None:
        return list(scanner.kept_bodies)
    found: list[tuple[Body, Phrase]] = []
    index = page.word_index(start)
    while index < len(page.words) and page.words[index].start < end:
        phrase = scanner.body(index)
        alone = phrase is not None and phrase.last - phrase.first == 1 and phrase.head in _VAGUE
        if phrase is None or alone or (phrase.head in _HOUSES and page.words[phrase.first + 1].low in _LODGED):
            index += 1
            continue
        placed = any(scanner.region_width(step) for step in range(phrase.first + 1, phrase.last))
        found.append((Body(name=name_of(page, phrase), span=phrase.span, placed=placed), phrase))
        index = phrase.last
    if whole:
        scanner.kept_bodies = tuple(found)
    return found


_UNNAMED = {"pemko": "kota", "pemkot": "kota", "pemkab": "kabupaten", "pemprov": "provinsi"}
_REGIONAL = frozenset(("bawaslu", "kpu", "panwaslih", "kip", "bkpsdm", "bkpsdmd", "bkpp", "bkppd", "bkd", "kesbangpol"))
_REGIONAL |= {"bakesbangpol", "inspektorat", "dprd", "satpol pp", "diskominfo", "disdik", "disdikbud", "dinkes"}
#: Bodies of a region, so that of the article's place where their name has none.
_LOCAL = re.compile(
    r"(?:kecamatan|kelurahan|pemerintah (?:kecamatan|kelurahan)|dinas|bagian|satpol|puskesmas|korpri|setda"
    r"|sekretariat daerah|badan (?!.*(?:negara|nasional|pusat|pengawas|pertimbangan|pemeriksa))"
    r"|panwaslu kecamatan|panwascam|pgri)\b"
)
_LONG_WORDS = re.compile(
    r"badan pengawas pemil(?:u|ihan umum)|komisi pemilihan umum|satuan polisi pamong praja|pem(?:ko|kot|kab|prov)\b"
)
_SHORT_WORDS = {
    "komisi pemilihan umum": "kpu",
    "satuan polisi pamong praja": "satpol pp",
    "pemko": "pemerintah kota",
    "pemkot": "pemerintah kota",
    "pemkab": "pemerintah kabupaten",
    "pemprov": "pemerintah provinsi",
}


@lru_cache(maxsize=2048)
def _plain(name: str) -> str:
    return _LONG_WORDS.sub(lambda match: _SHORT_WORDS.get(match[0], "bawaslu"), name.lower())


class FullNames:
    """The names of the bodies of a page by the words they begin with, in the order of the text."""

    def __init__(self, every: Iterable[tuple[Body, Phrase]]) -> None:
        self._longer: dict[tuple[str, ...], list[str]] = {}
        for name in dict.fromkeys(body.name for body, _ in every):
            words = tuple(_plain(name).split())
            for length in range(len(words)):
                self._longer.setdefault(words[:length], []).append(name)

    def longer(self, name: str) -> list[str]:
        """Those that say all that ``name`` says and go on."""
        return self._longer.get(tuple(_plain(name).split()), [])


def full_names(page: Page, scanner: Scanner) -> FullNames:
    """Those of the whole page, made once."""
    if scanner.kept_names is None:
        scanner.kept_names = FullNames(find_bodies(page, scanner, 0, len(page.text)))
    return scanner.kept_names


def completed(body: Body, every: FullNames, place: PlaceFact | None) -> str:
    """The fullest name the article gives the body: "Bawaslu" is the Bawaslu of the place where only one is named.

    A body of a region whose name is never printed with it gets the name of the place.
    """
    if longer := every.longer(body.name):
        here = "" if place is None or place.kab_kota is None else place.kab_kota.lower()
        exact = [name for name in longer if here and here in name.lower()]
        there = [name for name in longer if here and here.split(" ", 1)[1] in name.lower()]
        return max(exact or there or longer[:1], key=len)
    if place is None:
        return body.name
    low = body.name.lower()
    region = place.kab_kota or (f"Provinsi {place.province}" if place.province else None)
    kind = _UNNAMED.get(low)
    if region is None:
        return body.name
    if kind == "provinsi":
        return f"Pemerintah Provinsi {place.province}" if place.province else body.name
    if kind is not None and place.kab_kota is None:
        return body.name
    if kind is not None or low in ("pemda", "pemerintah daerah", "pemerintah kota", "pemerintah kabupaten"):
        return f"Pemerintah {region}"
    local = low in _REGIONAL or (not body.placed and _LOCAL.match(low) is not None)
    return f"{body.name} {region}" if local and not low.endswith(("provinsi", "kabupaten", "kota")) else body.name
