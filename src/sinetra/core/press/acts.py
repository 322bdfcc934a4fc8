"""Acts that an article names as forbidden (or alleged) and as permitted, in the closed vocabulary of act codes."""

from __future__ import annotations

from dataclasses import replace

from sinetra.core.press.facts import ActFact
from sinetra.core.press.lexicon import Lexicon, Rule
from sinetra.core.press.page import Page, Span

_REACH = 10  # the object right after a verb: "membagikan unggahan" is one act


def _near(rule: Rule, page: Page, span: Span) -> bool:
    """The words an ambiguous word needs around it, in its sentence."""
    if rule.near is None:
        return True
    sentence = page.sentence_at(span.start)
    around = page.low[sentence.start : span.start] + " | " + page.low[span.end : max(sentence.end, span.end)]
    return rule.near.search(around) is not None


def find_acts(lexicon: Lexicon, page: Page) -> tuple[ActFact, ...]:
    """Each act once, prohibited and permitted apart, at its first mention."""
    permission = lexicon.pattern("acts", "permission")
    prohibition = lexicon.pattern("acts", "prohibition")
    elsewhere = lexicon.pattern("acts", "elsewhere")
    hidden: dict[str, list[Span]] = {}
    found: dict[tuple[str, bool], ActFact] = {}
    for rule in lexicon.rules("acts"):
        if not rule.hits(page.low):
            continue
        for match in rule.pattern.finditer(page.low):
            span = page.trimmed(*match.span())
            if any(span.overlaps(other) for other in hidden.get(rule.code, ())):
                continue
            for code in rule.options.get("hides", ()):
                hidden.setdefault(str(code), []).append(Span(span.start, span.end + _REACH))
            sentence = page.sentence_at(span.start)
            low = page.low_of(sentence)
            if elsewhere.search(low) and rule.near is not None:
                continue
            if not _near(rule, page, span):
                continue
            if rule.options.get("prohibition") and not prohibition.search(low):
                continue
            before = page.low[max(sentence.start, span.start - 60) : span.start]
            allowed = permission.search(before) is not None
            if rule.options.get("needs_permission") and not allowed:
                continue
            permitted = allowed or bool(rule.options.get("permission"))
            key = (rule.code, permitted)
            if key in found:
                found[key] = replace(found[key], mentions=found[key].mentions + 1)
            else:
                found[key] = ActFact(code=rule.code, permitted=permitted, span=span, rule=rule.id)
    return tuple(sorted(found.values(), key=lambda fact: (fact.permitted, fact.span.start)))
