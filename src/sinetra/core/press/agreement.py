"""An agreement signed between two bodies: its parties, what it covers, when it was signed if that is printed."""

from __future__ import annotations

import re
from itertools import islice

from sinetra.core.press.bodies import completed, find_bodies, full_names
from sinetra.core.press.facts import Detail, Json, PlaceFact
from sinetra.core.press.governments import government_of
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_GOVERNMENT_HEADS = frozenset(("bupati", "wali kota", "walikota", "gubernur"))


def _parties(page: Page, scanner: Scanner, sentence: Span, place: PlaceFact | None) -> list[str]:
    """Bodies of a sentence, and the governments of the heads who sign in it, in their order."""
    found: list[tuple[int, str]] = []
    for body, _ in find_bodies(page, scanner, 0, len(page.text)):
        if sentence.start <= body.span.start < sentence.end:
            found.append((body.span.start, completed(body, full_names(page, scanner), place)))
    index = page.word_index(sentence.start)
    while index < len(page.words) and page.words[index].start < sentence.end:
        phrase = scanner.position(index)
        if phrase is not None and phrase.head in _GOVERNMENT_HEADS and place is not None:
            government = government_of(phrase.head, place)
            if government is not None:
                found.append((phrase.span.start, government))
        index = max(index + 1, phrase.last if phrase is not None and phrase.head in _GOVERNMENT_HEADS else 0)
    names: list[str] = []
    for _, name in sorted(found):
        if name not in names:
            names.append(name)
    return names


def find_agreement(
    lexicon: Lexicon, page: Page, scanner: Scanner, agency: Detail | None, place: PlaceFact | None
) -> Detail | None:
    """Parties are the bodies of the sentence that tells most of the signing, with the body that holds the event."""
    best: tuple[re.Match[str], list[str]] | None = None
    for match in islice(lexicon.pattern("details", "agreement").finditer(page.low), 12):
        sentence = page.sentence_at(match.start())
        if lexicon.pattern("details", "not_agreement").search(page.low_of(sentence)):
            continue
        parties = _parties(page, scanner, sentence, place)
        if best is None or (len(parties), len("".join(parties))) > (len(best[1]), len("".join(best[1]))):
            best = (match, parties)
    if best is None:
        return None
    match, names = best
    if len(names) < 2 and agency is not None and agency.value not in names:
        names = [str(agency.value), *names]
    if not names:
        return None
    line = page.line_at(match.start())
    covers: list[Json] = [
        rule.code for rule in lexicon.rules("details", "covers") if rule.pattern.search(page.low, line.start, line.end)
    ]
    sentence = page.sentence_at(match.start())
    signed = lexicon.pattern("details", "signed_on").search(page.low_of(sentence))
    more: tuple[tuple[str, Json], ...] = (
        ("parties", list(names)),
        ("covers", covers),
        ("signed_on", None if signed is None else signed["date"]),
    )
    return Detail(value=True, span=Span(*match.span()), rule="agreement.signed", more=more)
