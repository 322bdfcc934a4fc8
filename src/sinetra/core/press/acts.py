"""Acts that an article names as forbidden (or alleged) and as permitted, in the closed vocabulary of act codes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sinetra.core.press.facts import ActFact
from sinetra.core.press.lexicon import Lexicon, Rule
from sinetra.core.press.page import Page, Span

#: A question is answered in the next words: "Bolehkah mencoblos?" "Boleh!"
_ANSWER = 12
_REACH = 10  # the object right after a verb: "membagikan unggahan" is one act


def _near(rule: Rule, page: Page, span: Span) -> bool:
    """The words an ambiguous word needs around it, in its sentence."""
    if rule.near is None:
        return True
    sentence = page.sentence_at(span.start)
    around = page.low[sentence.start : span.start] + " | " + page.low[span.end : max(sentence.end, span.end)]
    return rule.near.search(around) is not None


@dataclass
class _Acts:
    """The acts of one article as they are found. ``told``: places of acts that are not permitted ones."""

    lexicon: Lexicon
    page: Page
    found: dict[tuple[str, bool], ActFact] = field(default_factory=dict)
    hidden: dict[str, list[Span]] = field(default_factory=dict)
    told: list[Span] = field(default_factory=list)

    def look(self, rule: Rule) -> None:
        for match in rule.pattern.finditer(self.page.low):
            span = self.page.trimmed(*match.span())
            if any(span.overlaps(other) for other in self.hidden.get(rule.code, ())):
                continue
            for code in rule.options.get("hides", ()):
                self.hidden.setdefault(str(code), []).append(Span(span.start, span.end + _REACH))
            permitted = self._permitted(rule, span)
            if permitted is not None:
                self._keep(rule, span, permitted=permitted)

    def _permitted(self, rule: Rule, span: Span) -> bool | None:
        """Whether the act is spoken of as permitted; None when the words speak of something else."""
        sentence = self.page.sentence_at(span.start)
        low = self.page.low_of(sentence)
        if rule.near is not None and (
            self.lexicon.pattern("acts", "elsewhere").search(low) or not _near(rule, self.page, span)
        ):
            return None
        if rule.options.get("prohibition") and not self.lexicon.pattern("acts", "prohibition").search(low):
            return None
        if rule.options.get("needs_permission"):
            around = self.page.low[sentence.start : min(sentence.end + _ANSWER, len(self.page.low))]
            return True if self.lexicon.pattern("acts", "permission").search(around) else None
        before = self.page.low[max(sentence.start, span.start - 60) : span.start]
        return bool(rule.options.get("permission") or self.lexicon.pattern("acts", "permission").search(before))

    def _keep(self, rule: Rule, span: Span, *, permitted: bool) -> None:
        if not permitted:
            if self._stands_beside(rule, span):
                return
            self.told.append(span)
        key = (rule.code, permitted)
        if key in self.found:
            self.found[key] = replace(self.found[key], mentions=self.found[key].mentions + 1)
        else:
            self.found[key] = ActFact(code=rule.code, permitted=permitted, span=span, rule=rule.id)

    def _stands_beside(self, rule: Rule, span: Span) -> bool:
        """A general word beside the act that it sums up is no act of its own."""
        alone = rule.options.get("alone")
        if alone == "article":
            return bool(self.told)
        sentence = self.page.sentence_at(span.start)
        return alone == "sentence" and any(sentence.overlaps(other) for other in self.told)


def find_acts(lexicon: Lexicon, page: Page) -> tuple[ActFact, ...]:
    """Each act once, prohibited and permitted apart, at its first mention. Rules are tried in the order of the file."""
    acts = _Acts(lexicon, page)
    for rule in lexicon.rules("acts"):
        if rule.hits(page.low):
            acts.look(rule)
    return tuple(sorted(acts.found.values(), key=lambda fact: (fact.permitted, fact.span.start)))
