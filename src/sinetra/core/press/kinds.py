"""What kind of event an article tells of."""

from __future__ import annotations

from itertools import islice

from sinetra.core.press.facts import Detail
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.page import Page, Span, fold

#: A sanction the article tells as imposed.
_IMPOSED = 6.0
_ESSAY = 20.0
_LEAD = 400
_SHUT = ("subject", "politics")


def find_kind(lexicon: Lexicon, page: Page, title_end: int, *, imposed: bool, apart: str = "") -> Detail:
    """The kind with the most weight, headline and lead counting most; ``other`` when nothing reaches the minimum.

    The words of a sanction count only where they tell of one: a speech that lists sanctions warns. ``apart``: what was
    taken out around the article; there an essay says whose opinion it is.
    """
    scores: dict[str, float] = {}
    firsts: dict[str, Span] = {}
    head = max(1, title_end or 120)
    shut = {
        key: lexicon.pattern("events", key).search(page.low, 0, head) is not None for key in ("subject", "politics")
    }
    for rule in lexicon.rules("events"):
        weight = float(rule.options["weight"])
        if any(rule.options.get(key) and found for key, found in shut.items()):
            continue
        seen = 0
        for match in islice(rule.pattern.finditer(page.low), 12):
            if rule.options.get("real") and not _told(lexicon, page, match.start(), title_end):
                continue
            if rule.options.get("narrator") and in_quotes(page, match.start()):
                continue
            scores[rule.code] = scores.get(rule.code, 0.0) + weight * _place(match.start(), title_end) / (1 + seen)
            firsts.setdefault(rule.code, Span(*match.span()))
            seen += 1
            if seen == 5 or rule.options.get("once"):
                break
    if imposed and "decision/sanction" in firsts and firsts["decision/sanction"].start < title_end + _LEAD:
        scores["decision/sanction"] += _IMPOSED
    if apart and lexicon.pattern("events", "essay").search(fold(apart)):
        scores["opinion"] = scores.get("opinion", 0.0) + _ESSAY
    best = max(scores, key=lambda code: scores[code], default=None)
    if best is None or scores[best] < float(lexicon.file("events")["minimum"]):
        return Detail(value="other", span=None, rule="kinds.none", more=(("from", "no pattern"),))
    return Detail(value=best, span=firsts.get(best), rule="kinds.weight")


def _place(start: int, title_end: int) -> float:
    """Headline, lead, first third, rest."""
    if start < title_end:
        return 3.0
    return 2.0 if start < title_end + _LEAD else 1.0 if start < title_end + 900 else 0.5


def _told(lexicon: Lexicon, page: Page, start: int, title_end: int) -> bool:
    """The sentence tells what happened: it neither supposes nor threatens, and is no quotation."""
    sentence = page.sentence_at(start)
    if lexicon.pattern("events", "unreal").search(page.low, sentence.start, sentence.end):
        return False
    return start < title_end or not in_quotes(page, start)
