"""Whether two offices that people hold may be one.

What tells one from another is the place or the body that it belongs to; outlets print it in full, shortened, or not.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Called by a place, of which the name may also stand alone.
PLACES = frozenset(("kecamatan", "village", "health"))
#: So many letters of an abbreviation are enough: "Disdikbud" is also the "Dinas Pendidikan".
_LETTERS = 3
_LEVELS = frozenset(("sd", "smp", "sma", "smk", "slb", "tk", "mi", "mts", "ma"))


@dataclass(frozen=True, slots=True)
class Office:
    """``name``: words that tell it from others of its kind, none where only the post is named. ``head``: of all of it.

    ``short``: the name is an abbreviation.
    """

    kind: str
    name: tuple[str, ...]
    head: bool
    short: bool = False

    @property
    def is_place(self) -> bool:
        return bool(self.name) and self.kind in PLACES

    @property
    def _covers_more(self) -> bool:
        """Who works at a school works for the education office too, and in some district and village."""
        return not self.head and self.kind in ("agency", "kecamatan", "village")

    def may_be(self, other: Office) -> bool:
        """Nothing tells the two apart."""
        if self.kind != other.kind:
            return self._covers_more or other._covers_more
        if not self.name or not other.name:
            return True
        if self.kind == "school":
            return _one_school(self.name, other.name)
        if self.kind != "agency" or self.short == other.short:
            return _begins(self.name, other.name) if not self.short else _starts(self.name[0], other.name[0])
        return _shortens(self.name[0], other.name) if self.short else _shortens(other.name[0], self.name)


def _begins(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return one[: len(two)] == two[: len(one)]


def _starts(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """Its letters stand in the words, one after another; or it is their first letters, and perhaps of more words."""
    letters = iter("".join(words))
    return all(letter in letters for letter in short[:_LETTERS]) or _starts(short, "".join(word[0] for word in words))


def _one_school(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Level, number, name: each the same where both print it."""
    for which in (_level, _number, _called):
        a, b = which(one), which(two)
        if a and b and not _begins(a, b):
            return False
    return True


def _level(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word in _LEVELS)


def _number(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word.isdecimal())


def _called(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word not in _LEVELS and not word.isdecimal())
