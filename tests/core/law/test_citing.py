"""The place in a law, in the words of the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.clock.citing import ENGLISH, WHOLE, citation_words
from sinetra.core.clock.clock import load_clock
from sinetra.core.law import load_rulebook
from sinetra.core.law.model import Citation, Exemption

# What the instruments are called, and who made them, is the same in both languages.
NAMES = {"UU", "PP", "SKB", "SBT", "SE", "BKN", "PerBKN", "PKPU", "Perbawaslu", "Perpres", "Keppres", "MenPANRB"}
NAMES |= {"Mendagri", "SJ", "SD", "AU", "MK", "PUU", "XXII", "XXIII", "jo", "Bawaslu", "Bengkulu"}
KNOWN = {word for english in ENGLISH.values() for word in english.split()} | NAMES
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("5 huruf n angka 5", "5 letter n number 5"),
        ("52 ayat (3) huruf j dan ayat (4)", "52 paragraph (3) letter j and paragraph (4)"),
        ("70 ayat (2) sampai (5)", "70 paragraph (2) to (5)"),
        ("51 huruf b, c, g, dan j", "51 letter b, c, g, and j"),
        ("187A", "187A"),
        ("huruf C (menurut pers)", "letter C (according to the press)"),
        ("Lampiran, kedua unsur dalam satu butir", "Annex, both elements in one item"),
        ("PP 94/2021 pasal 26 ayat (2)", "PP 94/2021 article 26 paragraph (2)"),
        ("SKB 2/2022 (naskah tidak dibaca)", "SKB 2/2022 (text not read)"),
    ],
)
def test_a_place_reads_in_both_languages(printed: str, english: str) -> None:
    assert citation_words(printed, "en") == english
    assert citation_words(printed, "id") == printed


def _of(exemptions: Iterable[Exemption]) -> Iterator[Citation]:
    for item in exemptions:
        yield from item.citations
        yield from _of(item.unless)


def places() -> set[str]:
    found: set[str] = set()
    for norm in load_rulebook(ROOT).norms:
        cited = [*norm.citations, *(item for version in norm.versions for item in _of(version.unless))]
        found |= {item.article for item in cited}
    rules = load_clock(ROOT).rules
    found |= {version.source.as_printed for name in rules.ids for version in rules.versions(name)}
    return found - {WHOLE}


def left_over(place: str) -> set[str]:
    return set(WORD.findall(citation_words(place, "en"))) - {word for name in KNOWN for word in (name, name.title())}


def test_no_place_in_the_catalogue_keeps_an_indonesian_word_in_english() -> None:
    found = places()
    assert len(found) > 80
    assert {place: left_over(place) for place in found if left_over(place)} == {}


def test_a_planted_word_that_nobody_translated_is_found() -> None:
    assert left_over("5 huruf n, alinea kedua") == {"alinea", "kedua"}
