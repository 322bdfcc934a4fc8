"""Who may have done what an article tells: bodies, heads of governments, and governments told in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sinetra.core.press.belongs import is_not_the_head
from sinetra.core.press.bodies import Body
from sinetra.core.press.facts import PlaceFact
from sinetra.core.press.governments import HEADS, headed
from sinetra.core.press.heads import body_of, leads, named_after
from sinetra.core.press.page import Page, Span
from sinetra.core.press.phrases import Phrase, Scanner

#: "keputusan bupati", "diputus pemkab": the government of the article's place, named without its region.
_SMALL = re.compile(
    r"\b(?:(?:pj|pjs|plt|plh|penjabat(?: sementara)?|pelaksana (?:tugas|harian))\.? )?"
    r"(?:(?P<body>pemkab|pemkot|pemko|pemprov|pemda|pemerintah (?:kota|kabupaten|provinsi|daerah))"
    r"|(?P<head>bupati|wali ?kota|gubernur|sekda))\b(?! (?:terpilih|itu sendiri))"
)
#: Inside a letter's number ("800/12/Biro Hukum/2024") an office does nothing.
_IN_A_NUMBER = frozenset("/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """``name``: of a head the government that is headed; ``first``: index of the first word; ``small``: no capitals.

    ``led``: told by the one who leads the body ("Camat X").
    """

    body: Body
    head: bool
    small: bool
    first: int
    start: int
    end: int
    led: bool = False


def find_doers(
    page: Page, scanner: Scanner, bodies: list[tuple[Body, Phrase]], place: PlaceFact | None
) -> tuple[Doer, ...]:
    """In the order of the text."""
    found = [
        Doer(body=body, head=False, small=False, first=phrase.first, start=body.span.start, end=body.span.end)
        for body, phrase in bodies
        if page.text[max(0, body.span.start - 1) : body.span.start] not in _IN_A_NUMBER
    ]
    found += _heads(page, scanner, bodies)
    taken = [(doer.start, doer.end) for doer in found]
    found += _taken_up(page, bodies)
    found += (doer for doer in _small(page, place) if not any(s <= doer.start < e for s, e in taken))
    return tuple(sorted(found, key=lambda doer: doer.start))


def _heads(page: Page, scanner: Scanner, bodies: list[tuple[Body, Phrase]]) -> Iterator[Doer]:
    """Heads of governments and ministers, who issue and decide in the name of what they head; heads of bodies."""
    index = 0
    while index < len(page.words):
        phrase = scanner.position(index)
        if phrase is None:
            index += 1
            continue
        if is_not_the_head(page.low, phrase.span.start):
            index = max(index + 1, phrase.last)
            continue
        if phrase.head in HEADS:
            body = Body(name=" ".join(page.of(phrase.span).split()), span=phrase.span)
            yield Doer(
                body=body, head=True, small=False, first=phrase.first, start=phrase.span.start, end=phrase.span.end
            )
        elif leads(phrase.head):
            printed = " ".join(page.of(phrase.span).split())
            if name := body_of(printed) or named_after(printed, bodies):
                yield Doer(
                    body=Body(name=name, span=phrase.span),
                    head=False,
                    small=False,
                    first=phrase.first,
                    start=phrase.span.start,
                    end=phrase.span.end,
                    led=True,
                )
        index = max(index + 1, phrase.last)


#: "yang diadakan rumah sakit itu", "dibuat satuan itu sendiri": the body of that kind named last.
_THAT_BODY = re.compile(
    r"\b(?P<kind>rumah sakit|puskesmas|satuan|dinas|badan|lembaga|kampus|universitas|organisasi|kecamatan|kelurahan)"
    r" (?:itu|tersebut|ini|setempat)\b"
    r"|(?<=adakan )(?P<bare>rumah sakit|puskesmas|kampus)\b|(?<=gelar )(?P<held>rumah sakit|puskesmas|kampus)\b"
)
_OF_KIND = {
    "rumah sakit": ("rsud", "rs", "rsu", "rumah"),
    "satuan": ("satuan", "satpol", "satlantas"),
    "kampus": ("universitas", "institut", "politeknik", "iain", "uin", "sekolah"),
    "universitas": ("universitas",),
    "dinas": ("dinas", "disdik", "disdikbud", "dinkes", "dishub", "dinsos", "diskominfo"),
    "badan": ("badan", "bkpsdm", "bkd", "bkn", "bawaslu", "bnn", "bpbd", "kesbangpol"),
    "lembaga": ("kpu", "bawaslu", "kasn", "bkn", "ombudsman", "dprd", "lembaga", "badan"),
    "organisasi": ("pgri", "korpri", "ikatan", "persatuan", "pwi", "himpunan"),
    "puskesmas": ("puskesmas",),
    "kecamatan": ("kecamatan",),
    "kelurahan": ("kelurahan",),
}


def _taken_up(page: Page, bodies: list[tuple[Body, Phrase]]) -> Iterator[Doer]:
    """A body that is taken up by its kind in small letters."""
    for match in _THAT_BODY.finditer(page.low):
        kind = match["kind"] or match["bare"] or match["held"]
        named = [
            body
            for body, _ in bodies
            if body.span.end <= match.start()
            and body.name.split()[0].lower() in _OF_KIND[kind]
            and body.name.lower() != kind
        ]
        if named and page.text[match.start()].islower():
            yield Doer(
                body=Body(name=named[-1].name, span=Span(*match.span()), placed=named[-1].placed),
                head=False,
                small=False,
                first=page.word_index(match.start()),
                start=match.start(),
                end=match.end(),
            )


def _small(page: Page, place: PlaceFact | None) -> Iterator[Doer]:
    for match in _SMALL.finditer(page.low):
        group = "head" if match["head"] else "body"
        if not page.text[match.start(group)].islower() or is_not_the_head(page.low, match.start()):
            continue
        name = match["body"] or headed(match["head"], place)
        if name is None:
            continue
        span = Span(*match.span())
        yield Doer(
            body=Body(name=name, span=span),
            head=group == "head",
            small=True,
            first=page.word_index(span.start),
            start=span.start,
            end=span.end,
        )
