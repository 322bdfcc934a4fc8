"""What headline and first paragraph settle between kinds that share their words: who met, and whether anybody did."""

from __future__ import annotations

from sinetra.core.press.heading import first_paragraph
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

_TALK, _MEETING = "sosialisasi", "rakor/mou"
#: Where nobody is said to be gathered, a reminder is weak beside a letter or a statement.
_NOT_GATHERED = 0.5
#: A form that is named outweighs the manner ("mengingatkan") of the other kind.
_OTHER_FORM = 0.5
#: By here an article has said whether people were gathered.
_SAID_BY = 500


def settle(lexicon: Lexicon, page: Page, scores: dict[str, float], firsts: dict[str, int], title_end: int) -> None:
    """Changes the scores of talks, meetings and statements by what headline and first paragraph name.

    A meeting named there and no talk: it is a meeting, whatever was said in it. Nobody gathered: no talk.
    """
    end = first_paragraph(page, title_end)
    talk = _named(lexicon, page, "talk", end)
    meeting = _named(lexicon, page, "meeting", end)
    if meeting and not talk and _TALK in scores and scores.get(_MEETING):
        scores[_TALK] *= _OTHER_FORM
    if meeting and scores.get("other"):
        scores["other"] *= _OTHER_FORM
    if _TALK in scores and not lexicon.pattern("events", "gathered").search(page.low, 0, max(end, title_end + _SAID_BY)):
        worth = scores[_TALK]
        scores[_TALK] = worth * _NOT_GATHERED
        if lexicon.pattern("events", "statement").search(page.low, 0, max(end, title_end + _SAID_BY)):
            scores["other"] = scores.get("other", 0.0) + worth


def _named(lexicon: Lexicon, page: Page, key: str, end: int) -> bool:
    """Named in headline or first paragraph, and not as what went before: "usai rapat koordinasi"."""
    background = lexicon.pattern("events", "background")
    for match in lexicon.pattern("events", key).finditer(page.low, 0, end):
        told = page.low[page.sentence_at(match.start()).start : match.start()].rsplit(",", 1)[-1]
        if background.search(told) is None:
            return True
    return False
