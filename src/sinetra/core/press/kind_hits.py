"""The words that tell a kind of event, what each is worth, and which of them tell nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from sinetra.core.press import held_back
from sinetra.core.press.facts import Mode
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.moments import in_quotes
from sinetra.core.press.page import Page, Span
from sinetra.core.press.rules import Placed, Rule
from sinetra.core.press.sanction_modes import Mention

#: Steps of an affair, which a report of something later tells again.
_STEPS = ("alleged_violation", "decision/sanction")
#: Such a step in a clause of what went before counts less.
_BEFORE_IT, _LONG_BEFORE = 0.6, 0.3
#: What happens every day weighs less where the lead is about civil servants and those who watch them.
_BESIDES = 0.5
#: So many matches of one rule are looked at, and so many count.
_MOST, _COUNTED = 12, 5
_NOT = frozenset({"tidak", "tak"})
_FIRST_THIRD, _LOOKED_BACK = 900, 60


@dataclass(slots=True, kw_only=True)
class Hits:
    """What was found for one kind: worth and place, and the rule of the heaviest."""

    found: list[tuple[float, Span]] = field(default_factory=list)
    heaviest: tuple[float, str] = (0.0, "")

    @property
    def first(self) -> Span:
        return min((span for _, span in self.found), key=lambda span: span.start)

    @property
    def worth(self) -> float:
        """The worth of all hits; words that several rules hit count once, by the weightiest."""
        taken: list[Span] = []
        total = 0.0
        for worth, span in sorted(self.found, key=lambda hit: -hit[0]):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                total += worth
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """``lead``: where headline and lead end; ``besides``: the article is about civil servants and those who watch."""

    lexicon: Lexicon
    page: Page
    title_end: int
    lead: int
    besides: bool

    def add(self, placed: Placed, end: int, hits: Hits) -> None:
        """The matches of one rule up to ``end``, the second worth half of the first and so on."""
        rule = placed.rule
        seen = 0
        for match in islice(placed.matches(end), _MOST):
            if self._tells_nothing(rule, match):
                continue
            worth = float(rule.options["weight"]) * self._place(match.start()) / (1 + seen)
            if rule.code == "other" and self.besides and not rule.options.get("own"):
                worth *= _BESIDES
            own = rule.options.get("own")
            if (rule.code in _STEPS or own) and background(self.lexicon, self.page, match.start()):
                worth *= _LONG_BEFORE if own else _BEFORE_IT
            hits.heaviest = max(hits.heaviest, (worth, rule.id), key=lambda one: one[0])
            hits.found.append((worth, Span(*match.span())))
            seen += 1
            if seen == _COUNTED or rule.options.get("once"):
                break

    def _place(self, start: int) -> float:
        """Headline, lead, first third, rest."""
        if start < self.title_end:
            return 3.0
        return 2.0 if start < self.lead else 1.0 if start < self.title_end + _FIRST_THIRD else 0.5

    def _tells_nothing(self, rule: Rule, match: re.Match[str]) -> bool:
        start, options = match.start(), rule.options
        if options.get("real") and not self._told(start):
            return True
        if options.get("meted") and (self._held_back(match) or self._denied(match)):
            return True
        if options.get("narrator") and self._spoken(start):
            return True
        if rule.code == "alleged_violation" and self._supposed(match):
            return True
        return "unless" in options and self._ends_before(start, options["unless"])

    def _told(self, start: int) -> bool:
        """The clause tells what happened: it neither supposes nor threatens, and is no quotation."""
        sentence = self.page.sentence_at(start)
        begin = max(sentence.start, *(self.page.low.rfind(sign, sentence.start, start) for sign in ":;"))
        if self.lexicon.pattern("events", "unreal").search(self.page.low, begin, sentence.end):
            return False
        return start < self.title_end or not in_quotes(self.page, start)

    def _held_back(self, match: re.Match[str]) -> bool:
        before = self.page.low[self.page.sentence_at(match.start()).start : match.start()]
        return held_back.is_wished(self.lexicon, before, match[0]) or held_back.is_weighed(self.lexicon, before)

    def _denied(self, match: re.Match[str]) -> bool:
        """ "Tidak pernah disanksi", "kabar pencopotannya hoaks": nobody was; "tak lagi dipekerjakan" tells it."""
        if not _NOT.isdisjoint(match[0].split()):
            return False
        return Mention(self.lexicon, self.page, Span(*match.span())).mode() is Mode.DENIED

    def _spoken(self, start: int) -> bool:
        """In a quotation, or in a headline behind the name of who says it: "Bupati: Saya Tidak Ikut Campur"."""
        return in_quotes(self.page, start) or (start < self.title_end and ":" in self.page.low[:start])

    def _ends_before(self, start: int, key: str) -> bool:
        """Whether words of this pattern stand right before a place, in its sentence."""
        low = self.page.low
        begin = max(self.page.sentence_at(start).start, start - _LOOKED_BACK)
        end = start - 1 if low[start - 1 : start].isspace() else start
        return any(match.end() == end for match in self.lexicon.pattern("events", key).finditer(low, begin, end))

    def _supposed(self, match: re.Match[str]) -> bool:
        """ "Siapa pun yang kedapatan memihak": nobody has been found yet."""
        begin = max(self.page.sentence_at(match.start()).start, match.start() - _LOOKED_BACK)
        supposed = self.lexicon.pattern("events", "supposed").search(self.page.low, begin, match.end())
        return supposed is not None and supposed.end() > match.start()


def background(lexicon: Lexicon, page: Page, start: int) -> bool:
    """In a clause of what went before: "setelah Bawaslu menemukan …"."""
    sentence = page.sentence_at(start)
    told = page.low[sentence.start : start].rsplit(",", 1)[-1]
    return lexicon.pattern("events", "background").search(told) is not None
