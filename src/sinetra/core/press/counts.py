"""How many took part. Numbers of cases, reports, voters, of all civil servants of a region are no participants.

Each number with a unit of people is weighed by what its sentence says of it: that they came, or that they were called.
"""

from __future__ import annotations

import re

from sinetra.core.press.facts import CountFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_ONES = {
    name: number
    for number, name in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    )
}
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_TIMES = {"puluh": 10, "ratus": 100}
_NEAR = 70
_NO_MEETING = ("alleged_violation", "decision/sanction", "statistics", "opinion")


def number_of(text: str) -> int:
    """A number in figures or words.

    >>> number_of("1.250"), number_of("seratus dua puluh lima"), number_of("dua ribu tiga ratus")
    (1250, 125, 2300)
    """
    if text[0].isdigit():
        return int(text.replace(".", ""))
    thousands = total = one = 0
    for word in text.split():
        if word == "ribu":
            thousands += (total + one) * 1000
            total = one = 0
        elif word == "belas":
            total, one = total + 10 + one, 0
        elif word in _TIMES:
            total, one = total + one * _TIMES[word], 0
        elif word in _WHOLE:
            total += _WHOLE[word]
        else:
            one = _ONES[word]
    return thousands + total + one


def _weight(lexicon: Lexicon, page: Page, match: re.Match[str]) -> int:
    """0: no participants; else how plainly the sentence says that they took part."""
    sentence = page.sentence_at(match.start())
    before = page.low[max(sentence.start, match.start() - _NEAR) : match.start()]
    after = page.low[match.end() : min(sentence.end, match.end() + _NEAR)]
    if lexicon.pattern("details", "not_participants").search(f"{before} # {after}"):
        return 0
    if lexicon.pattern("details", "part_of_a_whole").search(f"{before}# {after}"):
        return 0
    came = lexicon.pattern("details", "came_before").search(before)
    comes = lexicon.pattern("details", "came_after").match(after.lstrip(" ,"))
    called = lexicon.pattern("details", "called").search(before)
    weight = (4 if came else 0) + (4 if comes else 0) + (2 if called else 0)
    if lexicon.pattern("details", "in_all").search(f"{before}#") and weight + (match["unit"] == "peserta"):
        weight += 5
    if match["unit"] in lexicon.words("details", "attending_units"):
        weight += 3
    online = match["unit"] in ("akun", "akun zoom") and lexicon.pattern("details", "online").search(page.low)
    if match["unit"].startswith("akun"):
        return 4 if online else 0
    return weight


def find_participants(lexicon: Lexicon, page: Page, kind: str = "other") -> CountFact | None:
    """The number of people most plainly said to attend; ``approximate`` for "sekitar" and "200-an".

    Where no meeting is told of (a report, a decision, statistics) only the plainest words count.
    """
    best: re.Match[str] | None = None
    most = 6 if kind in _NO_MEETING else 1
    for match in lexicon.pattern("details", "people").finditer(page.low):
        value = number_of(match["number"])
        year = 1990 <= value <= 2045 and match["number"].isdigit()
        if value < 2 or year or page.low[max(0, match.start() - 1) : match.start()] in (".", ",", "/", "-"):
            continue
        weight = _weight(lexicon, page, match)
        if weight > most:
            best, most = match, weight
    if best is None:
        return None
    start = best.start("approx") if best["approx"] else best.start("number")
    return CountFact(
        value=number_of(best["number"]),
        approximate=bool(best["approx"] or best["about"]),
        unit=best["unit"].split()[0],
        span=Span(start, best.end("unit")),
        rule="counts.people_attending",
    )
