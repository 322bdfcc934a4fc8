"""What stands around the article: the outlet (from the page, or from the dateline)."""

from __future__ import annotations

import re

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_LEAD, _CLAUSE = 500, 40
#: A line up to this length that no sign ends is a byline or a crosshead.
_LINE, _ENDS = 150, ".!?\"”'’)…:;"
#: A first paragraph that never ends is cut here.
_PARAGRAPH = 700

_DATELINE = re.compile(
    r"^(?P<head>[^\n]{3,70}?)(?:\s*[–—]\s*|\s+--?\s+|--\s*|(?<=\.com)-|(?<=\.id)-|,?-\s+)(?=[\"“A-Z])", re.MULTILINE
)
_DOMAIN = re.compile(r"[\w.-]+\.(?:com|id|co|co\.id|net|news|org|tv|info|go\.id|online|or\.id)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"^[\w .]+\((?P<outlet>[\w .]{3,30})\)$")


def _told(page: Page, title_end: int) -> list[Span]:
    """Sentences of the body; a dateline or byline is none: too short, or a line of its own without an end."""
    return [
        span
        for span in page.sentences
        if span.start >= title_end
        and span.end - span.start > _CLAUSE
        and (span.end - span.start > _LINE or page.text[page.line_at(span.start).end - 1] in _ENDS)
    ]


def first_sentence(page: Page, title_end: int) -> int:
    """Where the first sentence of the body ends."""
    told = _told(page, title_end)
    return told[0].end if told else title_end


def lead_end(page: Page, title_end: int) -> int:
    """Where the lead ends: after two sentences."""
    told = _told(page, title_end)
    return min(title_end + _LEAD, told[1].end if len(told) > 1 else title_end + _LEAD)


def first_paragraph(page: Page, title_end: int) -> int:
    """Where the first paragraph of the body ends; with the headline it tells what the news is."""
    told = _told(page, title_end)
    return min(page.line_at(told[0].start).end, title_end + _PARAGRAPH) if told else title_end


def find_outlet(lexicon: Lexicon, text: str, given: str | None) -> str | None:
    """The outlet: stated by the page, else the part of the dateline that is no place."""
    if given:
        return given
    for match in list(_DATELINE.finditer(text))[:3]:
        head = match["head"].strip()
        if len(head.split()) > 7:
            continue
        if bracket := _BRACKETS.match(head):
            return bracket["outlet"]
        if domain := _DOMAIN.search(head):
            return domain.group()
        parts = [part.strip() for part in re.split(r"[,|/]", head) if part.strip()]
        named = [
            part
            for part in parts
            if not lexicon.gazetteer.named(part)
            and part[:1].isupper()
            and part.split()[0].lower() not in lexicon.weekdays
        ]
        if named and len(parts) > 1:
            return named[0]
    return None
