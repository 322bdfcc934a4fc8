"""Sanctions named in an article and how they are spoken of; a denied sanction is never counted as one."""

from __future__ import annotations

import re

from sinetra.core.press.facts import COUNTED, Detail, Mode, SanctionFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_CLAUSE = re.compile(r"[,;:]\s(?:namun|tetapi|tapi|melainkan|sedangkan|sementara|dan akan|maka|sehingga)\b|;")
_MOODS = ("generic", "hypothetical", "if_proven", "promised", "imposed", "conditional")
_RANK = {Mode.IMPOSED: 0, Mode.PROMISED: 1, Mode.STATED: 2, Mode.HYPOTHETICAL: 3, Mode.DENIED: 4}


def _clause(page: Page, span: Span) -> tuple[str, str]:
    """The words before the sanction in its clause, and the whole sentence."""
    sentence = page.sentence_at(span.start)
    before = page.low[max(sentence.start, span.start - 400) : span.start]
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    return before[cuts[-1] if cuts else 0 :], page.low_of(sentence)


def _denied(lexicon: Lexicon, before: str, own: str) -> bool:
    for match in lexicon.pattern("sanctions", "denied").finditer(before):
        if lexicon.pattern("sanctions", "not_denied").match(before[match.start() :] + own):
            continue
        if len(before[match.end() :].split()) <= 3:
            return True
    return False


def _denied_after(lexicon: Lexicon, page: Page, span: Span) -> bool:
    after = page.low[span.end : min(page.sentence_at(span.start).end, span.end + 80)]
    return lexicon.pattern("sanctions", "denied_after").match(after.lstrip()) is not None


def _taken_down(lexicon: Lexicon, page: Page, span: Span) -> bool:
    """A banner is taken down with the word for taking somebody out of office."""
    sentence = page.sentence_at(span.start)
    return lexicon.pattern("sanctions", "things").search(page.low, sentence.start, sentence.end) is not None


def _mode(lexicon: Lexicon, page: Page, span: Span) -> Mode:
    """Denied before doubted, doubted before promised; imposed only on somebody, never on "whoever violates"."""
    before, sentence = _clause(page, span)
    own = page.low_of(span)
    says = {name: lexicon.pattern("sanctions", name) for name in _MOODS}
    if _denied(lexicon, before, own) or _denied_after(lexicon, page, span):
        return Mode.DENIED
    generic = says["generic"].search(sentence) is not None
    if says["hypothetical"].search(before[-70:]) or (not generic and says["if_proven"].search(sentence)):
        return Mode.HYPOTHETICAL
    if says["promised"].search(before[-90:] + own):
        return Mode.PROMISED
    if not generic and says["imposed"].search(before[-70:] + own) and not says["conditional"].search(sentence):
        return Mode.IMPOSED
    return Mode.STATED


def find_sanctions(lexicon: Lexicon, page: Page) -> tuple[SanctionFact, ...]:
    """Each kind once, in its strongest mode; ``unspecified`` only where no kind is counted."""
    found: dict[str, SanctionFact] = {}

    def keep(code: str, span: Span, rule: str) -> None:
        fact = SanctionFact(code=code, mode=_mode(lexicon, page, span), span=span, rule=rule)
        if code not in found or _RANK[fact.mode] < _RANK[found[code].mode]:
            found[code] = fact

    for rule in lexicon.rules("sanctions"):
        if rule.hits(page.low):
            for match in rule.pattern.finditer(page.low):
                span = page.trimmed(*match.span())
                if not (rule.code == "post_release" and _taken_down(lexicon, page, span)):
                    keep(rule.code, span, rule.id)
    if not any(fact.mode in COUNTED for fact in found.values()):
        for match in lexicon.pattern("sanctions", "unspecified").finditer(page.low):
            keep("unspecified", Span(*match.span()), "sanctions.unspecified")
    return tuple(sorted(found.values(), key=lambda fact: fact.span.start))


def find_range(lexicon: Lexicon, page: Page) -> Detail | None:
    """The printed range of imprisonment, in months."""
    for match in lexicon.pattern("sanctions", "range").finditer(page.low):
        sentence = page.low_of(page.sentence_at(match.start()))
        if not re.search(r"pidana|penjara|kurungan|bui", sentence):
            continue
        high_unit = match["high_unit"]
        months = [
            int(match["low"]) * (12 if (match["low_unit"] or high_unit) == "tahun" else 1),
            int(match["high"]) * (12 if high_unit == "tahun" else 1),
        ]
        if months[0] <= months[1]:
            return Detail(value=[*months], span=Span(*match.span()), rule="sanctions.range")
    return None
