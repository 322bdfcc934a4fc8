"""A subset of regular expressions in which no text makes the search explode, checked on the parse tree.

No unbounded repetition stands inside another, unless each turn of the outer one opens with a sign that the inner one
cannot take; and no two unbounded repetitions of signs that both take meet.
"""

from __future__ import annotations

import re
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from typing import Any

#: As good as without bound: so many turns inside as many others are too many.
MANY = 1000
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_SIGNS = [chr(number) for number in range(9, 14)] + [chr(number) for number in range(32, 127)] + ["é", "“", "–"]


def faults(source: str, flags: int = 0) -> list[str]:
    """What is wrong with a pattern; empty for a safe one."""
    return list(_walk(parser.parse(source, flags), inside=None, flags=flags))


def _walk(tree: Any, *, inside: frozenset[str] | None, flags: int) -> Iterator[str]:
    before: frozenset[str] = frozenset()
    for code, value in tree:
        many = code in _REPEATS and value[1] >= MANY
        signs = _signs(value[2], flags) if many else frozenset()
        if many and inside is not None and (not signs or not inside or signs & inside):
            yield "a repetition without bound inside another"
        if signs & before:
            yield "two repetitions without bound that take the same signs meet"
        optional = code in _REPEATS and value[0] == 0 and not many
        before = signs if many else before if optional or code is codes.AT else frozenset()
        for part in _parts(code, value):
            opening = _opening(part, flags) if many else inside
            yield from _walk(part, inside=opening, flags=flags)


def _opening(tree: Any, flags: int) -> frozenset[str]:
    """The signs that open each turn of a repetition; empty where nothing sure does."""
    return _signs(tree[:1], flags) if len(tree) > 1 else frozenset()


def _parts(code: Any, value: Any) -> Iterator[Any]:
    if code in _REPEATS:
        yield value[2]
    elif code is codes.SUBPATTERN:
        yield value[3]
    elif code is codes.BRANCH:
        yield from value[1]
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        yield value[1]


def _signs(tree: Any, flags: int) -> frozenset[str]:
    """The signs that a repetition of one sign takes, among usual ones; empty where it is no single sign."""
    if len(tree) != 1 or tree[0][0] not in (codes.IN, codes.ANY, codes.LITERAL, codes.NOT_LITERAL):
        return frozenset()
    code, value = tree[0]
    return frozenset(sign for sign in _SIGNS if _takes(code, value, sign))


def _takes(code: Any, value: Any, sign: str) -> bool:
    if code is codes.ANY:
        return sign != "\n"
    if code is codes.LITERAL:
        return bool(value == ord(sign))
    if code is codes.NOT_LITERAL:
        return bool(value != ord(sign))
    negated = value[0][0] is codes.NEGATE
    found = any(_in(one, other, sign) for one, other in value)
    return found is not negated


def _in(code: Any, value: Any, sign: str) -> bool:
    if code is codes.LITERAL:
        return bool(value == ord(sign))
    if code is codes.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    if code is codes.CATEGORY:
        letter = {
            codes.CATEGORY_SPACE: r"\s",
            codes.CATEGORY_NOT_SPACE: r"\S",
            codes.CATEGORY_WORD: r"\w",
            codes.CATEGORY_NOT_WORD: r"\W",
            codes.CATEGORY_DIGIT: r"\d",
            codes.CATEGORY_NOT_DIGIT: r"\D",
        }[value]
        return re.match(letter, sign) is not None
    return False
