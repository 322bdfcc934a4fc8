"""Signs of an opinion: a label, a signature, an interview printed as such, a text that reports nothing."""

from __future__ import annotations

import re

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, fold

#: What a label or a signature weighs.
_ESSAY = 40.0
#: A label stands above the headline or opens it.
_LABEL = 60
#: A text of this length in which nobody says anything and no day is named is no report: what speaks for an opinion
#: counts more, and where it names no year either that alone.
_REPORT, _MORE, _TIMELESS = 350, 2.5, 12.0
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATELINE = re.compile(r"[A-Z][^\n.?!]{2,50}? ?[–—-]{1,2} ?(?=[\"“A-Z])")
#: So many paragraphs of one question, or of "T:" and "J:", are an interview; one at a gathering is a report of it.
_QUESTION, _ASKED, _TURN = 160, 3, re.compile(r"(?:t|j|q|a|tanya|jawab|pertanyaan|jawaban)\s?:")
_OPENING = 500
#: So many separators make a line, and one more short lines make a block, of a menu.
_BARS, _MENU = re.compile(r"[|•·/»]"), 2


def essay(lexicon: Lexicon, page: Page, title_end: int, apart: str, worth: float) -> float:
    """What speaks for an opinion, ``worth`` the words that do. ``apart``: what was taken out around the article; there
    an essay says whose opinion it is."""
    if lexicon.pattern("events", "label").search(page.low, 0, title_end + _LABEL) or _asked(lexicon, page, title_end):
        return worth + _ESSAY
    unreported = len(page.low) > _REPORT and not _reported(lexicon, page, title_end)
    if apart and (unreported or worth) and lexicon.pattern("events", "essay").search(fold(_without_menus(apart))):
        return worth + _ESSAY
    if unreported:
        return _MORE * worth + _TIMELESS * (_YEAR.search(page.low, title_end) is None)
    return worth


def _reported(lexicon: Lexicon, page: Page, title_end: int) -> bool:
    """Somebody says something, a day is named, or a dateline opens the text."""
    if _DATELINE.match(page.text, title_end):
        return True
    return lexicon.pattern("events", "reported").search(page.low, title_end) is not None


def _asked(lexicon: Lexicon, page: Page, title_end: int) -> bool:
    """An interview printed as such: it says so and has paragraphs that are one question, or "T:" and "J:"."""
    lines = [line.strip() for line in page.low[title_end:].split("\n")]
    turns = sum(_TURN.match(line) is not None for line in lines)
    asked = sum(line.endswith("?") and len(line) < _QUESTION for line in lines)
    if max(turns - 1, asked) < _ASKED:
        return False
    if lexicon.pattern("events", "gathered").search(page.low, 0, title_end + _OPENING):
        return False
    return turns > _ASKED or lexicon.pattern("events", "interview").search(page.low) is not None


def _without_menus(apart: str) -> str:
    """Without the sections that a page offers: "Beranda | Kota | Opini", or one word a line."""
    lines = [line for line in apart.split("\n") if len(_BARS.findall(line)) < _MENU]
    alone = [len(line.split()) == 1 for line in lines]
    menu = {
        first + step
        for first in range(len(lines) - _MENU)
        if all(alone[first : first + _MENU + 1])
        for step in range(_MENU + 1)
    }
    return "\n".join(line for at, line in enumerate(lines) if at not in menu)
