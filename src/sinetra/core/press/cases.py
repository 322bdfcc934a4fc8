"""How many reports, findings, cases, people and violations an article counts, and whether it says there are none."""

from __future__ import annotations

import re

from sinetra.core.press.facts import Detail, Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.number_words import number_value
from sinetra.core.press.page import Page, Span

_LEAD = 500
_ABOUT_CASES = ("alleged_violation", "decision/sanction", "statistics")
_YEAR = re.compile(
    r"\b(?:pada|tahun|sepanjang|selama|pilkada|pemilu|pilpres|pileg|pilwal\w*|pilbup|pilgub)(?: serentak)?"
    r" (?:tahun )?(20[0-4]\d)\b"
)
_IN_REGION = re.compile(
    r"(?:sementara(?: itu)?,? |adapun |sedangkan )?di (?P<region>(?:kabupaten|kota) [a-z]+(?: [a-z]+)?)"
)
_UNITS = {
    "laporan": "laporan",
    "pengaduan": "laporan",
    "aduan": "laporan",
    "temuan": "temuan",
    "kasus": "kasus",
    "perkara": "kasus",
    "pelanggaran": "pelanggaran",
}


def find_case_numbers(
    lexicon: Lexicon,
    page: Page,
    kind: str = "other",
    title_end: int = 0,
    *,
    year: int | None = None,
    kab_kota: str | None = None,
) -> Detail | None:
    """Of each unit the largest number: ``[{"value": 4, "unit": "laporan", "span": [1, 2]}]``.

    ``unit``: laporan, temuan, kasus, orang or pelanggaran. People count where the sentence says what they are accused
    of or what became of it, at the top of a report or ruling also what they did. Smaller numbers are parts of it; one
    of another year, election or region is none. ``year`` (else the latest told), ``kab_kota``: when and where
    the article's event was.
    """
    found: dict[str, tuple[int, Span]] = {}
    year = year or max(map(int, _YEAR.findall(page.low)), default=None)
    for key in ("counted", "counted_people", "nth_report"):
        for match in lexicon.pattern("cases", key).finditer(page.low):
            sentence = page.sentence_at(match.start())
            low = page.low_of(sentence)
            if lexicon.pattern("cases", "elsewhere").search(low):
                continue
            if _of_another_year(low, year) or _of_another_region(low, kab_kota):
                continue
            value = number_value(match["number"])
            unit = _UNITS.get(match["unit"].split()[-1] if key == "counted" else match["unit"], "orang")
            if key == "counted_people" and not _accused(lexicon, page, match, kind, title_end):
                continue
            before, after = page.low[sentence.start : match.start()], page.low[match.end() : match.end() + 12]
            if lexicon.pattern("cases", "subset").search(before) or lexicon.pattern("cases", "other_cases").match(
                after.strip()
            ):
                continue
            if value and value > found.get(unit, (0, None))[0]:
                found[unit] = (value, page.trimmed(*match.span()))
    if any(found.get("pelanggaran", (0,))[0] == found[unit][0] for unit in found.keys() - {"pelanggaran"}):
        del found["pelanggaran"]  # "63 dugaan pelanggaran" in the headline, "63 kasus dugaan pelanggaran" in the text
    if not found:
        return None
    ordered = sorted(found.items(), key=lambda item: item[1][1].start)
    values: list[Json] = [
        {"value": value, "unit": unit, "span": [span.start, span.end]} for unit, (value, span) in ordered
    ]
    return Detail(value=values, span=ordered[0][1][1], rule="cases.counted")


def _accused(lexicon: Lexicon, page: Page, match: re.Match[str], kind: str, title_end: int) -> bool:
    sentence = page.sentence_at(match.start())
    low, before = page.low_of(sentence), page.low[max(sentence.start, match.start() - 40) : match.start()].rstrip()
    if any(found.end() == len(before) for found in lexicon.pattern("cases", "gathered").finditer(before)):
        return False
    if lexicon.pattern("cases", "accused").search(low):
        return True
    if lexicon.pattern("cases", "moved").search(low):
        return False
    if kind in _ABOUT_CASES and match.start() < title_end:
        return True
    early = kind in _ABOUT_CASES and match.start() < title_end + _LEAD
    return early and lexicon.pattern("cases", "befallen").search(low) is not None


def _of_another_year(sentence: str, year: int | None) -> bool:
    """ "Pada 2020 kami mencatat 38 kasus", told in 2024; a span that reaches the year is of it."""
    told = [int(number) for number in _YEAR.findall(sentence)]
    return year is not None and bool(told) and max(told) < year


def _of_another_region(sentence: str, kab_kota: str | None) -> bool:
    """ "Di Kabupaten X tercatat 20 temuan", where the event was in another one."""
    named = _IN_REGION.match(sentence)
    return kab_kota is not None and named is not None and not f"{named['region']} ".startswith(f"{kab_kota.lower()} ")


def find_nil_report(lexicon: Lexicon, page: Page, kind: str = "other") -> Detail | None:
    """It is said that there is no report, finding or case. An unproven report is no nil report."""
    for match in lexicon.pattern("cases", "nil").finditer(page.low):
        sentence = page.low_of(page.sentence_at(match.start()))
        if kind in _ABOUT_CASES[:2] and not lexicon.pattern("cases", "so_far").search(sentence):
            continue
        if not lexicon.pattern("cases", "elsewhere").search(sentence):
            return Detail(value=True, span=Span(*match.span()), rule="cases.nil")
    return None
