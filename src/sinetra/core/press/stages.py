"""The stage of the election, where the article itself names it as running.

The words count when the timetable agrees with them on the day of the article, or when they say that it runs now.
"""

from __future__ import annotations

import re
from datetime import date

from sinetra.core.press.facts import Detail
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

#: "Enam hari setelah pemungutan suara" tells a day and names no stage.
_COUNTED = re.compile(r"(?:hari|pekan|minggu|bulan|jam|sehari|sepekan|seminggu|sebulan)\s$")


def stage_codes(lexicon: Lexicon, election: str | None, day: date | None, region: str | None) -> frozenset[str]:
    """The stages that run on a day: of one election, else of all."""
    if day is None:
        return frozenset()
    region = lexicon.gazetteer.official(region)
    if election is not None:
        return frozenset((lexicon.timetables.stage(day, election, region).code.value,))
    return frozenset(stage.code.value for stage in lexicon.timetables.stages(day, region))


def find_stage(
    lexicon: Lexicon, page: Page, day: date | None, election: str | None, region: str | None = None
) -> Detail | None:
    """``day``: of the event, else of publication. A stage only said to come or to end is none."""
    running = stage_codes(lexicon, election, day, region)
    for placed in lexicon.rules("elections", "stages").on(page):
        rule = placed.rule
        for match in placed.matches():
            sentence = page.sentence_at(match.start())
            if running and rule.code not in running and not _says_now(lexicon, page, sentence, match.span()):
                continue
            if _elsewhere(lexicon, page, sentence, match.span(), running=rule.code in running):
                continue
            if not running and not _says_now(lexicon, page, sentence, match.span()):
                continue
            return Detail(value=rule.code, span=page.trimmed(*match.span()), rule="stages.named")
    return None


def _says_now(lexicon: Lexicon, page: Page, sentence: Span, place: tuple[int, int]) -> bool:
    """ "kita sedang berada di masa tenang", "masa kampanye sudah berjalan tiga hari"."""
    window = page.low[max(sentence.start, place[0] - 40) : place[0]]
    return lexicon.pattern("elections", "stage_berada").search(window) is not None


def _elsewhere(lexicon: Lexicon, page: Page, sentence: Span, place: tuple[int, int], *, running: bool) -> bool:
    """Whether the stage is told as one to come or one that ends."""
    before = page.low[max(sentence.start, place[0] - 28) : place[0]]
    after = page.low[place[1] : min(sentence.end, place[1] + 28)]
    if lexicon.pattern("elections", "stage_before").search(before) or _COUNTED.search(before):
        return True
    ahead = lexicon.pattern("elections", "stage_after").match(after)
    return ahead is not None and not (running and lexicon.pattern("elections", "stage_held").search(before + after))
