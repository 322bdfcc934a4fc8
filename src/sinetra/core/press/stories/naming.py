"""Whether two articles name the same people, halls, bodies and villages. Outlets name them more or less fully."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Set
from dataclasses import dataclass

from sinetra.core.press.synonyms import canonical, short_forms

Named = tuple[frozenset[str], ...]
Part = tuple[str, ...]

_WORD = re.compile(r"\w{3,}")
#: "Kantor desa", "aula hotel": any of them may be meant.
_HALL_WORDS = """
    aula auditorium balai ballroom gedung graha hotel kantor lapangan halaman rumah ruang ruangan rapat pertemuan utama
    serbaguna lantai desa kelurahan kecamatan camat lurah
"""
#: Each town has one of these, so that they say little where they stand alone.
_TOWN_WORDS = """
    kota kabupaten provinsi daerah bupati wali walikota gubernur pendopo setda sekretariat dinas jabatan bawaslu kpu
    dprd rsud merdeka alun
"""
#: Who heads a government acts for it, and so does its secretary.
_GOVERNMENT_WORDS = "bupati walikota gubernur wakil pj pjs plt plh sekda setda sekretariat pemerintah pemda"
_ANY_HALL = frozenset(_HALL_WORDS.split())
_EACH_TOWN = _ANY_HALL | frozenset(_TOWN_WORDS.split())
_GOVERNMENT = frozenset(_GOVERNMENT_WORDS.split())
#: The mayor's office.
_CITY_HALL, _MAYORS = frozenset(("balai", "kota")), frozenset(("wali",))
_LEVELS = frozenset(("kota", "kabupaten", "provinsi", "daerah", "dan"))
_NAME = r"[A-Z][a-z]++(?: [A-Z][a-z]++)?+"
_PART = re.compile(
    rf"\b(?:(?P<level>[Kk]ecamatan|KECAMATAN|[Pp]anwascam|[Kk]elurahan|[Dd]esa)|(?P<head>[Cc]amat|[Ll]urah|[Kk]ades)) "
    rf"(?P<name>{_NAME})(?P<more>,| \(| [A-Z][a-z])?"
)
#: The number of a letter or ruling: "800/811/BKPSDM/2024", "136/PUU-XXII/2024"; a date or "PP 94/2021" is none.
_LETTER = re.compile(r"(?<![\w/])\d[\d.]*(?:/\d[\d.]*)*/(?:[A-Z][A-Za-z]*[A-Z.]|\d+[.-]?[A-Z])[\w.-]*(?:/[\w.-]+)*")
_SMALLER = frozenset(("kelurahan", "lurah", "desa", "kades"))


def people(names: Iterable[str]) -> Named:
    """Each name as its words of three letters and more."""
    return tuple(words for name in names if (words := frozenset(_WORD.findall(name.lower()))))


def halls(names: Iterable[str]) -> Named:
    """As ``people``, without those that are no hall of their own: "kantor desa", "aula hotel"."""
    return tuple(words | _MAYORS if words >= _CITY_HALL else words for words in people(names) if words - _ANY_HALL)


def body(name: str, town: Set[str]) -> frozenset[str]:
    """The words of a body in one spelling, without its region; a government by whoever acts for it."""
    words = frozenset(canonical(name)) - town - _LEVELS
    return frozenset(("pemerintah",)) if words and words <= _GOVERNMENT else words


def level(name: str, town: Set[str], province: Set[str]) -> str | None:
    """Whether a body is one of a town or of the province; None where its name does not say.

    ``town``, ``province``: the words of their names.
    """
    words = frozenset(canonical(name))
    if words & {"kota", "kabupaten", "bupati", "walikota"}:
        return "town"
    if words & {"provinsi", "gubernur"}:
        return "province"
    if town and town <= words:
        return "town"
    return "province" if province and province <= words else None


def bodies_in(words: Set[str]) -> frozenset[str]:
    """Of the words of a text: the short forms of bodies; a government is named where one that acts for it is."""
    short = short_forms(words)
    return short if _GOVERNMENT.isdisjoint(words) else short | {"pemerintah"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of a regency that are named, each as its words in lower case. ``main``: the kecamatan named first."""

    main: Part | None
    kecamatan: frozenset[Part]
    villages: frozenset[Part]

    @property
    def words(self) -> frozenset[str]:
        return frozenset().union(*self.kecamatan, *self.villages)


def cores(halls: Named, here: Set[str]) -> Named:
    """What tells each hall from others: {bupati} of "Halaman Kantor Bupati".

    ``here``: words of the town and its parts.
    """
    return tuple(words for hall in halls if (words := hall - _ANY_HALL - here))


def special(cores: Named) -> Named:
    """Of these, what no other town has."""
    return tuple(words for core in cores if (words := core - _EACH_TOWN))


def parts(text: str, town: Set[str]) -> Parts:
    """``text`` without its headline, in which every word has a capital."""
    kecamatan, villages, main = set[Part](), set[Part](), None
    for match in _PART.finditer(text):
        level, name = (match["level"] or match["head"]).lower(), tuple(match["name"].lower().split())
        if name[0] in town:
            continue
        # After a head the name may be that of a person: it is surely a place where a comma or more names follow.
        if match["level"] or match["more"]:
            (villages if level in _SMALLER else kecamatan).add(name)
        if main is None and level not in _SMALLER:
            main = name
    return Parts(main, frozenset(kecamatan), frozenset(villages))


def letter(text: str) -> tuple[str, ...] | None:
    """The parts of the first number of a letter: it is the letter's own, later ones are those it goes back to."""
    match = _LETTER.search(text)
    return None if match is None else tuple(match[0].lower().rstrip(".-").split("/"))


def share(one: Set[Hashable], two: Set[Hashable]) -> float:
    """Of the smaller set, how much is in the other; 0 when one is empty."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def same(one: Named, two: Named) -> bool:
    """A name of one is part of a name of the other: "Aula Gawi" and "Aula Gawi Sabarataan"."""
    return any(a <= b or b <= a for a in one for b in two)


def stands_in(names: Named, words: Set[str]) -> bool:
    """All words of a full name are among these."""
    return any(len(name) > 1 and name <= words for name in names)


def one_part(one: Part, two: Part) -> bool:
    """What follows a name may have been read with it: "Camat Lontar Petronela"."""
    return one[: len(two)] == two or two[: len(one)] == one


def elsewhere(one: Parts, two: Parts) -> bool:
    """Both name kecamatan, or else villages, and none of one is among those of the other."""
    for a, b in ((one.kecamatan, two.kecamatan), (one.villages, two.villages)):
        if a and b:
            return not any(one_part(x, y) for x in a for y in b)
    return False
