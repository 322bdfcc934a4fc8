"""Sanctions named in an article and how they are spoken of; a denied sanction is never counted as one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from sinetra.core.press.facts import Detail, Mode, SanctionFact
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.page import Page, Span

_CLAUSE = re.compile(r"[,;:]\s(?:namun|tetapi|tapi|melainkan|sedangkan|sementara|dan akan|maka|sehingga)\b|;")
_RANK = {Mode.IMPOSED: 0, Mode.PROMISED: 1, Mode.STATED: 2, Mode.HYPOTHETICAL: 3, Mode.DENIED: 4}
#: What somebody threatens his people with who wants their votes.
_THREATS = frozenset({"dismissal", "post_release", "suspension", "allowance_cut"})
_NEAR, _FAR = 70, 160
_ENOUGH = 8  # of one sentence


@dataclass(frozen=True, slots=True)
class _Mention:
    """A sanction in its sentence: the words before it in its clause, its own, and those after it."""

    lexicon: Lexicon
    page: Page
    span: Span

    @property
    def sentence(self) -> Span:
        return self.page.sentence_at(self.span.start)

    @property
    def before(self) -> str:
        text = self.page.low[max(self.sentence.start, self.span.start - 400) : self.span.start]
        cuts = [match.end() for match in _CLAUSE.finditer(text)]
        return text[cuts[-1] if cuts else 0 :]

    @property
    def own(self) -> str:
        return self.page.low_of(self.span)

    @property
    def after(self) -> str:
        return self.page.low[self.span.end : self.sentence.end]

    def says(self, name: str, text: str) -> bool:
        return self.lexicon.pattern("sanctions", name).search(text) is not None

    def is_denied(self) -> bool:
        before = self.before
        inside = self.lexicon.raw("sanctions", "denied_inside").search(self.own)
        if inside is not None or self.own.startswith(("tidak ", "tak ")):
            return True
        for match in self.lexicon.pattern("sanctions", "denied").finditer(before):
            if self.lexicon.pattern("sanctions", "not_denied").match(before[match.start() :] + self.own):
                continue
            if len(before[match.end() :].split()) <= 3:
                return True
        return self.lexicon.raw("sanctions", "denied_after").match(self.after[:110]) is not None

    def is_doubted(self) -> bool:
        """In a question, in an if-clause of a single case, or as what might be."""
        low = self.page.low_of(self.sentence)
        if low.rstrip("\"')").endswith("?") or self.says("hypothetical", self.before[-_NEAR:]):
            return True
        if self.lexicon.pattern("sanctions", "wished_after").match(self.after[:40].lstrip()):
            return True
        if self.says("generic", low):
            return False
        return self.says("if_proven", low) or self._depends_on_the_sentence_before(low)

    def _depends_on_the_sentence_before(self, low: str) -> bool:
        """ "Apabila terbukti, berkasnya dikirim ke BKN. Sanksinya bisa penundaan gaji." """
        index = self.page.sentence_index(self.sentence.start)
        if index == 0 or not self.says("may", self.before[-_NEAR:]):
            return False
        earlier = self.page.low_of(self.page.sentences[index - 1])
        return self.says("if_proven", earlier) and not self.says("generic", earlier)

    def is_in_if_clause(self) -> bool:
        text = self.page.low[self.sentence.start : self.span.start]
        return self.lexicon.raw("sanctions", "if_clause").search(text) is not None

    def is_promised(self) -> bool:
        low = self.page.low_of(self.sentence)
        if self.says("by_law", low) and not self.says("in_person", low):
            return False
        if self.says("promised", self.before[-90:] + self.own):
            return True
        return self.lexicon.raw("sanctions", "promised_after").match(self.after) is not None

    def is_imposed(self) -> bool:
        low = self.page.low_of(self.sentence)
        if self.says("generic", low) or self.says("conditional", low):
            return False
        after = self.lexicon.raw("sanctions", "imposed_after").match(self.after[:80])
        return self.says("imposed", self.before[-_FAR:] + self.own) or after is not None

    def mode(self) -> Mode:
        """Denied before doubted, doubted before promised; imposed only on somebody, never on "whoever violates"."""
        if self.is_denied():
            return Mode.DENIED
        if self.is_in_if_clause():
            return Mode.PROMISED if self.is_promised() else Mode.HYPOTHETICAL
        if self.is_doubted():
            return Mode.HYPOTHETICAL
        if self.is_promised():
            return Mode.PROMISED
        return Mode.IMPOSED if self.is_imposed() else Mode.STATED

    def is_of(self, code: str) -> bool:
        """Whether the words speak of a sanction at all: banners are taken down, votes are asked for under threats."""
        low = self.page.low_of(self.sentence)
        if code == "post_release" and self.says("things", low):
            return False
        return not (code in _THREATS and self.says("threat", low))

    def is_no_news(self) -> bool:
        before = self.page.low[max(self.sentence.start, self.span.start - 60) : self.span.start]
        return (
            self.lexicon.raw("sanctions", "unsaid_after").match(self.after) is not None
            or self.lexicon.raw("sanctions", "unsaid_before").search(before) is not None
        )


def find_sanctions(lexicon: Lexicon, page: Page) -> tuple[SanctionFact, ...]:
    """Each kind once, in its strongest mode; ``unspecified`` where no kind is named."""
    found: dict[str, SanctionFact] = {}
    for rule in lexicon.rules("sanctions"):
        for match in rule.matches(page):
            mention = _Mention(lexicon, page, page.trimmed(*match.span()))
            if mention.is_of(rule.code):
                _keep(found, SanctionFact(code=rule.code, mode=mention.mode(), span=mention.span, rule=rule.id))
    if not found:
        _keep_unspecified(lexicon, page, found)
    return tuple(sorted(found.values(), key=lambda fact: fact.span.start))


def _keep_unspecified(lexicon: Lexicon, page: Page, found: dict[str, SanctionFact]) -> None:
    """The bare word, where the article names no kind at all."""
    seen: Counter[int] = Counter()
    for match in lexicon.pattern("sanctions", "unspecified").finditer(page.low):
        span = Span(*match.span())
        seen[page.sentence_index(span.start)] += 1
        if seen[page.sentence_index(span.start)] > _ENOUGH:
            continue
        mention = _Mention(lexicon, page, span)
        if not mention.is_no_news():
            mode = mention.mode()
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
