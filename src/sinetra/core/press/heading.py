"""What stands around the article: the outlet (from the page, or from the dateline)."""

from __future__ import annotations

import re

from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page

_LEAD, _CLAUSE = 500, 40

_DATELINE = re.compile(
    r"^(?P<head>[^\n]{3,70}?)(?:\s*[–—]\s*|\s+--?\s+|--\s*|(?<=\.com)-|(?<=\.id)-|,?-\s+)(?=[\"“A-Z])", re.MULTILINE
)
_DOMAIN = re.compile(r"[\w.-]+\.(?:com|id|co|co\.id|net|news|org|tv|info|go\.id|online|or\.id)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"^[\w .]+\((?P<outlet>[\w .]{3,30})\)$")


def lead_end(page: Page, title_end: int) -> int:
    """Where the lead ends: after two sentences; a dateline or byline counts as none."""
    told = [span for span in page.sentences if span.start >= title_end and span.end - span.start > _CLAUSE]
    return min(title_end + _LEAD, told[1].end if len(told) > 1 else title_end + _LEAD)


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
