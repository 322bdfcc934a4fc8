"""Around the event: units visited, who came along, who was addressed, speakers, theme, length."""

from __future__ import annotations

import re

from sinetra.core.press.bodies import find_bodies
from sinetra.core.press.facts import Detail, Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Scanner

_DAYS = {"se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_UNITS = frozenset(("dinas", "badan", "kecamatan", "kelurahan", "kantor", "inspektorat", "rsud", "puskesmas", "bagian"))
_UNITS |= {"satpol pp", "sekretariat daerah"}
_ADDRESSED = re.compile(r"sosialisasi|arahan|pembinaan")
_HELD = re.compile(r"kegiatan|acara|rapat|rakor|sosialisasi|bimtek|berlangsung|digelar|pelatihan|bimbingan")
_AUDIENCE_STOP = re.compile(
    r",|\(|\.|\bse\b| di | dalam | untuk | yang | agar | pada | guna | se-| bahwa | terkait \w"
    r"| mengenai| tentang| jelang| menjelang"
)


def _listed(items: list[tuple[str, Span]], rule: str) -> Detail | None:
    """Texts with their places; the whole list spans from the first to the last."""
    unique: dict[str, Span] = {}
    for text, span in items:
        unique.setdefault(text, span)
    if not unique:
        return None
    spans = list(unique.values())
    more: tuple[tuple[str, Json], ...] = (("spans", [[span.start, span.end] for span in spans]),)
    return Detail(
        value=[*unique],
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        rule=rule,
        more=more,
    )


def find_units_visited(lexicon: Lexicon, page: Page, scanner: Scanner) -> Detail | None:
    """Bodies named after "kunjungan ke", "dilanjutkan ke", up to where their hall is named."""
    items: list[tuple[str, Span]] = []
    for match in lexicon.pattern("details", "visits").finditer(page.low):
        sentence = page.sentence_at(match.start())
        end = sentence.end
        for stop in (", dilanjutkan", ", bertempat", " yang bertempat", " dalam rangka", " bertempat"):
            place = page.low.find(stop, match.end(), end)
            if place > 0:
                end = min(end, place)
        for _, phrase in find_bodies(page, scanner, match.end(), end):
            if phrase.head in _UNITS or phrase.head.startswith(("dis", "bk")):
                items.extend(_without_region(page, scanner, phrase.first, phrase.last))
    return _listed(items, "meetings.visits")


def _without_region(page: Page, scanner: Scanner, first: int, last: int) -> list[tuple[str, Span]]:
    span = Span(page.words[first].start, page.words[_trim(page, scanner, first, last) - 1].end)
    return [(" ".join(page.of(span).split()), span)]


def find_delegation(lexicon: Lexicon, page: Page, scanner: Scanner) -> Detail | None:
    """Roles that came along: offices, and "perwakilan X", without a person's name."""
    items: list[tuple[str, Span]] = []
    for match in lexicon.pattern("details", "delegation").finditer(page.low):
        sentence = page.sentence_at(match.start())
        index = page.word_index(match.end())
        while index < len(page.words) and page.words[index].start < sentence.end:
            word = page.words[index]
            if word.low in ("perwakilan", "unsur", "jajaran"):
                body = scanner.body(index + 1)
                if body is not None:
                    text = Span(word.start, page.words[_trim(page, scanner, body.first, body.last) - 1].end)
                    items.append((" ".join(page.of(text).split()), text))
                    index = body.last
                    continue
            phrase = scanner.position(index)
            if phrase is None or not phrase.complete:
                index += 1
                continue
            last = _trim(page, scanner, phrase.first, phrase.last)
            span = Span(page.words[phrase.first].start, page.words[last - 1].end)
            items.append((" ".join(page.of(span).split()), span))
            index = phrase.last
    return _listed(items, "meetings.delegation")


def _trim(page: Page, scanner: Scanner, first: int, last: int) -> int:
    for index in range(max(first + 1, last - 4), last):
        if scanner.region_width(index) == last - index:
            return index
    return last


def find_audience(lexicon: Lexicon, page: Page) -> Detail | None:
    """Who was addressed or invited, as printed."""
    items: list[tuple[str, Span]] = []
    for key in ("audience", "audience_with"):
        for match in lexicon.pattern("details", key).finditer(page.low):
            start = match.start("who")
            sentence = page.low_of(page.sentence_at(start))
            if match.group().startswith("kepada") and not _ADDRESSED.search(sentence):
                continue
            text = page.low[start : match.end("who")]
            stop = _AUDIENCE_STOP.search(text, 2)
            end = start + (stop.start() if stop else len(text))
            pieces = (
                re.split(r" dan ", page.text[start:end])
                if "dari" not in text[: end - start]
                else [page.text[start:end]]
            )
            place = start
            for piece in pieces:
                place = page.text.find(piece, place)
                if piece.strip():
                    span = page.trimmed(place, place + len(piece))
                    items.append((" ".join(page.of(span).split()), span))
                place += len(piece)
    return _listed(items, "meetings.audience")


def find_speakers(lexicon: Lexicon, page: Page, scanner: Scanner) -> Detail | None:
    """Bodies that sent speakers."""
    items: list[tuple[str, Span]] = []
    for match in lexicon.pattern("details", "speakers_from").finditer(page.low):
        bodies = find_bodies(page, scanner, match.start("who"), match.end("who"))
        items.extend((body.name, body.span) for body, _ in bodies)
    return _listed(items, "meetings.speakers")


def find_theme(lexicon: Lexicon, page: Page) -> Detail | None:
    match = lexicon.pattern("details", "theme").search(page.low)
    if match is None:
        return None
    span = Span(*match.span("theme"))
    return Detail(value=page.of(span), span=span, rule="meetings.theme")


def find_duration(lexicon: Lexicon, page: Page) -> Detail | None:
    for match in lexicon.pattern("details", "duration").finditer(page.low):
        days = _DAYS[match["days"]] if match["days"] in _DAYS else int(match["days"])
        sentence = page.low_of(page.sentence_at(match.start()))
        if _HELD.search(sentence):
            return Detail(value=days, span=Span(*match.span()), rule="meetings.duration")
    return None
