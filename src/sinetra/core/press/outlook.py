"""What the speakers say on non-ASN staff, cases so far, other regions, the incumbent, the map of risk, consultation."""

from __future__ import annotations

import re

from sinetra.core.press.facts import Detail, Json, PersonFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.number_words import number_value
from sinetra.core.press.page import Page, Span

_NEUTRAL = re.compile(r"netral|larang|sanksi|pilkada|pemilu|berpihak|politik|sosialisasi|aturan|pegawai")
_SPLIT = re.compile(r",\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|maupun)\s+")


def find_covers_non_asn(lexicon: Lexicon, page: Page) -> Detail | None:
    """The duty of neutrality is said to reach staff who are not ASN."""
    for match in lexicon.pattern("details", "non_asn").finditer(page.low):
        sentence = page.low_of(page.sentence_at(match.start()))
        if _NEUTRAL.search(sentence) and not lexicon.pattern("details", "not_covered").search(sentence):
            return Detail(value=True, span=Span(*match.span()), rule="outlook.covers_non_asn")
    return None


def find_non_asn_sanctionable(lexicon: Lexicon, page: Page) -> Detail | None:
    """Whether the article says that staff who are not ASN can be punished. Silence is no fact."""
    for match in lexicon.pattern("details", "non_asn").finditer(page.low):
        sentence = page.sentence_at(match.start())
        word = lexicon.pattern("details", "sanction_word").search(page.low, match.end(), sentence.end)
        if word is None:
            continue
        before = page.low[match.end() : word.start()]
        denied = [
            m for m in lexicon.pattern("sanctions", "denied").finditer(before) if len(before[m.end() :].split()) <= 3
        ]
        real = [
            m
            for m in denied
            if not lexicon.pattern("sanctions", "not_denied").match(before[m.start() :] + word.group())
        ]
        start = match.end() + real[0].start() if real else word.start()
        span = page.trimmed(start, word.end())
        return Detail(value=not real, span=span, rule="outlook.non_asn_sanctionable")
    return None


def find_cases(lexicon: Lexicon, page: Page) -> Detail | None:
    """How many cases there are so far; none when that is said."""
    if match := lexicon.pattern("details", "no_cases").search(page.low):
        return Detail(value=0, span=Span(*match.span()), rule="outlook.no_cases")
    for match in lexicon.pattern("details", "cases").finditer(page.low):
        value = number_value(match["number"])
        if value is not None:
            return Detail(value=value, span=page.trimmed(*match.span()), rule="outlook.cases")
    return None


def find_elsewhere(lexicon: Lexicon, page: Page) -> Detail | None:
    match = lexicon.pattern("details", "elsewhere").search(page.low)
    return None if match is None else Detail(value=True, span=Span(*match.span()), rule="outlook.elsewhere")


def find_incumbent(lexicon: Lexicon, page: Page) -> Detail | None:
    """An incumbent is said to run here (or said not to). What the law says of incumbents is no such word."""
    for match in lexicon.pattern("details", "runs_not").finditer(page.low):
        head = lexicon.pattern("details", "head").search(page.low, page.sentence_at(match.start()).start, match.start())
        if head is None:
            continue
        return Detail(value=False, span=Span(*match.span()), rule="outlook.runs_not")
    for match in lexicon.pattern("details", "runs_again").finditer(page.low):
        return Detail(value=True, span=Span(*match.span()), rule="outlook.runs_again")
    for match in lexicon.pattern("details", "incumbent").finditer(page.low):
        sentence = page.sentence_at(match.start())
        before = page.low[max(sentence.start, match.start() - 60) : match.start()]
        low = page.low_of(sentence)
        if re.search(r"(?:tidak|tak|tanpa|belum)(?: \w+){0,2} $", before):
            return Detail(value=False, span=Span(*match.span()), rule="outlook.incumbent")
        if lexicon.pattern("details", "any_incumbent").search(low):
            continue
        if re.search(r"terdapat|ada(?:nya)? |maju|mencalonkan|kembali|calon|bertarung|paslon", low):
            return Detail(value=True, span=Span(*match.span()), rule="outlook.incumbent")
    return None


def _speaker(page: Page, persons: tuple[PersonFact, ...], before: int) -> str | None:
    """The position (or name) of the person named last before a place."""
    last = max(
        ((page.low.rfind(person.name.lower(), 0, before), person) for person in persons),
        key=lambda pair: pair[0],
        default=None,
    )
    return None if last is None or last[0] < 0 else last[1].position or last[1].name


def find_zone(lexicon: Lexicon, page: Page, persons: tuple[PersonFact, ...]) -> Detail | None:
    """The zone of the risk map, as a hope or a statement."""
    match = lexicon.pattern("details", "zone").search(page.low)
    if match is None:
        return None
    sentence = page.sentence_at(match.start())
    hope = lexicon.pattern("details", "hope").search(page.low_of(sentence)) is not None
    return Detail(
        value=match["colour"],
        span=Span(*match.span()),
        rule="outlook.zone",
        more=(("mode", "hope" if hope else "stated"), ("said_by", _speaker(page, persons, match.start()))),
    )


def find_coordination(lexicon: Lexicon, page: Page) -> Detail | None:
    """Whom an official consults before acting, and on what occasion."""
    for match in lexicon.pattern("details", "coordination").finditer(page.low):
        sentence = page.sentence_at(match.start())
        trigger = lexicon.pattern("details", "trigger").search(page.low, sentence.start, match.start())
        if trigger is None:
            continue
        start = match.start("who")
        names: list[Json] = []
        for piece in _SPLIT.split(page.text[start : match.end("who")]):
            name = re.split(r"\s+(?:untuk|agar|guna|sebelum|terkait|supaya|jika|apakah)\b", piece)[0].strip(' "”,')
            if name[:1].isupper():
                names.append(" ".join(name.split()))
        if names:
            more: tuple[tuple[str, Json], ...] = (
                ("trigger", " ".join(page.text[trigger.start("what") : trigger.end("what")].split())),
                ("consult", names),
            )
            return Detail(
                value=True, span=page.trimmed(trigger.start(), match.end()), rule="outlook.coordination", more=more
            )
    return None
