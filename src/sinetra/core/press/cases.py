"""How many reports, findings, cases, people and violations an article counts, and whether it says there are none."""

from __future__ import annotations

from sinetra.core.press.facts import Detail, Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.number_words import number_value
from sinetra.core.press.page import Page, Span

_UNITS = {
    "laporan": "laporan",
    "pengaduan": "laporan",
    "aduan": "laporan",
    "temuan": "temuan",
    "kasus": "kasus",
    "perkara": "kasus",
    "pelanggaran": "pelanggaran",
}


def find_case_numbers(lexicon: Lexicon, page: Page) -> Detail | None:
    """Each number with its unit, once: ``[{"value": 4, "unit": "laporan", "span": [1, 2]}]``.

    ``unit``: laporan, temuan, kasus, orang or pelanggaran. People count where the sentence says what they are accused
    of or what became of it; a number of another year, election or country is none.
    """
    found: dict[tuple[int, str], Span] = {}
    for key in ("counted", "counted_people", "nth_report"):
        for match in lexicon.pattern("cases", key).finditer(page.low):
            sentence = page.sentence_at(match.start())
            low = page.low_of(sentence)
            if lexicon.pattern("cases", "elsewhere").search(low):
                continue
            value = number_value(match["number"])
            unit = _UNITS.get(match["unit"].split()[-1] if key == "counted" else match["unit"], "orang")
            if key == "counted_people" and not lexicon.pattern("cases", "accused").search(low):
                continue
            if value:
                found.setdefault((value, unit), page.trimmed(*match.span()))
    if not found:
        return None
    ordered = sorted(found.items(), key=lambda item: item[1].start)
    values: list[Json] = [
        {"value": value, "unit": unit, "span": [span.start, span.end]} for (value, unit), span in ordered
    ]
    return Detail(value=values, span=ordered[0][1], rule="cases.counted")


def find_nil_report(lexicon: Lexicon, page: Page) -> Detail | None:
    """It is said that there is no report, finding or case. An unproven report is no nil report."""
    for match in lexicon.pattern("cases", "nil").finditer(page.low):
        sentence = page.low_of(page.sentence_at(match.start()))
        if not lexicon.pattern("cases", "elsewhere").search(sentence):
            return Detail(value=True, span=Span(*match.span()), rule="cases.nil")
    return None
