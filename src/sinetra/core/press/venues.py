"""Halls, offices, hotels, schools, fields: where an event was held, with the boundaries of their names."""

from __future__ import annotations

from sinetra.core.press.facts import Venue
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_LONGEST = 14


def find_venues(lexicon: Lexicon, page: Page, scanner: Scanner) -> tuple[Venue, ...]:
    """Named halls, houses and hotels; an unnamed "sebuah hotel" is none; a name leaves out "milik"."""
    found: dict[str, Venue] = {}
    for match in lexicon.pattern("details", "venue").finditer(page.low):
        first = page.word_index(match.start("venue"))
        last = _end(lexicon, page, scanner, first)
        if last - first < 2 or not any(word.capital for word in page.words[first + 1 : last]):
            continue
        span = Span(page.words[first].start, page.words[last - 1].end)
        name = " ".join(word for word in page.of(span).split() if word != "milik")
        if not any(name in other or other in name for other in found):
            found[name] = Venue(name=name, span=span)
    return tuple(found.values())


def _end(lexicon: Lexicon, page: Page, scanner: Scanner, first: int) -> int:
    """The index after the name: capital words and the small words that link them; a region only after a body."""
    links = lexicon.words("details", "venue_links")
    bodies = lexicon.words("details", "venue_bodies")
    words = page.words
    last = kept = first + 1
    while last < len(words) and last - first < _LONGEST:
        gap = page.low[words[last - 1].end : words[last].start]
        word = words[last]
        if gap.strip(" .-/") != "" or "\n" in gap or (". " in gap and len(words[last - 1].text) > 3):
            break
        if word.low in lexicon.weekdays:
            break
        width = scanner.region_width(last)
        if width and last - first >= 2 - (words[first].low in bodies):
            if any(item.low in bodies for item in words[first : first + 2]):
                kept = last + width
            break
        if not word.capital and not word.text.isdigit() and word.low not in links:
            break
        last += 1
        if word.capital or word.text.isdigit():
            kept = last
    return kept
