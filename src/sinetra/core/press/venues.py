"""Halls, offices, hotels, schools, fields: where an event was held, with the boundaries of their names."""

from __future__ import annotations

import re

from sinetra.core.press.facts import Venue
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_LONGEST = 14
_EARLY = 900
_DATELINE = 100
_DASH = re.compile(r" -{1,2} ")
_NOWHERE = frozenset(("circular", "opinion"))
_MET = frozenset(("sosialisasi", "rakor/mou", "other"))
_HANDLED = frozenset(("alleged_violation", "decision/sanction"))
_PLAIN = frozenset(("sosialisasi", "rakor/mou", "alleged_violation"))
_OFFICES = ("kantor bawaslu", "kantor panwasl")


def find_venues(
    lexicon: Lexicon, page: Page, scanner: Scanner, kind: str = "sosialisasi", begin: int = 0
) -> tuple[Venue, ...]:
    """Named halls, houses and hotels; an unnamed "sebuah hotel" is none; a name leaves out "milik".

    Where people met, also what is named by its use alone ("pendopo kabupaten") or opens a sentence ("Halaman Balai Kota
    masih basah"); of a report the office it was brought to; of a ruling its court. A letter has none.
    """
    if kind in _NOWHERE:
        return ()
    found: dict[str, Venue] = {}
    for first in _places(lexicon, page, kind, begin):
        last = _end(lexicon, page, scanner, first)
        if last - first < 2 or not any(word.capital for word in page.words[first + 1 : last]):
            continue
        span = Span(page.words[first].start, page.words[last - 1].end)
        if span.start > begin and lexicon.pattern("details", "held_before").search(
            page.low_of(page.sentence_at(span.start))
        ):
            continue
        if kind != "alleged_violation" or lexicon.pattern("details", "watching_office").search(page.low_of(span)):
            _add(page, found, span)
    early = [venue for venue in found.values() if venue.span.start < begin + _EARLY]
    if early or kind not in _PLAIN:
        return tuple(sorted(found.values(), key=lambda venue: venue.span.start))
    for match in lexicon.pattern("details", "venue_plain").finditer(page.low, begin, begin + _EARLY):
        if kind == "alleged_violation" and not any(office in match["venue"] for office in _OFFICES):
            continue
        last = page.word_index(match.end("venue"))
        first = page.word_index(match.start("venue"))
        end = max(_end(lexicon, page, scanner, first), last)
        _add(page, found, Span(page.words[first].start, page.words[end - 1].end))
        break
    return tuple(found.values())


def _places(lexicon: Lexicon, page: Page, kind: str, begin: int) -> list[int]:
    """The words that may begin the name of a hall: after a preposition, at a sentence's beginning."""
    starts = [
        match.start("venue")
        for match in lexicon.pattern("details", "venue").finditer(page.low)
        if (kind not in _HANDLED or match.start() >= begin)
        and not (match["venue"] == "dinas" and (kind in _HANDLED or match.group().startswith("dari")))
    ]
    if kind in _MET:
        visited = lexicon.pattern("details", "venue_visited").finditer(page.low, begin, begin + _EARLY)
        starts += [match.start("venue") for match in visited]
        starts += [
            start
            for start in _openings(page, begin)
            if lexicon.pattern("details", "venue_first").match(page.low, start)
        ]
    if kind == "decision/sanction":
        starts += [match.start("venue") for match in lexicon.pattern("details", "court").finditer(page.low, begin)]
    return [page.word_index(start) for start in sorted(set(starts))]


def _openings(page: Page, begin: int) -> list[int]:
    """Where sentences begin near the top, the first one also after its dateline."""
    early = [sentence.start for sentence in page.sentences if begin <= sentence.start < begin + _EARLY]
    return early + [match.end() for match in _DASH.finditer(page.low, begin, begin + _DATELINE)]


def _add(page: Page, found: dict[str, Venue], span: Span) -> None:
    name = " ".join(word for word in page.of(span).split() if word != "milik")
    if not any(name in other or other in name for other in found):
        found[name] = Venue(name=name, span=span)


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
