"""The persons that the reader finds in a line, with their positions."""

from __future__ import annotations

from sinetra.core import press
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner


def persons_in(lexicon: press.Lexicon, text: str) -> dict[str, str | None]:
    page = Page(text)
    found = find_persons(lexicon, page, Scanner(lexicon, page), 0)
    for person in found:
        assert page.of(person.span) == person.name and person.rule
    return {person.name: person.position for person in found}
