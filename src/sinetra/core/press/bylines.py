"""The day of publication, and where the page prints it: the byline, the dateline, a line at the end.

A line is a byline when apart from its date it has only names and the words of bylines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sinetra.core.press.days import Printed, printed_dates, resolve
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_LONGEST = 150
_DATELINE_ENDS = 60
#: A short line apart from the article that prints a day, "(25/11/2024, tim liputan)", where nothing better does.
_BELOW = 60
_BARS = ("|", "•", "·", " - ", " – ", " — ", " / ")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d)")
_OPENS = re.compile(r"\s?(?:\([^)\n]{1,20}\))?\s?(?:-{1,2}|[.|:/])?\s{0,2}(?=[\"'(]?\S)")
_DIGIT = re.compile(r"\d")
#: "Artikel ini pertama kali terbit pada 14 Oktober 2024."
_OF_ITSELF = re.compile(r"\b(?:[Aa]rtikel|[Bb]erita|[Tt]ulisan|[Nn]askah) ini\b")
_WORD = re.compile(r"[^\W\d_][\w'.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """``lines``: dates that only say when it was published; ``datelines``: those that open the report."""

    published: date | None
    lines: tuple[Span, ...]
    datelines: tuple[Span, ...]


def find_byline(lexicon: Lexicon, page: Page, apart: Iterable[str], given: date | None) -> Byline:
    """Publication as the page states it (``given``), else as a line of it prints it.

    ``apart``: lines that were taken out of the article, in their order.
    """
    spans: dict[int, list[Span]] = {_CUED: [], _LONE: [], _DATELINE: []}
    days: list[tuple[int, date]] = []
    for item in printed_dates(lexicon, page):
        rank = _rank(lexicon, page, item)
        if rank is None:
            continue
        spans[rank].append(item.span)
        value = resolve(item, page, None, frozenset())[0] if item.year else None
        if value is not None and item.until is None:
            days.append((rank, value))
    for position, line in enumerate(apart):
        if _DIGIT.search(line) is None:
            continue
        own = Page(line)
        for item in printed_dates(lexicon, own):
            rank = _rank(lexicon, own, item)
            value = item.on(item.year) if item.year else None
            if rank is not None and rank < _DATELINE and value:
                days.append((rank - (position == 0), value))
            elif value and len(line) <= _BELOW:
                days.append((_LAST, value))
    found = min(days, key=lambda pair: pair[0], default=None)
    return Byline(
        published=given or (found[1] if found else None),
        lines=(*spans[_CUED], *spans[_LONE]),
        datelines=tuple(spans[_DATELINE]),
    )


_CUED, _LONE, _DATELINE, _LAST = 1, 2, 3, 4


def _rank(lexicon: Lexicon, page: Page, item: Printed) -> int | None:
    """How surely a date is the byline's: said by a word of bylines, alone with names, or opening the report."""
    line = page.line_at(item.span.start)
    if line.end - line.start > _LONGEST and item.span.start - line.start > _DATELINE_ENDS:
        return None
    text = page.text[line.start : line.end]
    start, end = item.span.start - line.start, item.span.end - line.start
    cue = lexicon.pattern("dates", "byline_cue").search(page.low, line.start, line.end)
    rest = _CLOCK.sub(" ", f"{text[:start]} | {text[end:]}")
    words = _WORD.findall(rest)
    known = lexicon.words("dates", "byline_words")
    # A site's name has a dot within and no capital: "suarahulu.id | Rabu, 30 Oktober 2024".
    small = (word.lower().strip(".") for word in words if word[0].islower())
    told = [word for word in small if word not in known and "." not in word]
    if len(text) <= _LONGEST and not told and (cue is not None or _alone(text, start, end, words)):
        return _CUED if cue is not None else _LONE
    # "Hasilnya dirilis Selasa (19/11/2024) di kampus X." and "Laporan masuk pada 9 Oktober." are sentences.
    after = any(word.lower() not in known for word in _WORD.findall(rest[start:]))
    goes_on = text.rstrip().endswith(".") and (bool(told) or after) and not _OF_ITSELF.search(text)
    if cue is not None and len(text) <= _LONGEST and len(told) <= 2 and not goes_on:
        return _CUED
    return _DATELINE if _opens(page, line, item) and (item.year is not None or item.weekday is None) else None


def _alone(text: str, start: int, end: int, words: list[str]) -> bool:
    """Few names beside the date, which opens or ends the line or stands between bars."""
    sides = (text[:start].strip(" ,|/-–—(:."), text[end:].strip(" ,|/-–—):."))
    barred = (
        "|" in text or "•" in text or "·" in text or " - " in text or " – " in text or " — " in text or " / " in text
    )
    clock = _CLOCK.search(text[end:]) is not None
    # "KOTA, Nama Media (27/9/2024)" on a line of its own.
    signed = "," in text[:start] and text[:start].rstrip().endswith("(") and not sides[1] and len(words) <= 6
    return len(words) <= 2 or signed or ((barred or clock or not all(sides)) and len(words) <= 5)


def _opens(page: Page, line: Span, item: Printed) -> bool:
    """In the dateline: after a place and an outlet at most, before the report's first word."""
    before = page.text[line.start : item.span.start]
    after = page.low[item.span.end :].lstrip(")")
    words = _WORD.findall(before)
    if (
        len(before) > _DATELINE_ENDS
        or len(words) > 6
        or any(word[0].islower() for word in words)
        or line.end - line.start < 60
    ):
        return False
    if ". " in before.strip() or (words and not re.search(r"[,(/|-]\s?$", before)):
        return False
    mark = _OPENS.match(after)
    return mark is not None and (bool(mark.group().strip()) or not words)
