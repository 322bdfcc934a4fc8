"""Sanctions named in an article and how they are spoken of; a denied sanction is never counted as one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from sinetra.core.press.facts import Detail, Mode, SanctionFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span
from sinetra.core.press.sanction_modes import Mention

_RANK = {Mode.IMPOSED: 0, Mode.PROMISED: 1, Mode.STATED: 2, Mode.HYPOTHETICAL: 3, Mode.DENIED: 4}
_ENOUGH = 8  # of one sentence
_NARROWER = (
    ("dismissal", {"ptdh"}),
    ("post_release", {"ptdh", "dismissal"}),
    ("suspension", {"ptdh", "dismissal"}),
)
_LEVELS = frozenset({"light", "medium", "heavy"})
#: "Hukuman itu tergolong berat" says of what kind a measure is that was told before.
_THAT = re.compile(
    r"\b(?:sanksi|hukuman)(?:nya|(?: disiplin)? (?:itu|tersebut|ini)) (?:tergolong|termasuk|masuk|berkategori)\b"
)
_BEFORE = 40
_GENERAL = frozenset(
    {
        "dirumahkan",
        "merumahkan",
        "pemberhentian",
        "diberhentikan",
        "pemecatan",
        "dipecat",
        "memecat",
        "dicopot",
        "mencopot",
    }
)


def find_sanctions(lexicon: Lexicon, page: Page) -> tuple[SanctionFact, ...]:
    """Each kind once, in its strongest mode; ``unspecified`` where no kind is named."""
    found: dict[str, SanctionFact] = {}
    for placed in lexicon.rules("sanctions").on(page):
        rule = placed.rule
        for match in placed.matches():
            mention = Mention(lexicon, page, page.trimmed(*match.span()))
            mode = mention.mode() if mention.is_of(rule.code) else None
            if mode is not None:
                _keep(found, SanctionFact(code=rule.code, mode=mode, span=mention.span, rule=rule.id))
    _drop_retold(found, page)
    _class_imposed(found, page)
    if not found:
        _keep_unspecified(lexicon, page, found)
    return tuple(sorted(found.values(), key=lambda fact: fact.span.start))


def _drop_retold(found: dict[str, SanctionFact], page: Page) -> None:
    """ "Pemberhentian" and "dicopot" where he was dismissed in dishonour are that measure in general words.

    What is promised for the next time is not what was imposed this time.
    """
    for code, narrower in _NARROWER:
        if code not in found or page.low_of(found[code].span) not in _GENERAL:
            continue
        same = {Mode.IMPOSED} if found[code].mode is Mode.IMPOSED else {Mode.IMPOSED, Mode.PROMISED}
        if any(found[other].mode in same for other in narrower & found.keys()):
            del found[code]


def _class_imposed(found: dict[str, SanctionFact], page: Page) -> None:
    """The level that "hukuman itu" has, when what was put on somebody was told before it."""
    imposed = [fact.span.start for fact in found.values() if fact.mode is Mode.IMPOSED]
    for code in _LEVELS & found.keys():
        fact = found[code]
        earlier = any(start < fact.span.start for start in imposed)
        told = page.low[max(page.sentence_at(fact.span.start).start, fact.span.start - _BEFORE) : fact.span.end]
        if fact.mode is Mode.STATED and earlier and _THAT.search(told):
            found[code] = replace(fact, mode=Mode.IMPOSED)


def _keep_unspecified(lexicon: Lexicon, page: Page, found: dict[str, SanctionFact]) -> None:
    """The bare word, where the article names no kind at all."""
    seen: Counter[int] = Counter()
    for match in lexicon.pattern("sanctions", "unspecified").finditer(page.low):
        span = Span(*match.span())
        seen[page.sentence_index(span.start)] += 1
        if seen[page.sentence_index(span.start)] > _ENOUGH:
            continue
        mention = Mention(lexicon, page, span)
        mode = None if mention.is_no_news() else mention.mode()
        if mode is not None:
            _keep(found, SanctionFact(code="unspecified", mode=mode, span=span, rule="sanctions.unspecified"))


def _keep(found: dict[str, SanctionFact], fact: SanctionFact) -> None:
    if fact.code not in found or _RANK[fact.mode] < _RANK[found[fact.code].mode]:
        found[fact.code] = fact


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
