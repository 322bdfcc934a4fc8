"""What headline and first paragraph settle between kinds that share their words: who met, and whether anybody did."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sinetra.core.press.heading import first_paragraph
from sinetra.core.press.kind_hits import Hits, background
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

_TALK, _MEETING = "sosialisasi", "rakor/mou"
_SINGLE = ("decision/sanction", "alleged_violation")
#: Where nobody is said to be gathered, a reminder is weak beside a letter or a statement.
_NOT_GATHERED = 0.5
#: What is said to the press is that, where nothing plainer is told.
_STATED = 4.5
#: A form that is named outweighs the manner ("mengingatkan") of the other kind.
_OTHER_FORM = 0.5
#: Who says something to the press says it at the top; by the second mark an article has said whether people gathered.
_OPENING, _SAID_BY = 500, 1200
#: Counts in the headline, and data told after it: the single sanctions are what is counted.
_FIGURES, _COUNTED_ONES = 20.0, 0.4
#: A letter that is told so plainly carries what it asks for; a talk that is held in the lead stays one.
_LETTER, _OF_LETTER, _TALK_TOLD = 8.0, 0.6, 10.0
_MINISTERS = re.compile(r"menteri|mendagri|menpan|panrb")


def settle(lexicon: Lexicon, page: Page, scores: dict[str, float], title_end: int) -> None:
    """Changes the scores of talks, meetings and statements by what headline and first paragraph name.

    A meeting named there and no talk: it is a meeting, whatever was said in it. Nobody gathered: no talk. People called
    together and no letter sent: no letter. Counts in the headline and the data told: figures.
    """
    end = first_paragraph(page, title_end)

    def told(key: str, begin: int, until: int) -> bool:
        return lexicon.pattern("events", key).search(page.low, begin, until) is not None

    if _named(lexicon, page, "meeting", end):
        if _TALK in scores and scores.get(_MEETING) and not _named(lexicon, page, "talk", end):
            scores[_TALK] *= _OTHER_FORM
        if "other" in scores:
            scores["other"] *= _OTHER_FORM
    opening = max(end, title_end + _OPENING)
    if told("statement", 0, opening) and not told("gathered", 0, opening):
        scores["other"] = scores.get("other", 0.0) + max(scores.get(_TALK, 0.0), _STATED)
        gathered = False
    else:
        gathered = told("gathered", 0, title_end + _SAID_BY)
    if _TALK in scores and not gathered:
        scores[_TALK] *= _NOT_GATHERED
    if "circular" in scores and told("convened", title_end, end) and not told("letter_out", 0, end):
        scores["circular"] *= _OTHER_FORM
    if told("headcount", 0, title_end) and told("figures", title_end, title_end + _SAID_BY):
        scores["statistics"] = scores.get("statistics", 0.0) + _FIGURES
        for code in _SINGLE:
            scores[code] = scores.get(code, 0.0) * _COUNTED_ONES


def carried(page: Page, scores: dict[str, float], hits: Mapping[str, Hits], title_end: int, lead: int) -> None:
    """What a letter asks for is not a talk about it, where headline or lead tell of the letter; a minister's is old."""
    if scores.get("circular", 0.0) < _LETTER or _TALK not in scores:
        return
    found = (span for _, span in hits["circular"].found)
    letters = [span.start for span in found if not _MINISTERS.search(page.low, span.start, span.end)]
    if min(letters, default=lead) < lead:
        talks = [worth for worth, span in hits[_TALK].found if span.start < lead]
        if min(letters) < title_end or max(talks, default=0.0) < _TALK_TOLD:
            scores[_TALK] *= _OF_LETTER


def _named(lexicon: Lexicon, page: Page, key: str, end: int) -> bool:
    """Named in headline or first paragraph, and not as what went before: "usai rapat koordinasi"."""
    found = lexicon.pattern("events", key).finditer(page.low, 0, end)
    return any(not background(lexicon, page, match.start()) for match in found)
