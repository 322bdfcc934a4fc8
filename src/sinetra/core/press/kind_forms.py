"""What headline and first paragraph settle between kinds that share their words: who met, and whether anybody did."""

from __future__ import annotations

from sinetra.core.press.heading import first_paragraph
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

_TALK, _MEETING = "sosialisasi", "rakor/mou"
_SINGLE = ("decision/sanction", "alleged_violation")
#: Where nobody is said to be gathered, a reminder is weak beside a letter or a statement.
_NOT_GATHERED = 0.5
#: A form that is named outweighs the manner ("mengingatkan") of the other kind.
_OTHER_FORM = 0.5
#: Who says something to the press says it at the top; by the second mark an article has said whether people gathered.
_OPENING, _SAID_BY = 500, 1200
#: Counts in the headline, and data told after it: the single sanctions are what is counted.
_FIGURES, _COUNTED_ONES = 20.0, 0.4


def settle(lexicon: Lexicon, page: Page, scores: dict[str, float], firsts: dict[str, int], title_end: int) -> None:
    """Changes the scores of talks, meetings and statements by what headline and first paragraph name.

    A meeting named there and no talk: it is a meeting, whatever was said in it. Nobody gathered: no talk. People called
    together and no letter sent: no letter. Counts in the headline and the data told: figures.
    """
    end = first_paragraph(page, title_end)
    talk = _named(lexicon, page, "talk", end)
    meeting = _named(lexicon, page, "meeting", end)
    if meeting and not talk and _TALK in scores and scores.get(_MEETING):
        scores[_TALK] *= _OTHER_FORM
    if meeting and scores.get("other"):
        scores["other"] *= _OTHER_FORM
    if _TALK in scores:
        opening = max(end, title_end + _OPENING)
        gathered = lexicon.pattern("events", "gathered")
        told_press = lexicon.pattern("events", "statement").search(page.low, 0, opening) is not None
        if told_press and not gathered.search(page.low, 0, opening):
            scores["other"] = scores.get("other", 0.0) + scores[_TALK]
            scores[_TALK] *= _NOT_GATHERED
        elif not gathered.search(page.low, 0, title_end + _SAID_BY):
            scores[_TALK] *= _NOT_GATHERED
    if (
        scores.get("circular")
        and lexicon.pattern("events", "convened").search(page.low, title_end, end)
        and not lexicon.pattern("events", "letter_out").search(page.low, 0, end)
    ):
        scores["circular"] *= _OTHER_FORM
    counted = lexicon.pattern("events", "headcount").search(page.low, 0, title_end)
    if counted and lexicon.pattern("events", "figures").search(page.low, title_end, title_end + _SAID_BY):
        scores["statistics"] = scores.get("statistics", 0.0) + _FIGURES
        for code in _SINGLE:
            scores[code] = scores.get(code, 0.0) * _COUNTED_ONES


def _named(lexicon: Lexicon, page: Page, key: str, end: int) -> bool:
    """Named in headline or first paragraph, and not as what went before: "usai rapat koordinasi"."""
    background = lexicon.pattern("events", "background")
    for match in lexicon.pattern("events", key).finditer(page.low, 0, end):
        told = page.low[page.sentence_at(match.start()).start : match.start()].rsplit(",", 1)[-1]
        if background.search(told) is None:
            return True
    return False
