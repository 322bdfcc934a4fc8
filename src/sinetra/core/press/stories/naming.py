"""Whether two articles name the same people, halls, bodies and villages. Outlets name them more or less fully."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from sinetra.core.press.synonyms import canonical

Named = tuple[frozenset[str], ...]
Parts = frozenset[tuple[str, ...]]

_WORD = re.compile(r"\w{3,}")
#: "Kantor desa", "aula hotel": any of them may be meant.
_ANY_HALL = frozenset(
    "aula auditorium balai ballroom gedung graha hotel kantor lapangan halaman rumah ruang ruangan rapat pertemuan "
    "utama serbaguna lantai desa kelurahan kecamatan camat lurah".split()
)
#: Who heads a government acts for it, and so does its secretary.
_GOVERNMENT = frozenset("bupati walikota gubernur wakil pj pjs plt plh sekda setda sekretariat pemerintah pemda".split())
_LEVELS = frozenset("kota kabupaten provinsi daerah dan".split())
_PART = re.compile(
    r"\b(?P<level>[Kk]ecamatan|KECAMATAN|[Pp]anwascam|[Cc]amat|[Kk]elurahan|[Ll]urah|[Dd]esa|[Kk]ades)"
    r" (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
_SMALLER = frozenset(("kelurahan", "lurah", "desa", "kades"))


def people(names: Iterable[str]) -> Named:
    """Each name as its words of three letters and more."""
    return tuple(words for name in names if (words := frozenset(_WORD.findall(name.lower()))))


def halls(names: Iterable[str]) -> Named:
    """As ``people``, without those that are no hall of their own: "kantor desa", "aula hotel"."""
    return tuple(words for words in people(names) if words - _ANY_HALL)


def same_hall(one: Named, two: Named) -> bool:
    """One is part of the other, or what is special of one is: "Aula Kantor Camat Lontar", "Balai Kecamatan Lontar"."""
    special = tuple(words - _ANY_HALL for words in one), tuple(words - _ANY_HALL for words in two)
    return same(one, two) or same(*special)


def body(name: str, town: Set[str]) -> frozenset[str]:
    """The words of a body in one spelling, without its region; a government by whoever acts for it."""
    words = frozenset(canonical(name)) - town - _LEVELS
    return frozenset(("pemerintah",)) if words and words <= _GOVERNMENT else words


def parts(text: str, town: Set[str]) -> tuple[Parts, Parts]:
    """Kecamatan and villages that are named, each as its words in lower case. ``text`` without its headline, in which
    every word has a capital.
    """
    found: tuple[set[tuple[str, ...]], set[tuple[str, ...]]] = (set(), set())
    for match in _PART.finditer(text):
        name = tuple(match["name"].lower().split())
        if name[0] not in town:
            found[match["level"].lower() in _SMALLER].add(name)
    return frozenset(found[0]), frozenset(found[1])


def same(one: Named, two: Named) -> bool:
    """A name of one is part of a name of the other: "Aula Gawi" and "Aula Gawi Sabarataan"."""
    return any(a <= b or b <= a for a in one for b in two)


def stands_in(names: Named, words: Set[str]) -> bool:
    """All words of a full name are among these."""
    return any(len(name) > 1 and name <= words for name in names)


def elsewhere(one: Parts, two: Parts) -> bool:
    """Both name some, and none of one is among those of the other; what follows a name may have been read with it."""
    return bool(one and two) and not any(a[: len(b)] == b or b[: len(a)] == a for a in one for b in two)
