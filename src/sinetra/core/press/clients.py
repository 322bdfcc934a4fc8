"""Whose lawyer somebody is: "kuasa hukumnya, X" is that of who was named, or told by a role, last before it."""

from __future__ import annotations

import re
from dataclasses import replace

from sinetra.core.press.facts import PersonFact
from sinetra.core.press.page import Page

_LAWYER = re.compile(r"(?:kuasa hukum|penasihat hukum|penasehat hukum|pengacara|kuasa)nya$", re.IGNORECASE)
#: In the same sentence: "terdakwa melalui penasihat hukumnya".
_PARTY = re.compile(r"\b(?:terdakwa|terlapor|pelapor|tersangka|terpidana|penggugat|tergugat|pemohon|teradu|pengadu)\b")
_NAME_WORD = re.compile(r"\b[A-Z][\w']{2,}")
_LOOKED_BACK = 400


def with_clients(people: tuple[PersonFact, ...], page: Page) -> tuple[PersonFact, ...]:
    """Positions of lawyers with their client's name; the others as they are."""
    return tuple(_with_client(person, people, page) for person in people)


def _with_client(person: PersonFact, people: tuple[PersonFact, ...], page: Page) -> PersonFact:
    if person.position is None or person.position_span is None or not _LAWYER.fullmatch(person.position):
        return person
    client = _client(person, people, page, person.position_span.start)
    return person if client is None else replace(person, position=f"{person.position.removesuffix('nya')} {client}")


def _client(lawyer: PersonFact, people: tuple[PersonFact, ...], page: Page, end: int) -> str | None:
    sentence = page.sentence_at(end)
    parties = list(_PARTY.finditer(page.low, sentence.start, end))
    at, client = (parties[-1].start(), parties[-1].group()) if parties else (-1, None)
    words = {word: one.name for one in people if one is not lawyer for word in one.name.split()}
    for match in _NAME_WORD.finditer(page.text, max(0, end - _LOOKED_BACK), end):
        if match.start() > at and match.group() in words:
            at, client = match.start(), words[match.group()]
    return client
