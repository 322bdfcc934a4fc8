"""Words that hold a deed back: what is asked for, planned, weighed, feared or nearly done is told of, not done."""

from __future__ import annotations

from sinetra.core.press.lexicon import Lexicon

_FILE = "held_back"
#: So many words at most stand between a wish and the deed, a fear and what is feared.
_WISHED, _FEARED = 24, 3
_NEXT = 6
_PASSIVE = ("di", "ter")


def is_wished(lexicon: Lexicon, before: str, deed: str) -> bool:
    """ "Massa menuntut kadis |dipecat", "Bupati berencana |mencopot": ``before`` the verb somebody wants it."""
    if _next_to(lexicon, ("wished", "wished_next"), before) or _reaches(lexicon, "wished", before):
        return True
    passive = any(word.startswith(_PASSIVE) for word in (deed, *before.split()[-1:]))
    if not passive and _next_to(lexicon, ("noun_next",), before):
        return True
    if lexicon.raw(_FILE, "bound_to_mete").search(before) is not None:
        return True
    if not deed.startswith(("di", "me")) or lexicon.raw("sanctions", "deed").match(deed) is None:
        return False
    if deed.startswith("me") and lexicon.raw(_FILE, "complement").search(before) is not None:
        return True
    return lexicon.raw(_FILE, "bound").search(before) is not None


def is_weighed(lexicon: Lexicon, before: str) -> bool:
    """ "Mempertimbangkan |mencopot", "nyaris |dicopot", "takut jabatannya |dicopot": it may be, or nearly was."""
    if _next_to(lexicon, ("weighed", "weighed_next", "feared"), before) or _reaches(lexicon, "weighed", before):
        return True
    return any(_joined(lexicon, rest) and len(rest.split()) <= _FEARED for _, rest in _found(lexicon, "feared", before))


def _found(lexicon: Lexicon, key: str, before: str) -> list[tuple[str, str]]:
    """What stands before and after each such word, but not of "pelanggar seruan |dipecat"."""
    found = lexicon.pattern(_FILE, key).finditer(before)
    parts = ((before[: match.start()], before[match.end() :]) for match in found)
    return [part for part in parts if lexicon.raw(_FILE, "flouted").search(part[0]) is None]


def _next_to(lexicon: Lexicon, keys: tuple[str, ...], before: str) -> bool:
    """Nothing but words of the verb's phrase stand between."""
    between = lexicon.pattern(_FILE, "between")
    return any(
        len(words := rest.split()) <= _NEXT and all(between.fullmatch(word) for word in words)
        for key in keys
        for _, rest in _found(lexicon, key, before)
    )


def _reaches(lexicon: Lexicon, key: str, before: str) -> bool:
    """The wish governs what follows it, unless it was heeded or is over before the deed."""
    for earlier, rest in _found(lexicon, key, before):
        if lexicon.raw(_FILE, "heeded").search(earlier) is not None or not _joined(lexicon, rest):
            continue
        relative = lexicon.raw(_FILE, "relative").search(earlier)
        if relative is not None and lexicon.raw(_FILE, "closed").search(rest) is not None:
            continue
        if len(rest.split()) <= _WISHED:
            return True
    return False


def _joined(lexicon: Lexicon, rest: str) -> bool:
    """In one clause, or further on in a list: "menuntut kadis dipecat, camat dicopot, dan lurah |dinonaktifkan"."""
    if lexicon.raw("sanctions", "deed").search(rest) is not None:
        rest = rest.replace(",", " ")
    return lexicon.raw(_FILE, "told_again").search(lexicon.raw(_FILE, "aside").sub(" ", rest)) is None
