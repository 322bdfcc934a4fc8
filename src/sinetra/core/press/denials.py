"""Denials of a sanction: it is not imposed, was called off, or stands in a list of what is not."""

from __future__ import annotations

from sinetra.core.press.lexicon import Lexicon

_FILE = "sanctions"
#: So many words a denial reaches; "tanpa" only the next.
_REACH = 3


def is_denied(lexicon: Lexicon, before: str, own: str, after: str) -> bool:
    """The words of a sanction, those before them in their clause, and those after."""
    inside = lexicon.raw(_FILE, "denied_inside").search(own)
    if inside is not None or (own.startswith(("tidak ", "tak ")) and "perpanjang" not in own):
        return True
    for match in lexicon.pattern(_FILE, "denied").finditer(before):
        if lexicon.pattern(_FILE, "not_denied").match(before[match.start() :] + own):
            continue
        between = before[match.end() :]
        reach = 0 if match.group() == "tanpa" else _REACH
        if len(between.split()) <= reach and lexicon.raw(_FILE, "another_clause").search(between) is None:
            return True
        if _lists(lexicon, between, own):
            return True
    if any(not before[match.end() :].strip() for match in lexicon.pattern(_FILE, "called_off").finditer(before)):
        return True
    return lexicon.raw(_FILE, "denied_after").match(after[:110]) is not None


def _lists(lexicon: Lexicon, between: str, own: str) -> bool:
    """Only words of measures stand between: "tidak dikenai teguran tertulis maupun |pemberhentian"."""
    is_verb = lexicon.raw(_FILE, "deed").match(own) is not None
    if is_verb and lexicon.raw(_FILE, "and_then").search(between):
        return False
    return not lexicon.raw(_FILE, "measure_words").sub("", between)
