"""Whether two offices that people hold may be one.

What tells one from another is the place or the body that it belongs to; outlets print it in full, shortened, or not.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Called by a place, of which the name may also stand alone.
PLACES = frozenset(("kecamatan", "village", "health"))
#: So many letters of an abbreviation are enough: "Disdikbud" is also the "Dinas Pendidikan".
_LETTERS = 3
#: What is longer may be a word in full.
_WORD = 7
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
        return _one_agency(self, other) if self.kind == "agency" else _begins(self.name, other.name)


def _one_agency(one: Office, two: Office) -> bool:
    if one.short and two.short:
        return _starts(one.name[0], two.name[0])
    if not one.short and not two.short and _begins(one.name, two.name):
        return True
    return any(
        _shortens(a.name[0], b.name) if a.short else len(a.name) == 1 and _runs_together(a.name[0], b.name)
        for a, b in ((one, two), (two, one))
        if not b.short
    )


def _begins(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return one[: len(two)] == two[: len(one)]


def _starts(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _shortens(short: str, words: tuple[str, ...]) -> bool:
    """Its letters stand in the words, one after another; or it is their first letters, and perhaps of more words."""
    first = "".join(word[0] for word in words)
    return _in_order(short[:_LETTERS], words) or (len(first) > 1 and _starts(short, first))


def _runs_together(word: str, words: tuple[str, ...]) -> bool:
    """ "Kominfo", "Perindag"; "Dikbud" where the other is only "Pendidikan"."""
    return _in_order(word, words) or (len(word) <= _WORD and word[:_LETTERS] in words[0])


def _in_order(letters: str, words: tuple[str, ...]) -> bool:
    left = iter("".join(words))
    return all(letter in left for letter in letters)


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
