"""The body that holds the event, and bodies listed in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sinetra.core.press.facts import Detail, PersonFact, PlaceFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

_GOVERNMENT = {"kota": "Pemerintah Kota", "kabupaten": "Pemerintah Kabupaten"}
_SUPERVISORS = (
    "bawaslu",
    "badan pengawas pemilu",
    "badan pengawas pemilihan umum",
    "panwaslu",
    "panwaslih",
    "panwascam",
)
_VAGUE = ("badan", "kantor", "bagian", "dinas", "forum")
_LONG = {
    "pemko": "Pemerintah Kota",
    "pemkot": "Pemerintah Kota",
    "pemkab": "Pemerintah Kabupaten",
    "pemprov": "Pemerintah Provinsi",
}
_SHORT = re.compile(r"^.*\((?P<short>[A-Z][\w-]{2,15})\)\s*(?P<rest>.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    name: str
    span: Span


def name_of(page: Page, phrase: Phrase) -> str:
    """The printed name; the short form where the text gives one in brackets ("… (BKPSDM) Kota X": "BKPSDM Kota X")."""
    printed = " ".join(page.of(phrase.span).split())
    match = _SHORT.match(printed)
    if match:
        return f"{match['short']} {match['rest']}".strip()
    first, _, rest = printed.partition(" ")
    return f"{_LONG[first.lower()]} {rest}" if rest and first.lower() in _LONG else printed


def find_bodies(page: Page, scanner: Scanner, start: int, end: int) -> list[tuple[Body, Phrase]]:
    """The bodies that begin between two offsets."""
    found = []
    index = page.word_index(start)
    while index < len(page.words) and page.words[index].start < end:
        phrase = scanner.body(index)
        if phrase is None or (phrase.last - phrase.first == 1 and phrase.head in _VAGUE):
            index += 1
            continue
        found.append((Body(name=name_of(page, phrase), span=phrase.span), phrase))
        index = phrase.last
    return found


def find_agency(
    lexicon: Lexicon,
    page: Page,
    scanner: Scanner,
    place: PlaceFact | None,
    persons: tuple[PersonFact, ...],
    begin: int,
    kind: str,
) -> Detail | None:
    """Who holds it: "digelar oleh X", else "X menggelar", else the government of the acting or elected head."""
    for match in lexicon.pattern("details", "organised_by").finditer(page.low, begin):
        near = find_bodies(page, scanner, match.end(), match.end() + 30)
        if near and near[0][0].span.start - match.end() < 25:
            return Detail(value=near[0][0].name, span=near[0][0].span, rule="bodies.organised_by")
    pattern = lexicon.pattern("details", "organises")
    for body, _ in find_bodies(page, scanner, begin, len(page.text)):
        sentence = page.sentence_at(body.span.start)
        verb = pattern.search(page.low, body.span.end, min(sentence.end, body.span.end + 90))
        before = page.low[max(sentence.start, body.span.start - 12) : body.span.start]
        if verb and not re.search(r"(?:dengan|ke|kepada|ketua|kepala|anggota|oleh|bersama|dari|dan)\s$", before):
            return Detail(value=body.name, span=body.span, rule="bodies.organises")
    if kind == "alleged_violation":
        every = find_bodies(page, scanner, begin, len(page.text))
        supervisors = [body for body, phrase in every if phrase.head in _SUPERVISORS]
        if supervisors:
            body = max(supervisors, key=lambda item: " " in item.name)
            return Detail(value=body.name, span=body.span, rule="bodies.supervisor")
    for person in persons:
        government = _government(page, person, place)
        if government is not None:
            return government
    return _body_of_speaker(page, scanner, persons)


def _government(page: Page, person: PersonFact, place: PlaceFact | None) -> Detail | None:
    if person.position is None or person.position_span is None or place is None:
        return None
    low = person.position.lower()
    if re.search(r"\b(?:gubernur|sekdaprov)\b", low) and "calon" not in low and place.province:
        name = f"Pemerintah Provinsi {place.province}"
        return Detail(value=name, span=person.position_span, rule="bodies.head_of_government")
    if place.kab_kota is None:
        return None
    if "calon" in low or not re.search(r"\b(?:wali ?kota|bupati|sekda\w*|sekretaris daerah)\b", low):
        return None
    kind, bare = place.kab_kota.split(" ", 1)
    return Detail(
        value=f"{_GOVERNMENT[kind.lower()]} {bare}", span=person.position_span, rule="bodies.head_of_government"
    )


def _body_of_speaker(page: Page, scanner: Scanner, persons: tuple[PersonFact, ...]) -> Detail | None:
    for person in persons:
        if person.position_span is None:
            continue
        inside = find_bodies(page, scanner, person.position_span.start, person.position_span.end)
        if inside:
            return Detail(value=inside[0][0].name, span=inside[0][0].span, rule="bodies.of_speaker")
    return None
